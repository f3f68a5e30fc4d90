import AssessmentCore

/// The demonstration titles that a city and its counties hold.
enum DemonstrationTitles {
    static let indicator = RegisterIndicator(
        IndicatorDescription(
            id: "foundation.demonstration_titles",
            name: BilingualText(zh: "信息消费示范市县称号数", en: "Demonstration titles held"),
            definition: BilingualText(
                zh: "年末有效的国家级示范市、特色型示范城市和省级示范县（市、区）称号数；市含所辖县（市、区）",
                en: """
                    National and featured demonstration cities and provincial demonstration counties in force at the \
                    end of the year; for a city, with its counties
                    """),
            rationale: BilingualText(
                zh: "政策要求推进国家级示范市和省级示范县（市、区）建设",
                en: "The policy asks for national demonstration cities and provincial demonstration counties"),
            unitOfMeasure: .count,
            statements: ["X5"],
            registers: [Demonstrations.register],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "一市两个称号，所辖县一个；项目不计，撤销的不计",
                        en: "Two of the city, one of its county; a project and a title withdrawn do not count"),
                    units: [
                        IndicatorExample.unit,
                        AssessedUnit(
                            code: "340121", name: BilingualText(zh: "长丰县", en: "Changfeng County"), level: "county",
                            parent: "340100"),
                    ],
                    registers: [
                        Demonstrations.register.id: [
                            Demonstrations.example(
                                "示例国家级示范市", unit: "340100", title: "national_city", code: "11340100000000086G",
                                from: 2016),
                            Demonstrations.example(
                                "示例特色型示范城市", unit: "340100", title: "national_featured_city",
                                code: "11340100000000086G", from: 2020),
                            Demonstrations.example(
                                "示例省级示范县", unit: "340121", title: "provincial_county", code: "11340100000000094B",
                                from: 2017),
                            Demonstrations.example(
                                "示例撤销称号", unit: "340121", title: "provincial_county", code: "11340100000000094B",
                                from: 2017, until: CalendarDate(year: 2020, month: 6, day: 30)),
                            Demonstrations.example(
                                "示例国家级项目", unit: "340100", title: "national_project", code: "91340100000000078D",
                                from: 2019),
                        ]
                    ],
                    expected: [.value(3), .value(1)])
            ]),
        rule: RegisterIndicator.Rule { entry in
            entry.fields[Demonstrations.title.id] != Demonstrations.nationalProject
        })
}
