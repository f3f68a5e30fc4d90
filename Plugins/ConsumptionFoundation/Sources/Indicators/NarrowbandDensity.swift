import AssessmentCore

/// Narrowband IoT connections for each hundred residents.
enum NarrowbandDensity {
    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.narrowband_iot_density",
            name: BilingualText(zh: "每百人窄带物联网连接数", en: "Narrowband IoT connections per 100 residents"),
            definition: BilingualText(
                zh: "年末窄带物联网连接数（万个）÷ 年末常住人口（万人）× 100；可超过100",
                en: """
                    Narrowband IoT connections for each 100 permanent residents at the end of the year; it can \
                    exceed 100
                    """),
            rationale: BilingualText(
                zh: "连接数与人口有关，密度使大小不同的市可比",
                en: "Connections follow population; as a density, cities of different size can be compared"),
            unitOfMeasure: .perHundredResidents,
            statements: ["I1"],
            variables: [.narrowbandConnections, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(
                        zh: "125万个、500万人",
                        en: "1.25 million connections, 5 million residents"),
                    [.narrowbandConnections: 125, .residentPopulation: 500], gives: 25)
            ]),
        formula: .rate(.narrowbandConnections, per: 100, of: .residentPopulation))
}
