import AssessmentCore

/// The share of grass-roots culture centres that offer digital content.
enum DigitalCultureCentres {
    static let digital = Variable(
        id: "culture_centres_with_digital_content",
        name: BilingualText(
            zh: "提供数字文化服务的基层文化服务中心数", en: "Grass-roots culture centres with digital content"),
        definition: BilingualText(
            zh: "年末可现场点播、阅览或下载公共数字文化资源（含原创数字内容）的基层综合性文化服务中心数",
            en: "Grass-roots culture centres where, at the end of the year, visitors can play, read or download public "
                + "digital cultural content"),
        unitOfMeasure: .count,
        reportedBy: .cultureBureau)

    static let centres = Variable(
        id: "grass_roots_culture_centres",
        name: BilingualText(zh: "基层综合性文化服务中心数", en: "Grass-roots culture centres"),
        definition: BilingualText(
            zh: "年末已建成开放的乡镇（街道）和村（社区）综合性文化服务中心数",
            en: "Culture centres of townships, subdistricts, villages and communities open at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .cultureBureau)

    static let checks: [DataCheck] = [
        .count(digital, "life"),
        .count(centres, "life"),
        .part(digital, of: centres, "life"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "life.digital_culture_centres",
            name: BilingualText(zh: "基层数字文化服务覆盖率", en: "Culture centres with digital content"),
            definition: BilingualText(
                zh: "提供数字文化服务的基层综合性文化服务中心数 ÷ 基层综合性文化服务中心总数 × 100%，年末数",
                en: "Grass-roots culture centres with digital content as a share of all such centres, end of year"),
            rationale: BilingualText(
                zh: "政策要求面向基层群众提供数字创意内容和服务，基层文化中心是群众就近使用的场所",
                en: "The policy wants digital content to reach the grass roots, and these centres are where it is used"),
            unitOfMeasure: .percent,
            statements: ["L2"],
            variables: [digital, centres],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1500个中心中有1080个", en: "1,080 of 1,500 centres"),
                    [digital: 1080, centres: 1500], gives: 72)
            ]),
        formula: .share(digital, of: centres))
}
