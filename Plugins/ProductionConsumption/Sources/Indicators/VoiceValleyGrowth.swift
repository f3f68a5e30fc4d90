import AssessmentCore

/// The growth of the Voice Valley's revenue.
enum VoiceValleyGrowth {
    static let revenue = Variable(
        id: "voice_valley_revenue",
        name: BilingualText(zh: "中国声谷营业收入", en: "Revenue of the Voice Valley"),
        definition: BilingualText(
            zh: "合肥高新区智能语音产业集聚发展基地（中国声谷）入园企业全年营业收入合计，按当年价格",
            en: "The year's revenue, at current prices, of the enterprises in the voice industry base of "
                + "Hefei High-tech Zone (China's Voice Valley)"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .informationTechnologyBureau)

    static let checks: [DataCheck] = [.amount(revenue, "production")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.voice_valley_revenue_growth",
            name: BilingualText(zh: "中国声谷营业收入增长率", en: "Growth of the Voice Valley's revenue"),
            definition: BilingualText(
                zh: "（本年营业收入 ÷ 上年营业收入 − 1）× 100%，按当年价格。仅适用于中国声谷所在的合肥市",
                en: "The change of its revenue against the year before, at current prices. It applies to Hefei alone, "
                    + "where the Voice Valley is"),
            rationale: BilingualText(
                zh: "政策要求打造中国声谷，收入增长反映智能语音产业的集聚成效",
                en: "The policy builds up the Voice Valley; growing revenue shows that the industry gathers there"),
            unitOfMeasure: .percent,
            statements: ["M11"],
            variables: [revenue],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "600亿元增至750亿元，再增至1050亿元", en: "From CNY 60 to 75 to 105 billion"),
                    periods: [Period(year: 2018), Period(year: 2019), Period(year: 2020)],
                    variables: [revenue.id: [600, 750, 1050]],
                    expected: [.absent(.noEarlierPeriod), .value(25), .value(40)]),
                IndicatorExample(
                    BilingualText(
                        zh: "2020年扩大园区统计范围，与上年不可比",
                        en: "In 2020 the base was drawn wider, so the years do not compare"),
                    periods: [Period(year: 2019), Period(year: 2020)],
                    variables: [revenue.id: [750, 1050]],
                    seriesBreaks: [revenue.id: [Period(year: 2020)]],
                    expected: [.absent(.noEarlierPeriod), .absent(.seriesBreak)]),
            ]),
        formula: .growth(revenue))
}
