import AssessmentCore

/// The turnover of locally registered e-commerce platforms against the gross regional product.
enum LocalPlatformTurnover {
    static let turnover = Variable(
        id: "local_platform_turnover",
        name: BilingualText(zh: "本地电商平台交易额", en: "Turnover of local e-commerce platforms"),
        definition: BilingualText(
            zh: "全年注册地在本地的电子商务交易平台（自营与撮合）成交额，含省外买卖双方在平台上的成交",
            en: "Whole-year turnover on e-commerce platforms registered in the unit, own and third-party sales, "
                + "wherever buyer and seller are"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .statisticsBureau)

    static let checks: [DataCheck] = [.amount(turnover, "life")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.local_platform_turnover",
            name: BilingualText(zh: "本地电商平台交易额与生产总值之比", en: "Platform turnover against regional product"),
            definition: BilingualText(
                zh: "全年本地电商平台交易额 ÷ 地区生产总值 × 100%；交易额不是增加值，平台总部所在地可超过100%",
                en: "Whole-year turnover of local platforms relative to the gross regional product; turnover is not "
                    + "value added and may exceed 100 % where a large platform is seated"),
            rationale: BilingualText(
                zh: "政策要求着力发展区域性电子商务平台，相对规模使大小城市可比",
                en: "The policy wants regional e-commerce platforms; size against the economy makes cities comparable"),
            unitOfMeasure: .percent,
            statements: ["L8"],
            variables: [turnover, .grossRegionalProduct],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "生产总值2000亿元，交易额90亿元", en: "CNY 9bn against a product of 200bn"),
                    [turnover: 90, .grossRegionalProduct: 2000], gives: 4.5)
            ]),
        formula: .share(turnover, of: .grossRegionalProduct))
}
