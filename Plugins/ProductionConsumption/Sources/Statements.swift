public import AssessmentCore

extension ProductionConsumption {
    /// The statements of 皖政〔2018〕20号 that fall to the consumption of production.
    public var statements: [PolicyStatement] {
        let endOf2020 = CalendarDate(year: 2020, month: 12, day: 31)
        return [
            PolicyStatement(
                id: "M1", clause: "一（三）/二（三）·专栏4", kind: .service,
                text: BilingualText(
                    zh: "面向生产应用的新型信息技术服务", en: "New information technology services for production")),
            PolicyStatement(
                id: "M2", clause: "一（三）/二（三）/二（六）·专栏3", kind: .service,
                text: BilingualText(
                    zh: "面向产业链拓展的网络平台服务", en: "Network platform services along industry chains")),
            PolicyStatement(
                id: "M3", clause: "一（三）", kind: .service,
                text: BilingualText(zh: "移动支付支撑服务", en: "Mobile payment support services")),
            PolicyStatement(
                id: "M4", clause: "一（三）/二（六）", kind: .service,
                text: BilingualText(zh: "现代物流支撑服务", en: "Modern logistics support services")),
            PolicyStatement(
                id: "M5", clause: "一（三）/二（六）·专栏7", kind: .service,
                text: BilingualText(zh: "供应链管理支撑服务", en: "Supply-chain management support services")),
            PolicyStatement(
                id: "M6", clause: "二（三）·专栏3", kind: .target,
                text: BilingualText(zh: "信息消费众创空间", en: "Information consumption makerspaces"),
                target: BilingualText(zh: "50个", en: "50"), deadline: endOf2020),
            PolicyStatement(
                id: "M7", clause: "二（三）·专栏4", kind: .target,
                text: BilingualText(zh: "新增省级软件园区", en: "New provincial software parks"),
                target: BilingualText(zh: "5个", en: "5"), deadline: endOf2020),
            PolicyStatement(
                id: "M8", clause: "二（六）·专栏7", kind: .target,
                text: BilingualText(zh: "共享车间", en: "Shared workshops"),
                target: BilingualText(zh: "50个", en: "50"), deadline: endOf2020, strength: .bestEffort),
            PolicyStatement(
                id: "M9", clause: "二（二）", kind: .service,
                text: BilingualText(zh: "农产品质量安全与农业物联网", en: "Farm produce safety and agricultural IoT")),
            PolicyStatement(
                id: "M10", clause: "二（三）·专栏3", kind: .service,
                text: BilingualText(
                    zh: "基于互联网的双创平台", en: "Internet platforms for innovation and start-ups")),
            PolicyStatement(
                id: "M11", clause: "二（三）·专栏4", kind: .quality,
                text: BilingualText(
                    zh: "软件名城、中国声谷与量子产业基地", en: "Software city, Voice Valley and quantum base")),
            PolicyStatement(
                id: "M12", clause: "三（一）", kind: .service,
                text: BilingualText(
                    zh: "工业互联网试点与企业上云", en: "Industrial internet pilots and cloud adoption")),
        ]
    }
}
