import AssessmentCore

/// The share of cultural industries' revenue that new digital formats earn.
enum DigitalCreativeRevenue {
    static let newFormats = Variable(
        id: "new_format_culture_revenue",
        name: BilingualText(zh: "文化新业态营业收入", en: "Revenue of new cultural formats"),
        definition: BilingualText(
            zh: "全年规模以上文化及相关产业企业中，文化新业态特征较为明显的16个行业小类（数字出版、动漫游戏数字内容等）的营业收入",
            en: "Whole-year revenue of cultural enterprises above the size threshold in the 16 classes that statistics "
                + "count as new formats, such as digital publishing, animation and games"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .statisticsBureau)

    static let culture = Variable(
        id: "culture_revenue",
        name: BilingualText(zh: "文化及相关产业营业收入", en: "Revenue of cultural industries"),
        definition: BilingualText(
            zh: "全年规模以上文化及相关产业企业营业收入",
            en: "Whole-year revenue of cultural enterprises above the size threshold"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .statisticsBureau)

    static let checks: [DataCheck] = [
        .amount(newFormats, "life"),
        .amount(culture, "life"),
        .part(newFormats, of: culture, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.digital_creative_revenue",
            name: BilingualText(zh: "文化新业态营业收入占比", en: "Share of new formats in cultural revenue"),
            definition: BilingualText(
                zh: "文化新业态营业收入 ÷ 文化及相关产业营业收入 × 100%，全年数，规模以上企业",
                en: "Revenue of new cultural formats as a share of cultural industries' revenue, whole year, "
                    + "enterprises above the size threshold"),
            rationale: BilingualText(
                zh: "政策要求推进动漫、网络游戏、数字出版等数字创意内容，占比反映供给向数字内容的转变",
                en:
                    "The policy promotes animation, games and digital publishing; the share shows supply turning digital"
            ),
            unitOfMeasure: .percent,
            statements: ["L2"],
            variables: [newFormats, culture],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "150亿元中36亿元", en: "CNY 3.6bn of 15bn"),
                    [newFormats: 36, culture: 150], gives: 24),
                IndicatorExample(
                    BilingualText(zh: "没有规模以上文化企业的区不适用", en: "Without such enterprises nothing is measured"),
                    variables: [newFormats.id: [0], culture.id: [0]], expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(newFormats, of: culture))
}
