import AssessmentCore

/// The share of the area under medicinal herbs that reports to a herbal market information platform.
enum HerbalInformation {
    private static let tenThousandMu = UnitOfMeasure(BilingualText(zh: "万亩", en: "10,000 mu"), decimals: 2)

    static let connected = Variable(
        id: "herb_area_on_platform",
        name: BilingualText(zh: "接入信息平台的中药材种植面积", en: "Herb area on an information platform"),
        definition: BilingualText(
            zh: "当年至少每季向中药材市场信息服务平台报送一次产量和价格信息的种植主体的中药材种植面积",
            en: "Area of growers who reported output and prices to a herbal market information platform at least "
                + "quarterly in the year"),
        unitOfMeasure: tenThousandMu,
        reportedBy: .agricultureBureau)

    static let area = Variable(
        id: "herb_area",
        name: BilingualText(zh: "中药材种植面积", en: "Area under medicinal herbs"),
        definition: BilingualText(
            zh: "当年中药材种植面积，含多年生在地面积", en: "Area under medicinal herbs in the year, perennials included"),
        unitOfMeasure: tenThousandMu,
        reportedBy: .agricultureBureau)

    static let checks: [DataCheck] = [
        .amount(connected, "life"),
        .amount(area, "life"),
        .part(connected, of: area, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.herbal_information",
            name: BilingualText(zh: "中药材信息采集覆盖率", en: "Herb area on an information platform"),
            definition: BilingualText(
                zh: "接入信息平台的中药材种植面积 ÷ 中药材种植面积 × 100%，当年数",
                en: "Area of growers on an information platform as a share of the area under medicinal herbs"),
            rationale: BilingualText(
                zh: "政策支持建设中药材市场信息服务平台，采集覆盖面决定平台能否服务生产、交易和预测",
                en: "The policy supports a herbal information platform, which is worth what it collects from growers"),
            unitOfMeasure: .percent,
            statements: ["L9"],
            variables: [connected, area],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "120万亩中接入54万亩", en: "540,000 of 1.2 million mu"),
                    [connected: 54, area: 120], gives: 45),
                IndicatorExample(
                    BilingualText(zh: "不种植中药材的市不适用", en: "A city that grows no herbs is not concerned"),
                    variables: [connected.id: [0], area.id: [0]], expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(connected, of: area))
}
