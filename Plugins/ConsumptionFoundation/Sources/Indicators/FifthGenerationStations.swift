import AssessmentCore

/// 5G base stations for each ten thousand residents.
enum FifthGenerationStations {
    static let stations = Variable(
        id: "base_stations_5g",
        name: BilingualText(zh: "5G基站数", en: "5G base stations"),
        definition: BilingualText(
            zh: "年末累计开通在用的5G基站数，共享基站计一个",
            en: "5G base stations in service at the end of the year; one that operators share counts once"),
        unitOfMeasure: .count,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [.count(stations, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.base_stations_5g",
            name: BilingualText(zh: "每万人5G基站数", en: "5G base stations per 10,000 residents"),
            definition: BilingualText(
                zh: "年末累计开通的5G基站数 ÷ 年末常住人口（万人）",
                en: "5G base stations in service at the end of the year for each 10,000 permanent residents"),
            rationale: BilingualText(
                zh: "商用网络的规模看已开通的基站",
                en: "The extent of the commercial network shows in the stations that are in service"),
            unitOfMeasure: .perTenThousandResidents,
            statements: ["I2"],
            variables: [stations, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "3000个、500万人", en: "3,000 stations, 5 million residents"),
                    [stations: 3000, .residentPopulation: 500], gives: 6)
            ]),
        formula: .rate(stations, of: .residentPopulation))
}
