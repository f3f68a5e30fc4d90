public import AssessmentCore

extension NewProductConsumption {
    /// The statements of 皖政〔2018〕20号 that fall to new information products.
    public var statements: [PolicyStatement] {
        let endOf2020 = CalendarDate(year: 2020, month: 12, day: 31)
        return [
            service("N1", "一（三）·专栏1", "中高端移动通信终端", "Mid and high-end mobile terminals"),
            service("N2", "一（三）·专栏1", "可穿戴设备", "Wearable devices"),
            service("N3", "一（三）·专栏1", "数字家庭产品", "Digital home products"),
            service("N4", "一（三）·专栏1", "虚拟现实", "Virtual reality"),
            service("N5", "一（三）·专栏1", "增强现实", "Augmented reality"),
            service("N6", "一（三）·专栏1", "智能网联汽车", "Intelligent connected vehicles"),
            service("N7", "一（三）·专栏1", "智能服务机器人", "Intelligent service robots"),
            service("N8", "二（一）·专栏1", "消费级无人机", "Consumer drones"),
            PolicyStatement(
                id: "N9", clause: "二（一）·专栏1", kind: .target,
                text: BilingualText(zh: "省级信息消费创新产品", en: "Provincial innovative information products"),
                target: BilingualText(zh: "700个", en: "700"), deadline: endOf2020),
            PolicyStatement(
                id: "N10", clause: "二（一）·专栏1", kind: .target,
                text: BilingualText(zh: "省级信息消费智能终端产品创新基地", en: "Smart terminal innovation bases"),
                target: BilingualText(zh: "10个以上", en: "10 or more"), deadline: endOf2020),
            service("N11", "二（一）", "智能家电与小家电", "Smart and small home appliances"),
            service("N12", "二（一）·专栏1", "智能语音终端", "Intelligent voice terminals"),
            service("N13", "二（一）", "通信和电脑终端", "Communication and computer terminals"),
        ]
    }

    private func service(_ id: String, _ clause: String, _ zh: String, _ en: String) -> PolicyStatement {
        PolicyStatement(id: id, clause: clause, kind: .service, text: BilingualText(zh: zh, en: en))
    }
}
