import AssessmentCore

/// What organisations buy on the platforms of a unit, against its regional product.
enum PlatformTrade {
    static let trade = Variable(
        id: "platform_trade_with_organisations",
        name: BilingualText(zh: "电子商务平台对单位交易额", en: "Platform trade with organisations"),
        definition: BilingualText(
            zh: "电子商务交易平台统计中，本地注册企业经营的平台全年成交额中买方为单位的部分，含自营和第三方平台",
            en: "The part of the year's turnover, in the statistics of e-commerce platforms, that organisations bought "
                + "on own or third-party platforms run by enterprises registered in the unit"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .statisticsBureau)

    static let checks: [DataCheck] = [
        .amount(trade, "production"),
        .part(trade, of: .grossRegionalProduct, "production"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.platform_trade",
            name: BilingualText(
                zh: "平台对单位交易额相当于地区生产总值的比例", en: "Platform trade with organisations against GRP"),
            definition: BilingualText(
                zh: "电子商务平台对单位交易额 ÷ 地区生产总值 × 100%。交易额不是增加值，比例可超过100%",
                en: "What organisations bought on local platforms as a percentage of gross regional product; "
                    + "turnover is not value added, so it can exceed 100 %"),
            rationale: BilingualText(
                zh: "面向产业链的平台以单位之间的交易为主，其交易规模反映本地平台的服务能力",
                en: "Platforms along industry chains serve trade between organisations; "
                    + "its size shows what local platforms can do"),
            unitOfMeasure: .percent,
            statements: ["M2"],
            variables: [trade, .grossRegionalProduct],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "交易额160亿元，生产总值2000亿元", en: "CNY 16 billion against CNY 200 billion"),
                    [trade: 160, .grossRegionalProduct: 2000], gives: 8),
                IndicatorExample(
                    BilingualText(zh: "平台辐射全国，交易额超过生产总值", en: "A platform that serves the whole country"),
                    [trade: 480, .grossRegionalProduct: 400], gives: 120),
            ]),
        formula: .share(trade, of: .grossRegionalProduct))
}
