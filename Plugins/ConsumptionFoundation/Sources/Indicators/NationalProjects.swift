import AssessmentCore

/// The national demonstration projects of information consumption in a unit.
enum NationalProjects {
    static let indicator = RegisterIndicator(
        IndicatorDescription(
            id: "foundation.national_projects",
            name: BilingualText(zh: "国家级信息消费示范项目数", en: "National demonstration projects"),
            definition: BilingualText(
                zh: "年末有效的国家级信息消费示范项目数",
                en: "National demonstration projects of information consumption in force at the end of the year"),
            rationale: BilingualText(
                zh: "政策要求积极争创国家级信息消费示范项目",
                en: "The policy asks places to win national demonstration projects"),
            unitOfMeasure: .count,
            statements: ["X5"],
            registers: [Demonstrations.register],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "两个项目，其一重复列示；市的称号不计",
                        en: "Two projects, one of them listed twice; a title of the city does not count"),
                    registers: [
                        Demonstrations.register.id: [
                            Demonstrations.example(
                                "示例项目甲", unit: "340100", title: "national_project", code: "91340100000000078D",
                                from: 2019),
                            Demonstrations.example(
                                "示例项目甲", unit: "340100", title: "national_project", code: "91340100000000078D",
                                from: 2020),
                            Demonstrations.example(
                                "示例项目乙", unit: "340100", title: "national_project", code: "9134010000000006XD",
                                from: 2020),
                            Demonstrations.example(
                                "示例国家级示范市", unit: "340100", title: "national_city", code: "11340100000000086G",
                                from: 2016),
                        ]
                    ],
                    expected: [.value(2)])
            ]),
        rule: RegisterIndicator.Rule { entry in
            entry.fields[Demonstrations.title.id] == Demonstrations.nationalProject
        })
}
