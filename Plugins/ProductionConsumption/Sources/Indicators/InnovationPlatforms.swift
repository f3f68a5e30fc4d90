import AssessmentCore

/// The share of leading manufacturers with an internet platform for innovation and start-ups.
enum InnovationPlatforms {
    static let withPlatform = Variable(
        id: "leading_manufacturers_with_innovation_platform",
        name: BilingualText(zh: "建有双创平台的骨干企业数", en: "Leading manufacturers with an innovation platform"),
        definition: BilingualText(
            zh: "制造业重点行业骨干企业中，年末已建成并运行基于互联网的双创平台，或依托第三方双创平台开展应用的企业数",
            en: "Leading manufacturers that, at the end of the year, run an internet platform for innovation and "
                + "start-ups or work on one of a third party"),
        unitOfMeasure: .count,
        reportedBy: .informationTechnologyBureau)

    static let leading = Variable(
        id: "leading_manufacturers",
        name: BilingualText(zh: "制造业重点行业骨干企业数", en: "Leading manufacturers of key industries"),
        definition: BilingualText(
            zh: "年末列入主管部门名单的汽车、电子信息、家电、纺织服装等制造业重点行业骨干企业数",
            en: "Manufacturers of vehicles, electronics, appliances, textiles and other key industries that are on the "
                + "list of the department at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .informationTechnologyBureau)

    static let checks: [DataCheck] = [
        .count(withPlatform, "production"),
        .count(leading, "production"),
        .part(withPlatform, of: leading, "production"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.innovation_platforms",
            name: BilingualText(
                zh: "重点行业骨干企业双创平台普及率", en: "Leading manufacturers with an innovation platform"),
            definition: BilingualText(
                zh: "建有双创平台的骨干企业数 ÷ 制造业重点行业骨干企业数 × 100%",
                en: "Leading manufacturers with an internet platform for innovation as a share of all of them"),
            rationale: BilingualText(
                zh: "政策支持制造业重点行业骨干企业建立基于互联网的双创平台",
                en: "The policy supports such platforms at the leading manufacturers of key industries"),
            unitOfMeasure: .percent,
            statements: ["M10"],
            variables: [withPlatform, leading],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "64家中有48家", en: "48 of 64 manufacturers"),
                    [withPlatform: 48, leading: 64], gives: 75)
            ]),
        formula: .share(withPlatform, of: leading))
}
