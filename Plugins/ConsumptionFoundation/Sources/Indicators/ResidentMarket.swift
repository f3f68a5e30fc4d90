import AssessmentCore

/// The number of residents, as the size of the market.
enum ResidentMarket {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.resident_market",
            name: BilingualText(zh: "常住人口规模", en: "Resident market"),
            definition: BilingualText(
                zh: "年末常住人口（万人）；普查年份用普查时点数",
                en: "Permanent residents at the end of the year; in a census year, on the census day"),
            rationale: BilingualText(
                zh: "信息消费规模的需求条件：常住人口是本地市场的大小",
                en: """
                    A condition for the scale of consumption on the side of demand: residents are the size of the \
                    local market
                    """),
            unitOfMeasure: .tenThousandPersons,
            statements: [],
            variables: [.residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "412.5万人", en: "4.125 million residents"),
                    [.residentPopulation: 412.5], gives: 412.5)
            ]),
        formula: .variable(.residentPopulation))
}
