import AssessmentCore

/// The information consumption of a year.
enum ConsumptionScale {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.consumption_scale",
            name: BilingualText(zh: "信息消费规模", en: "Scale of information consumption"),
            definition: BilingualText(
                zh: "全年信息消费规模（亿元）；5000亿元的目标属全省，市、县的目标由方案分解",
                en: """
                    Information consumption of the whole year; the target of CNY 500 billion is the province’s, a \
                    scheme sets those of cities and counties
                    """),
            rationale: BilingualText(
                zh: "政策以全省信息消费规模达到5000亿元为总目标",
                en: "The policy’s headline target is the scale of information consumption"),
            unitOfMeasure: .hundredMillionYuan,
            statements: ["G1"],
            variables: [.informationConsumption],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "全年640.5亿元", en: "CNY 64.05 billion in the year"),
                    [.informationConsumption: 640.5], gives: 640.5)
            ]),
        formula: .variable(.informationConsumption))
}
