import AssessmentCore

/// The share of key polluters whose discharge is monitored online.
enum PollutionMonitoring {
    static let online = Variable(
        id: "key_polluters_online",
        name: BilingualText(zh: "自动监测已联网的重点排污单位数", en: "Key polluters monitored online"),
        definition: BilingualText(
            zh: "应安装自动监测设备的重点排污单位中，年末已安装并与生态环境部门监控平台联网的单位数",
            en: "Of the key polluters that must install automatic monitoring, those joined to the environment "
                + "authority's platform at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .environmentBureau)

    static let polluters = Variable(
        id: "key_polluters",
        name: BilingualText(zh: "应安装自动监测设备的重点排污单位数", en: "Key polluters that must be monitored"),
        definition: BilingualText(
            zh: "当年重点排污单位名录中依法应安装自动监测设备的单位数",
            en: "Organisations on the year's list of key polluters that must by law install automatic monitoring"),
        unitOfMeasure: .count,
        reportedBy: .environmentBureau)

    static let checks: [DataCheck] = [
        .count(online, "public"),
        .count(polluters, "public"),
        .part(online, of: polluters, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.pollution_monitoring",
            name: BilingualText(zh: "重点排污单位自动监测联网率", en: "Key polluters monitored online"),
            definition: BilingualText(
                zh: "年末自动监测已联网的重点排污单位数 ÷ 应安装自动监测设备的重点排污单位数 × 100%",
                en: "Key polluters monitored online at the end of the year as a share of those that must be"),
            rationale: BilingualText(
                zh: "政策要求智能应用在环保领域推广，自动监测联网是环保领域的基本应用",
                en: "The policy wants smart applications in the environment, where online monitoring is the basic one"),
            unitOfMeasure: .percent,
            statements: ["S7"],
            variables: [online, polluters],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "250家中245家", en: "245 of 250"), [online: 245, polluters: 250], gives: 98),
                IndicatorExample(
                    BilingualText(zh: "没有应装单位的区不适用", en: "A district without any is not concerned"),
                    variables: [online.id: [0], polluters.id: [0]], expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(online, of: polluters))
}
