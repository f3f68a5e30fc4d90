import AssessmentCore

/// Revenue from information technology services against the regional product.
enum InformationTechnologyServices {
    static let revenue = Variable(
        id: "it_service_revenue",
        name: BilingualText(zh: "信息技术服务收入", en: "Revenue from information technology services"),
        definition: BilingualText(
            zh: "软件和信息技术服务业统计中全年软件业务收入所含的信息技术服务收入：运营、平台、集成实施、集成电路设计等服务",
            en: "The part of the year's software revenue, in the statistics of the software and information technology "
                + "service industry, that comes from operation, platform, integration and chip design services"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .informationTechnologyBureau)

    static let checks: [DataCheck] = [
        .amount(revenue, "production"),
        .part(revenue, of: .grossRegionalProduct, "production"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.it_services",
            name: BilingualText(
                zh: "信息技术服务收入相当于地区生产总值的比例", en: "Information technology services against GRP"),
            definition: BilingualText(
                zh: "信息技术服务收入 ÷ 地区生产总值 × 100%。收入不是增加值，该比例表示相对规模，不是构成",
                en: "Revenue from information technology services as a percentage of gross regional product; "
                    + "revenue is not value added, so this is a relative size and not a part of the whole"),
            rationale: BilingualText(
                zh: "政策要求提升信息技术服务能力，服务收入的相对规模反映本地供给能力",
                en: "The policy asks for stronger information technology services; revenue shows the supply"),
            unitOfMeasure: .percent,
            statements: ["M1"],
            variables: [revenue, .grossRegionalProduct],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "收入45亿元，生产总值1800亿元", en: "CNY 4.5 billion against CNY 180 billion"),
                    [revenue: 45, .grossRegionalProduct: 1800], gives: 2.5)
            ]),
        formula: .share(revenue, of: .grossRegionalProduct))
}
