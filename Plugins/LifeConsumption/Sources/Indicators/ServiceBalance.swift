import AssessmentCore

/// Whether the four services of daily life that the policy names advance together.
enum ServiceBalance {
    /// The four shares that can be compared: each is the part of the places of service, communities, culture centres,
    /// hospitals and schools, that offer the service, so each runs from 0 to 100 %. Shares of revenue or visits and
    /// rates per resident have no such common ceiling and stay outside.
    static let services = [
        CommunityServices.indicator, DigitalCultureCentres.indicator, OnlineMedical.indicator,
        OnlineEducation.indicator,
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.service_balance",
            name: BilingualText(zh: "生活类服务均衡度", en: "Balance of the services of daily life"),
            definition: BilingualText(
                zh: "社区、文化、医疗、教育四类服务场所覆盖率中的最小值 ÷ 四者平均值 × 100%；四者皆为零时取0。只看均衡，不看水平",
                en: "The smallest of the coverage of communities, culture centres, hospitals and schools as a share of "
                    + "the mean of the four; 0 where all are zero. It tells balance, not level"),
            rationale: BilingualText(
                zh: "政策将四类生活服务并列为重点并坚持协同联动，均衡度显示是否有一类掉队",
                en: "The policy puts four services side by side and asks for coordination; this shows if one lags"),
            unitOfMeasure: .percent,
            statements: ["L1", "L2", "L3", "L4"],
            variables: services.flatMap(\.description.variables),
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "75%、90%、60%、75%：平均75%，最小60%", en: "75, 90, 60 and 75 %: 60 against a mean of 75"),
                    [
                        CommunityServices.served: 300, CommunityServices.communities: 400,
                        DigitalCultureCentres.digital: 900, DigitalCultureCentres.centres: 1000,
                        OnlineMedical.online: 30, .secondaryAndTertiaryHospitals: 50,
                        OnlineEducation.online: 600, OnlineEducation.schools: 800,
                    ], gives: 80),
                IndicatorExample(
                    BilingualText(zh: "四类服务均未开展，取0而非不适用", en: "No service anywhere is 0, not a gap"),
                    [
                        CommunityServices.served: 0, CommunityServices.communities: 400,
                        DigitalCultureCentres.digital: 0, DigitalCultureCentres.centres: 1000,
                        OnlineMedical.online: 0, .secondaryAndTertiaryHospitals: 50,
                        OnlineEducation.online: 0, OnlineEducation.schools: 800,
                    ], gives: 0),
            ]),
        formula: .balance(services.map(\.formula)))
}
