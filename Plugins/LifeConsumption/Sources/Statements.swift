public import AssessmentCore

extension LifeConsumption {
    /// The statements of 皖政〔2018〕20号 on daily life.
    public var statements: [PolicyStatement] {
        [
            PolicyStatement(
                id: "L1", clause: "一（三）", kind: .service,
                text: BilingualText(zh: "面向社区生活的线上线下融合服务", en: "Community online-to-offline services")),
            PolicyStatement(
                id: "L2", clause: "一（三）/二（四）·专栏5", kind: .service,
                text: BilingualText(zh: "面向基层群众的数字创意内容和服务", en: "Digital creative content and services")),
            PolicyStatement(
                id: "L3", clause: "一（三）/二（五）·专栏6", kind: .service,
                text: BilingualText(zh: "面向便捷就医的在线医疗服务", en: "Online medical services")),
            PolicyStatement(
                id: "L4", clause: "一（三）/二（五）·专栏6", kind: .service,
                text: BilingualText(zh: "面向学习培训的在线教育服务", en: "Online education services")),
            PolicyStatement(
                id: "L5", clause: "二（四）", kind: .target,
                text: BilingualText(
                    zh: "基本实现数字广播电视户户通", en: "Digital broadcasting to basically every household"),
                strength: .basic),
            PolicyStatement(
                id: "L6", clause: "二（六）", kind: .service,
                text: BilingualText(zh: "农村电子商务与移动电子商务", en: "Rural and mobile e-commerce")),
            PolicyStatement(
                id: "L7", clause: "二（四）", kind: .service,
                text: BilingualText(
                    zh: "数字文化场馆、农家书屋与乡镇影院",
                    en: "Digital cultural venues, rural reading rooms and township cinemas")),
            PolicyStatement(
                id: "L8", clause: "二（六）", kind: .service,
                text: BilingualText(
                    zh: "跨境电商与区域性电商平台", en: "Cross-border and regional e-commerce platforms")),
            PolicyStatement(
                id: "L9", clause: "二（五）", kind: .service,
                text: BilingualText(zh: "中药材信息平台与健康大数据", en: "Herbal medicine platform and health data")),
        ]
    }
}
