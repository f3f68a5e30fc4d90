import AssessmentCore

/// The number of recognised demonstration communities of smart health and elder care.
enum DemonstrationCommunities {
    static let categoryField = "category"
    static let community = "community"

    static let register = RegisterDescription(
        id: "elder_care_demonstrations",
        name: BilingualText(zh: "智慧健康养老示范名单", en: "Demonstrations of smart health and elder care"),
        definition: BilingualText(
            zh: "国家或省认定的智慧健康养老示范街道（乡镇）、示范基地和示范企业",
            en: "Streets and towns, bases and enterprises recognised by the state or the province as demonstrations"),
        fields: [
            RegisterDescription.Field(
                id: categoryField,
                name: BilingualText(zh: "类别：街道（乡镇）、基地、企业", en: "Category"),
                accepted: [community, "base", "enterprise"])
        ],
        keptBy: .economyBureau)

    static let indicator = RegisterIndicator(
        IndicatorDescription(
            id: "eldercare.demonstration_communities",
            name: BilingualText(zh: "智慧健康养老示范街道数", en: "Demonstration communities"),
            definition: BilingualText(
                zh: "年末有效的智慧健康养老示范街道（乡镇）数；基地和企业不计，代码有误的不计",
                en: "Streets and towns recognised at the end of the year; bases and enterprises do not count, nor do "
                    + "entries with a wrong credit code"),
            rationale: BilingualText(
                zh: "国家行动计划要求建设示范社区；专栏6要求打造智慧养老示范项目",
                en:
                    "The national plan wants demonstration communities; project 6 of the policy wants demonstrations of smart elder care"
            ),
            unitOfMeasure: .count,
            statements: ["EC6"],
            registers: [register],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "两个有效，一个当年已撤销；基地不计", en: "Two hold, one was withdrawn in the year; a base does not count"),
                    registers: [
                        register.id: [
                            .example("甲街道", from: "2017-12-01", fields: [categoryField: community]),
                            .example("乙街道", from: "2020-12-31", fields: [categoryField: community]),
                            .example(
                                "丙镇", from: "2018-09-01", until: "2020-06-30", fields: [categoryField: community]),
                            .example("丁基地", from: "2018-09-01", fields: [categoryField: "base"]),
                        ]
                    ], expected: [.value(2)]),
                IndicatorExample(
                    BilingualText(zh: "名单中没有本市的记零", en: "A unit that the list does not name has none"),
                    registers: [register.id: []], expected: [.value(0)]),
                IndicatorExample(
                    BilingualText(zh: "未提供名单的，无数据", en: "Without the list nothing is known"),
                    expected: [.absent(.notCollected)]),
            ]),
        rule: RegisterIndicator.Rule { $0.fields[categoryField] == community })
}
