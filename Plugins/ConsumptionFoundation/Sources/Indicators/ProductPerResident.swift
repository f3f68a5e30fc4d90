import AssessmentCore

/// The gross regional product for each resident.
enum ProductPerResident {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.grp_per_resident",
            name: BilingualText(zh: "人均地区生产总值", en: "Gross regional product per resident"),
            definition: BilingualText(
                zh: "地区生产总值（亿元，当年价格）÷ 年末常住人口（万人）× 10000；分母为年末数，与按年平均人口计算的公布数略有出入",
                en: """
                    Gross regional product at current prices over permanent residents at the end of the year; \
                    published figures divide by the year’s average population and differ slightly
                    """),
            rationale: BilingualText(
                zh: "信息消费规模的供给与需求条件：反映经济发展水平",
                en: "A condition for the scale of consumption: the level of economic development"),
            unitOfMeasure: .yuanPerPerson,
            statements: [],
            variables: [.grossRegionalProduct, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "2000亿元、250万人",
                        en: "CNY 200 billion and 2.5 million residents"),
                    [.grossRegionalProduct: 2000, .residentPopulation: 250], gives: 80000)
            ]),
        formula: .rate(.grossRegionalProduct, per: 10_000, of: .residentPopulation))
}
