import AssessmentCore

/// The provincial software parks added since a base year.
enum SoftwareParks {
    static let register = RegisterDescription(
        id: "software_parks",
        name: BilingualText(zh: "省级软件园区名录", en: "Register of provincial software parks"),
        definition: BilingualText(
            zh: "省经济和信息化主管部门认定的省级软件园区，以认定文件日期为认定日，撤销之日退出；基期以前认定的也列入",
            en: "Software parks recognised by the province, from the day of recognition until the day of withdrawal; "
                + "those recognised before the base year are listed too"),
        keptBy: .provincialInformationTechnologyDepartment)

    static let indicator = RegisterIndicator(
        IndicatorDescription(
            id: "production.software_parks",
            name: BilingualText(zh: "新增省级软件园区数", en: "New provincial software parks"),
            definition: BilingualText(
                zh: "年末在名录内的省级软件园区数 − 基期年末数；期间撤销的抵减，可为负",
                en: "Software parks on the register at the end of the year, less those at the end of the base year; "
                    + "a withdrawal counts against it, so it can be negative"),
            rationale: BilingualText(
                zh: "政策要求到2020年全省新增5个省级软件园区，应计净增而非总数",
                en: "The policy asks for 5 new parks by 2020: what counts is the increase, not the number there is"),
            unitOfMeasure: .count,
            statements: ["M7"],
            registers: [register],
            parameters: [RegisterIndicator.baseYear],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "基期已有1个，2018年新增1个，2020年新增1个并撤销原有的1个",
                        en: "One in the base year, one added in 2018; in 2020 one added and the first withdrawn"),
                    periods: [Period(year: 2017), Period(year: 2018), Period(year: 2020)],
                    registers: [
                        register.id: [
                            .example("示例软件园", from: "2015-03-01", until: "2020-06-01"),
                            .example("示例动漫产业园", code: "91340100MA0000023U", from: "2018-07-20"),
                            .example("示例大数据产业园", code: "91340100MA0000031N", from: "2020-10-15"),
                        ]
                    ],
                    parameters: [RegisterIndicator.baseYear.name: .number(2017)],
                    expected: [.value(0), .value(1), .value(1)])
            ]),
        rule: RegisterIndicator.Rule(countsIncrease: true))
}
