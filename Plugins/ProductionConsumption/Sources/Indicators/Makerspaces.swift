import AssessmentCore

/// The recognised makerspaces for information consumption.
enum Makerspaces {
    static let register = RegisterDescription(
        id: "makerspaces",
        name: BilingualText(zh: "信息消费众创空间名录", en: "Register of information consumption makerspaces"),
        definition: BilingualText(
            zh: "省经济和信息化主管部门确定为重点建设发展的信息消费领域众创空间，以公布文件日期为认定日，撤销之日退出",
            en: "Makerspaces for information consumption that the province chose for priority development: "
                + "recognised from the day of the notice until the day of withdrawal"),
        keptBy: .provincialInformationTechnologyDepartment)

    static let indicator = RegisterIndicator(
        IndicatorDescription(
            id: "production.makerspaces",
            name: BilingualText(zh: "信息消费众创空间数", en: "Information consumption makerspaces"),
            definition: BilingualText(
                zh: "年末在名录内的信息消费众创空间数，同一机构的同名空间只计一次",
                en: "Makerspaces on the register at the end of the year, each counted once"),
            rationale: BilingualText(
                zh: "政策要求到2020年全省重点建设发展50个信息消费众创空间",
                en: "The policy asks for 50 makerspaces in the province by 2020"),
            unitOfMeasure: .count,
            statements: ["M6"],
            registers: [register],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "三家中一家于2019年撤销，一家信用代码有误",
                        en: "Of three, one was withdrawn in 2019 and one has a wrong credit code"),
                    periods: [Period(year: 2018), Period(year: 2019)],
                    registers: [
                        register.id: [
                            .example("示例创客空间", from: "2018-09-10"),
                            .example(
                                "示例创新工场", code: "91340100MA0000023U", from: "2018-09-10", until: "2019-11-01"),
                            .example("示例开源社区", code: "91340100MA00000310", from: "2018-09-10"),
                        ]
                    ],
                    expected: [.value(2), .value(1)])
            ]))
}
