public import AssessmentCore

extension PublicServiceConsumption {
    /// The statements of 皖政〔2018〕20号 on public services.
    public var statements: [PolicyStatement] {
        [
            PolicyStatement(
                id: "S1", clause: "一（三）/二（二）·专栏2", kind: .service,
                text: BilingualText(zh: "面向便捷出行的智能交通服务", en: "Intelligent transport services")),
            PolicyStatement(
                id: "S2", clause: "一（三）", kind: .service,
                text: BilingualText(zh: "面向精准协同的数字城管服务", en: "Digital urban management")),
            PolicyStatement(
                id: "S3", clause: "一（三）", kind: .service,
                text: BilingualText(zh: "面向社会综合治理的公共安全服务", en: "Public safety services")),
            PolicyStatement(
                id: "S4", clause: "二（二）·专栏2", kind: .service,
                text: BilingualText(zh: "乘车码移动支付在各市推广", en: "Ride-code mobile payment in every city")),
            PolicyStatement(
                id: "S5", clause: "二（五）·专栏6", kind: .service,
                text: BilingualText(
                    zh: "智慧学校与智慧养老院等示范项目", en: "Smart school and smart elder-care demonstrations")),
            PolicyStatement(
                id: "S6", clause: "三（一）·专栏8", kind: .target,
                text: BilingualText(
                    zh: "市区重要公共场所无线宽带免费接入", en: "Free Wi-Fi in major urban public places"),
                target: BilingualText(same: "100%"),
                deadline: CalendarDate(year: 2020, month: 12, day: 31)),
            PolicyStatement(
                id: "S7", clause: "二（二）", kind: .service,
                text: BilingualText(
                    zh: "能源、市政、环保领域的智能应用",
                    en: "Smart applications in energy, municipal works and environment")),
            PolicyStatement(
                id: "S8", clause: "二（二）·专栏2", kind: .service,
                text: BilingualText(
                    zh: "智能网联汽车示范区与分时租赁", en: "Connected-vehicle zones and car sharing")),
        ]
    }
}
