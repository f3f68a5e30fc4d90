import AssessmentCore

/// Software revenue against the regional product, for the software city.
enum SoftwareRevenue {
    static let revenue = Variable(
        id: "software_revenue",
        name: BilingualText(zh: "软件业务收入", en: "Software revenue"),
        definition: BilingualText(
            zh: "软件和信息技术服务业统计中全年软件业务收入：软件产品、信息技术服务、信息安全和嵌入式系统软件收入",
            en: "The year's software revenue in the statistics of the software and information technology service "
                + "industry: software products, services, information security and embedded software"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .informationTechnologyBureau)

    static let checks: [DataCheck] = [
        .amount(revenue, "production"),
        .part(revenue, of: .grossRegionalProduct, "production"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.software_revenue",
            name: BilingualText(zh: "软件业务收入相当于地区生产总值的比例", en: "Software revenue against GRP"),
            definition: BilingualText(
                zh: "软件业务收入 ÷ 地区生产总值 × 100%；收入不是增加值，表示相对规模。仅适用于创建“中国软件名城”的合肥市",
                en:
                    "Software revenue as a percentage of gross regional product; revenue is not value added, so this "
                    + "is a relative size. It applies to Hefei alone, which is to become a Software City of China"),
            rationale: BilingualText(
                zh: "政策要求合肥创建中国软件名城，软件业务规模是评价软件名城的主要指标",
                en: "The policy asks Hefei to become a software city; its software revenue is the main test"),
            unitOfMeasure: .percent,
            statements: ["M11"],
            variables: [revenue, .grossRegionalProduct],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "收入600亿元，生产总值9600亿元", en: "CNY 60 billion against CNY 960 billion"),
                    [revenue: 600, .grossRegionalProduct: 9600], gives: 6.25)
            ]),
        formula: .share(revenue, of: .grossRegionalProduct))
}
