import AssessmentCore

/// The growth of information consumption against the year before.
enum ConsumptionGrowth {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.consumption_growth",
            name: BilingualText(zh: "信息消费增长率", en: "Growth of information consumption"),
            definition: BilingualText(
                zh: "本年信息消费规模 ÷ 上年信息消费规模 − 1，以%表示，现价；统计口径变动的年份不计",
                en: """
                    Information consumption against the year before, in per cent, at current prices; none where the \
                    series was broken between the two
                    """),
            rationale: BilingualText(
                zh: "政策要求信息消费年均增长16%以上",
                en: "The policy asks for growth of at least 16 % a year"),
            unitOfMeasure: .percent,
            statements: ["G2"],
            variables: [.informationConsumption],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "500亿元增至590亿元", en: "From CNY 50 to 59 billion"),
                    periods: [Period(year: 2019), Period(year: 2020)],
                    variables: [Variable.informationConsumption.id: [500, 590]],
                    expected: [.absent(.noEarlierPeriod), .value(18)]),
                IndicatorExample(
                    BilingualText(
                        zh: "口径变动的年份不可比",
                        en: "The year of a new standard is not comparable"),
                    periods: [Period(year: 2018), Period(year: 2019), Period(year: 2020)],
                    variables: [Variable.informationConsumption.id: [400, 500, 590]],
                    seriesBreaks: [Variable.informationConsumption.id: [Period(year: 2019)]],
                    expected: [.absent(.noEarlierPeriod), .absent(.seriesBreak), .value(18)]),
            ]),
        formula: .growth(.informationConsumption))
}
