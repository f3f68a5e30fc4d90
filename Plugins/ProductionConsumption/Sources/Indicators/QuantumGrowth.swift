import AssessmentCore

/// The growth of the quantum industry's revenue.
enum QuantumGrowth {
    static let revenue = Variable(
        id: "quantum_industry_revenue",
        name: BilingualText(zh: "量子信息企业营业收入", en: "Revenue of quantum information enterprises"),
        definition: BilingualText(
            zh: "本市列入量子信息产业名单的企业全年营业收入合计，按当年价格：量子通信、量子计算、量子测量设备及配套",
            en: "The year's revenue, at current prices, of the enterprises on the city's list of the quantum industry: "
                + "communication, computing, measurement and what goes with them"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: BilingualText(zh: "发展和改革委员会", en: "Development and reform commission"))

    static let checks: [DataCheck] = [.amount(revenue, "production")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.quantum_revenue_growth",
            name: BilingualText(zh: "量子信息企业营业收入增长率", en: "Growth of the quantum industry's revenue"),
            definition: BilingualText(
                zh: "（本年营业收入 ÷ 上年营业收入 − 1）× 100%，按当年价格。仅适用于建设量子通信产业基地的合肥市",
                en: "The change of its revenue against the year before, at current prices. It applies to Hefei alone, "
                    + "which builds the quantum base"),
            rationale: BilingualText(
                zh: "政策要求建设引领全国的量子通信产业基地，收入增长反映产业化进展",
                en: "The policy asks for a leading quantum base; revenue shows that it becomes an industry"),
            unitOfMeasure: .percent,
            statements: ["M11"],
            variables: [revenue],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "起步时没有收入，此后4亿元增至5亿元",
                        en: "No revenue at the start, then from CNY 400 to 500 million"),
                    periods: [Period(year: 2017), Period(year: 2018), Period(year: 2019)],
                    variables: [revenue.id: [0, 4, 5]],
                    expected: [.absent(.noEarlierPeriod), .absent(.zeroDenominator), .value(25)])
            ]),
        formula: .growth(revenue))
}
