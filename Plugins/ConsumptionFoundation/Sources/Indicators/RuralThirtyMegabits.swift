import AssessmentCore

/// The share of rural broadband subscribers whose line carries 30 Mbps.
enum RuralThirtyMegabits {
    static let able = Variable(
        id: "rural_subscribers_30_mbps",
        name: BilingualText(zh: "具备30Mbps以上接入能力的农村家庭宽带用户数", en: "Rural subscribers able to get 30 Mbps"),
        definition: BilingualText(
            zh: "农村家庭宽带用户中，线路与端口能提供30Mbps以上下行速率的户数，不论签约速率",
            en: """
                Rural home broadband subscribers whose line and port can carry 30 Mbps and more downstream, whatever \
                they subscribe to
                """),
        unitOfMeasure: .households,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [
        .count(able, "foundation"),
        .part(able, of: .ruralBroadbandSubscribers, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.rural_30_mbps",
            name: BilingualText(zh: "农村家庭宽带30Mbps以上接入能力占比", en: "Rural home broadband able to get 30 Mbps"),
            definition: BilingualText(
                zh: "年末具备30Mbps以上接入能力的农村家庭宽带用户数 ÷ 农村家庭宽带用户数 × 100%",
                en: """
                    Rural home broadband subscribers whose line can carry 30 Mbps or more as a share of all, at the \
                    end of the year
                    """),
            rationale: BilingualText(
                zh: "政策要求农村家庭宽带用户基本实现30Mbps以上接入服务能力",
                en: "The policy asks that rural broadband users basically all be able to get 30 Mbps"),
            unitOfMeasure: .percent,
            statements: ["I5"],
            variables: [able, .ruralBroadbandSubscribers],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "12万户中11.4万户", en: "114,000 of 120,000 subscribers"),
                    [able: 114000, .ruralBroadbandSubscribers: 120000], gives: 95)
            ]),
        formula: .share(able, of: .ruralBroadbandSubscribers))
}
