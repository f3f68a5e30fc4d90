import AssessmentCore

/// Whether the services at home that the platform brings are developed side by side.
enum HomeServiceBalance {
    static let meals = users(
        "elders_with_meals_at_home", zh: "助餐", en: "meals", detail: "brought or arranged through the platform")
    static let cleaning = users("elders_with_cleaning_at_home", zh: "助洁", en: "cleaning", detail: "of home or person")
    static let health = users(
        "elders_with_health_care_at_home", zh: "助医", en: "health care", detail: "visits, medicines, remote advice")
    static let company = users(
        "elders_with_company_at_home", zh: "关爱", en: "company", detail: "visits and calls for those who are alone")

    private static func users(_ id: String, zh: String, en: String, detail: String) -> Variable {
        Variable(
            id: id,
            name: BilingualText(zh: "居家\(zh)服务人数", en: "Elderly with \(en) at home"),
            definition: BilingualText(
                zh: "全年经平台享受过居家\(zh)服务的老年人，一人只计一次",
                en:
                    "Elderly persons, each counted once, who in the year had \(en) at home through the platform: \(detail)"
            ),
            unitOfMeasure: .persons,
            reportedBy: .civilAffairsBureau)
    }

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "eldercare.home_service_balance",
            name: BilingualText(zh: "居家服务均衡度", en: "Balance of services at home"),
            definition: BilingualText(
                zh: "助餐、助洁、助医、关爱四类服务人数中最少者 ÷ 四类平均 × 100%；四类均为零时为零",
                en: "The smallest number of users of meals, cleaning, health care and company against their mean; zero "
                    + "where nobody has any"),
            rationale: BilingualText(
                zh: "政策要求居家健康服务等应用；只送餐不上门看病，服务就不完整",
                en: "The policy wants health services at home among others; meals alone do not make a service"),
            unitOfMeasure: .percent,
            statements: ["EC4"],
            variables: [meals, cleaning, health, company],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "最少者1500人，平均3000人", en: "The least has 1,500 users, the mean is 3,000"),
                    [meals: 5_000, cleaning: 3_000, health: 1_500, company: 2_500], gives: 50),
                IndicatorExample(
                    BilingualText(zh: "都没有开展不算均衡", en: "Nothing at all is no balance"),
                    [meals: 0, cleaning: 0, health: 0, company: 0], gives: 0),
                IndicatorExample(
                    BilingualText(zh: "一类未报送", en: "One of the four was not submitted"),
                    variables: [meals.id: [5_000], cleaning.id: [3_000], health.id: [nil], company.id: [2_500]],
                    expected: [.absent(.notSubmitted)]),
            ]),
        formula: .balance([.variable(meals), .variable(cleaning), .variable(health), .variable(company)]))
}
