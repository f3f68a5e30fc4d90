import AssessmentCore

/// The information consumption of a year for each resident.
enum ConsumptionPerResident {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.consumption_per_resident",
            name: BilingualText(zh: "人均信息消费", en: "Information consumption per resident"),
            definition: BilingualText(
                zh: "全年信息消费规模（亿元）÷ 年末常住人口（万人）× 10000",
                en: "Information consumption of the whole year over permanent residents at its end"),
            rationale: BilingualText(
                zh: "规模与人口有关，人均数使大小不同的市县可比",
                en: "Scale follows population; per resident, units of different size can be compared"),
            unitOfMeasure: .yuanPerPerson,
            statements: ["G1"],
            variables: [.informationConsumption, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "640亿元、400万人", en: "CNY 64 billion and 4 million residents"),
                    [.informationConsumption: 640, .residentPopulation: 400], gives: 16000)
            ]),
        formula: .rate(.informationConsumption, per: 10_000, of: .residentPopulation))
}
