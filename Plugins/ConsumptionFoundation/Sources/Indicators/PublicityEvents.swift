import AssessmentCore

/// How often information consumption was brought before the public.
enum PublicityEvents {
    static let events = Variable(
        id: "information_publicity_events",
        name: BilingualText(zh: "信息消费宣传推广活动次数", en: "Publicity events for information consumption"),
        definition: BilingualText(
            zh: "全年由政府部门主办或联办的信息消费展会、供需对接、“信息消费日”“信息消费行”等活动次数，多日活动计一次",
            en: """
                Fairs, matching events and campaigns for information consumption that departments held alone or with \
                others in the whole year; one of several days counts once
                """),
        unitOfMeasure: .occasions,
        reportedBy: Department.industry)

    static let checks: [DataCheck] = [.count(events, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.publicity_events",
            name: BilingualText(zh: "每百万人信息消费宣传推广活动次数", en: "Publicity events per million residents"),
            definition: BilingualText(
                zh: "全年信息消费宣传推广活动次数 ÷ 年末常住人口（万人）× 100",
                en: """
                    Publicity events for information consumption in the whole year for each million permanent \
                    residents
                    """),
            rationale: BilingualText(
                zh: "政策要求举办展会、对接和“信息消费日”等宣传活动",
                en: "The policy asks for fairs, matching events and campaigns such as an information consumption day"),
            unitOfMeasure: .eventsPerMillion,
            statements: ["X3"],
            variables: [events, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "20次、400万人", en: "20 events, 4 million residents"),
                    [events: 20, .residentPopulation: 400], gives: 5)
            ]),
        formula: .rate(events, per: 100, of: .residentPopulation))
}
