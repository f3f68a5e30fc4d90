import AssessmentCore

/// The disposable income of urban residents.
enum UrbanIncome {
    static let income = Variable(
        id: "urban_disposable_income",
        name: BilingualText(zh: "城镇常住居民人均可支配收入", en: "Urban disposable income per person"),
        definition: BilingualText(
            zh: "城乡一体化住户调查的城镇常住居民全年人均可支配收入，当年价格",
            en: """
                Disposable income per permanent urban resident over the whole year, at current prices, from the \
                household survey
                """),
        unitOfMeasure: .yuan,
        carrying: .missing,
        reportedBy: Department.surveyTeam)

    static let checks: [DataCheck] = [.amount(income, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.urban_income",
            name: BilingualText(zh: "城镇常住居民人均可支配收入", en: "Urban disposable income per person"),
            definition: BilingualText(
                zh: "城镇常住居民全年人均可支配收入（元），当年价格",
                en: "Disposable income per permanent urban resident over the whole year, at current prices"),
            rationale: BilingualText(
                zh: "信息消费规模的需求条件：收入决定居民能消费多少",
                en: """
                    A condition for the scale of consumption on the side of demand: income bounds what residents can \
                    spend
                    """),
            unitOfMeasure: .yuan,
            statements: [],
            variables: [income],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "38500元", en: "CNY 38,500"),
                    [income: 38500], gives: 38500)
            ]),
        formula: .variable(income))
}
