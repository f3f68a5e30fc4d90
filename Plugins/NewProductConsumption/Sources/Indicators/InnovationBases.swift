import AssessmentCore

/// The recognised innovation bases of smart terminals.
enum InnovationBases {
    static let register = RegisterDescription(
        id: "innovation_bases",
        name: BilingualText(
            zh: "省级信息消费智能终端产品创新基地名录", en: "Register of smart terminal innovation bases"),
        definition: BilingualText(
            zh: "省经济和信息化主管部门认定的智能终端产品创新基地，按所在市、县（市、区）列入，机构填运营单位；"
                + "以认定文件日期为认定日，撤销之日退出",
            en:
                "Innovation bases of smart terminals that the province recognises, entered where they lie with the "
                + "code of the organisation that runs them; from the day of recognition until the day of withdrawal"),
        keptBy: .provincialInformationTechnologyDepartment)

    static let indicator = RegisterIndicator(
        IndicatorDescription(
            id: "product.innovation_bases",
            name: BilingualText(zh: "省级信息消费智能终端产品创新基地数", en: "Smart terminal innovation bases"),
            definition: BilingualText(
                zh: "年末在名录内的创新基地数；市的数含所辖县（市、区）",
                en: "Innovation bases on the register at the end of the year; those of a city include its counties"),
            rationale: BilingualText(
                zh: "政策要求到2020年建设10个以上省级信息消费智能终端产品创新基地",
                en: "The policy asks for 10 or more innovation bases by 2020"),
            unitOfMeasure: .count,
            statements: ["N10"],
            registers: [register],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "市直属一个、所辖县一个，另有一个已撤销",
                        en: "One of the city itself, one in a county of it, and one withdrawn"),
                    units: [IndicatorExample.unit, county],
                    registers: [
                        register.id: [
                            .example("示例智能终端基地", from: "2018-08-01"),
                            .example("示例可穿戴产业基地", code: "91340100MA0000031N", unit: county.code, from: "2019-09-01"),
                            .example(
                                "示例机器人基地", code: "91340100MA0000023U", from: "2018-08-01", until: "2020-12-31"),
                        ]
                    ],
                    expected: [.value(2), .value(1)])
            ]))

    private static let county = AssessedUnit(
        code: "340123", name: BilingualText(zh: "肥西县", en: "Feixi County"), level: "county",
        parent: IndicatorExample.unit.code)
}
