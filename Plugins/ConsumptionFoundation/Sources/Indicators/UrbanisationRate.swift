import AssessmentCore

/// The share of residents who live in towns.
enum UrbanisationRate {
    static let rate = Variable(
        id: "urbanisation_rate",
        name: BilingualText(zh: "常住人口城镇化率", en: "Urbanisation rate"),
        definition: BilingualText(
            zh: "年末城镇常住人口 ÷ 年末常住人口；普查年份以普查数为准",
            en: """
                Urban residents over permanent residents at the end of the year; in a census year as the census found
                """),
        unitOfMeasure: .percent,
        carrying: .missing,
        reportedBy: Department.statistics)

    static let checks: [DataCheck] = [.percentage(rate, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.urbanisation_rate",
            name: BilingualText(zh: "常住人口城镇化率", en: "Urbanisation rate"),
            definition: BilingualText(
                zh: "年末城镇常住人口占全部常住人口的比重（%），采用统计部门公布数",
                en: """
                    Urban residents as a share of all permanent residents at the end of the year, as published by \
                    the statistics bureau
                    """),
            rationale: BilingualText(
                zh: "信息消费规模的需求条件：网络、门店与配送在城镇更密集",
                en: """
                    A condition for the scale of consumption on the side of demand: networks, shops and delivery are \
                    denser in towns
                    """),
            unitOfMeasure: .percent,
            statements: [],
            variables: [rate],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "城镇化率58.5%", en: "A rate of 58.5 %"),
                    [rate: 58.5], gives: 58.5)
            ]),
        formula: .variable(rate))
}
