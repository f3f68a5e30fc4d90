import AssessmentCore

/// The share of key energy users whose consumption is monitored online.
enum EnergyMonitoring {
    static let monitored = Variable(
        id: "key_energy_users_monitored",
        name: BilingualText(zh: "接入能耗在线监测的重点用能单位数", en: "Key energy users monitored online"),
        definition: BilingualText(
            zh: "年末已接入重点用能单位能耗在线监测系统并持续上传数据的重点用能单位数",
            en: "Key energy users that at the end of the year upload data continuously to the online monitoring system"),
        unitOfMeasure: .count,
        reportedBy: .developmentCommission)

    static let users = Variable(
        id: "key_energy_users",
        name: BilingualText(zh: "重点用能单位数", en: "Key energy users"),
        definition: BilingualText(
            zh: "当年公布的重点用能单位名单中的单位数",
            en: "Organisations on the list of key energy users published for the year"),
        unitOfMeasure: .count,
        reportedBy: .developmentCommission)

    static let checks: [DataCheck] = [
        .count(monitored, "public"),
        .count(users, "public"),
        .part(monitored, of: users, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.energy_monitoring",
            name: BilingualText(zh: "重点用能单位在线监测率", en: "Key energy users monitored online"),
            definition: BilingualText(
                zh: "年末接入能耗在线监测的重点用能单位数 ÷ 当年重点用能单位数 × 100%",
                en: "Key energy users monitored online at the end of the year as a share of the year's list"),
            rationale: BilingualText(
                zh: "政策要求智能应用在能源领域推广，在线监测使企业用能可逐日掌握",
                en: "The policy wants smart applications in energy; online monitoring shows use day by day"),
            unitOfMeasure: .percent,
            statements: ["S7"],
            variables: [monitored, users],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "80家中68家", en: "68 of 80 users"), [monitored: 68, users: 80], gives: 85)
            ]),
        formula: .share(monitored, of: users))
}
