import AssessmentCore

/// Cellular IoT terminals for each hundred residents.
enum IoTConnections {
    static let terminals = Variable(
        id: "cellular_iot_terminals",
        name: BilingualText(zh: "蜂窝物联网终端用户数", en: "Cellular IoT terminals"),
        definition: BilingualText(
            zh: "年末在网的蜂窝物联网终端用户数，含窄带物联网",
            en: "Cellular IoT terminals connected at the end of the year, narrowband included"),
        unitOfMeasure: .tenThousandItems,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [.amount(terminals, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.iot_connections",
            name: BilingualText(zh: "每百人蜂窝物联网终端数", en: "Cellular IoT terminals per 100 residents"),
            definition: BilingualText(
                zh: "年末蜂窝物联网终端用户数（万个，含窄带物联网）÷ 年末常住人口（万人）× 100；可超过100",
                en: """
                    Cellular IoT terminals, narrowband included, for each 100 permanent residents at the end of the \
                    year; it can exceed 100
                    """),
            rationale: BilingualText(
                zh: "政策要求加快物联网基础设施部署，连接数反映其使用",
                en: "The policy asks for IoT infrastructure to be deployed faster; connections show its use"),
            unitOfMeasure: .perHundredResidents,
            statements: ["I7"],
            variables: [terminals, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "360万个、450万人",
                        en: "3.6 million terminals, 4.5 million residents"),
                    [terminals: 360, .residentPopulation: 450], gives: 80)
            ]),
        formula: .rate(terminals, per: 100, of: .residentPopulation))
}
