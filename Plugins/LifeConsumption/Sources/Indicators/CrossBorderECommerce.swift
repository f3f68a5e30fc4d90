import AssessmentCore

/// The share of foreign trade that is cross-border e-commerce.
enum CrossBorderECommerce {
    static let crossBorder = Variable(
        id: "cross_border_e_commerce_trade",
        name: BilingualText(zh: "跨境电子商务进出口额", en: "Cross-border e-commerce trade"),
        definition: BilingualText(
            zh: "货物进出口总额中以跨境电商监管方式（9610、1210、1239、9710、9810）申报的部分，全年数；9710、9810自2020年起，声明为断点",
            en: "The part of the year's goods trade declared under the e-commerce customs regimes 9610, 1210, 1239, "
                + "9710 and 9810; the last two since 2020, which is to be declared as a break"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .customs)

    static let trade = Variable(
        id: "goods_trade",
        name: BilingualText(zh: "货物进出口总额", en: "Goods trade"),
        definition: BilingualText(
            zh: "全年海关统计货物进出口总额，按收发货人注册地，人民币计价",
            en: "Imports and exports of goods in the year by customs statistics, by place of the trader, in CNY"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .customs)

    static let checks: [DataCheck] = [
        .amount(crossBorder, "life"),
        .amount(trade, "life"),
        .part(crossBorder, of: trade, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.cross_border_e_commerce",
            name: BilingualText(zh: "跨境电商进出口占比", en: "Share of cross-border e-commerce in trade"),
            definition: BilingualText(
                zh: "跨境电子商务进出口额 ÷ 货物进出口总额 × 100%，全年数",
                en: "Cross-border e-commerce trade as a share of goods trade, whole year"),
            rationale: BilingualText(
                zh: "政策要求积极稳妥推进跨境电子商务发展",
                en: "The policy wants cross-border e-commerce to advance steadily"),
            unitOfMeasure: .percent,
            statements: ["L8"],
            variables: [crossBorder, trade],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "250亿元中5亿元", en: "CNY 0.5bn of 25bn"), [crossBorder: 5, trade: 250], gives: 2)
            ]),
        formula: .share(crossBorder, of: trade))
}
