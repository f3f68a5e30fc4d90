import AssessmentCore

/// Rural households that use broadband.
enum RuralBroadbandPenetration {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.rural_broadband_penetration",
            name: BilingualText(zh: "农村家庭宽带普及率", en: "Rural households with broadband"),
            definition: BilingualText(
                zh: "年末农村家庭宽带用户数 ÷ 农村常住家庭户数 × 100%；一户多线或外出户保留宽带时可超过100%",
                en: """
                    Rural home broadband subscribers over rural resident households at the end of the year; it can \
                    exceed 100 % where households keep several lines or have moved away
                    """),
            rationale: BilingualText(
                zh: "农村信息服务水平看农村家庭是否用上宽带",
                en: "The level of service in rural areas shows in how many households use broadband"),
            unitOfMeasure: .percent,
            statements: ["X4"],
            variables: [.ruralBroadbandSubscribers, .ruralHouseholds],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "20万户中15万户", en: "150,000 for 200,000 households"),
                    [.ruralBroadbandSubscribers: 150000, .ruralHouseholds: 200000], gives: 75),
                IndicatorExample(
                    BilingualText(
                        zh: "没有农村家庭的区不适用",
                        en: "A district without rural households is not concerned"),
                    variables: [Variable.ruralBroadbandSubscribers.id: [0], Variable.ruralHouseholds.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(.ruralBroadbandSubscribers, of: .ruralHouseholds))
}
