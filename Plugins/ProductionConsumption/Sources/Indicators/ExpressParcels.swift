import AssessmentCore

/// Express parcels sent for each resident.
enum ExpressParcels {
    static let sent = Variable(
        id: "express_parcels_sent",
        name: BilingualText(zh: "快递业务量", en: "Express parcels sent"),
        definition: BilingualText(
            zh: "全年规模以上快递服务企业在本地收寄的快递件数，按收寄地统计，不含投递件",
            en: "Parcels that express companies above the size limit took in within the unit during the year; "
                + "parcels delivered there are not counted"),
        unitOfMeasure: UnitOfMeasure(BilingualText(zh: "万件", en: "10,000 parcels"), decimals: 2),
        reportedBy: BilingualText(zh: "邮政管理局", en: "Postal administration"))

    static let checks: [DataCheck] = [.amount(sent, "production")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.express_parcels",
            name: BilingualText(zh: "人均快递业务量", en: "Express parcels per resident"),
            definition: BilingualText(
                zh: "快递业务量（万件）÷ 年末常住人口（万人）",
                en: "Express parcels sent during the year for each permanent resident at its end"),
            rationale: BilingualText(
                zh: "收寄量反映本地企业和网点经现代物流发往市场的规模",
                en: "Parcels sent show how much local business reaches its market through modern logistics"),
            unitOfMeasure: UnitOfMeasure(BilingualText(zh: "件/人", en: "parcels per resident"), decimals: 2),
            statements: ["M4"],
            variables: [sent, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "收寄1.4亿件，常住人口350万人", en: "140 million parcels, 3.5 million residents"),
                    [sent: 14000, .residentPopulation: 350], gives: 40)
            ]),
        formula: .rate(sent, of: .residentPopulation))
}
