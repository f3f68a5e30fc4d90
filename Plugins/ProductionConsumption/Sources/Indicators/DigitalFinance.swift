import AssessmentCore

/// The digital inclusive finance index of Peking University.
enum DigitalFinance {
    static let index = Variable(
        id: "digital_inclusive_finance_index",
        name: BilingualText(zh: "数字普惠金融指数", en: "Digital inclusive finance index"),
        definition: BilingualText(
            zh: "北京大学数字普惠金融指数的年度总指数；市用地级市指数，县用县域指数，二者编制口径不同，不得混排",
            en: "The overall index of the year by Peking University: the prefecture series for cities, the county "
                + "series for counties; the two are compiled differently and must not be ranked together"),
        unitOfMeasure: .index,
        carrying: .missing,
        reportedBy: BilingualText(
            zh: "北京大学数字金融研究中心", en: "Institute of Digital Finance, Peking University"))

    static let checks: [DataCheck] = [.amount(index, "production")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.digital_finance",
            name: index.name,
            definition: BilingualText(zh: "采用公布的总指数，不再计算", en: "The overall index as published"),
            rationale: BilingualText(
                zh: "指数由移动支付等数字金融服务的覆盖广度、使用深度和数字化程度合成，反映移动支付支撑能力",
                en: "The index combines coverage, depth of use and digitisation of digital finance, mobile payment "
                    + "included, and so shows how well payment supports consumption"),
            unitOfMeasure: .index,
            statements: ["M3"],
            variables: [index],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "公布值268.4", en: "Published as 268.4"), [index: 268.4], gives: 268.4),
                IndicatorExample(
                    BilingualText(zh: "未公布该市指数", en: "No index was published for the city"),
                    variables: [index.id: [nil]], expected: [.absent(.notSubmitted)]),
            ]),
        formula: .variable(index))
}
