import AssessmentCore

/// How far farming uses the internet of things and other information technology.
enum DigitalFarming {
    static let level = Variable(
        id: "digital_farming_level",
        name: BilingualText(zh: "农业生产信息化率", en: "Digital farming rate"),
        definition: BilingualText(
            zh: "全国县域农业农村信息化发展水平评价公布的农业生产信息化率：种植、设施、畜禽、水产中应用物联网等信息技术的比例，"
                + "按产值加权，百分数",
            en: "The rate published by the national assessment of counties: per cent of cropping, greenhouses, "
                + "livestock and fishery that use the internet of things and the like, weighted by output value"),
        unitOfMeasure: .percent,
        carrying: .missing,
        reportedBy: .agricultureBureau)

    static let checks: [DataCheck] = [.percentage(level, "production")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.digital_farming",
            name: level.name,
            definition: BilingualText(zh: "采用公布的农业生产信息化率，不再计算", en: "The rate as published"),
            rationale: BilingualText(
                zh: "政策要求推广农业物联网实用技术，信息化率反映其在农业生产中的应用程度",
                en: "The policy promotes the internet of things on farms; the rate shows how far production uses it"),
            unitOfMeasure: .percent,
            statements: ["M9"],
            variables: [level],
            examples: [
                IndicatorExample(BilingualText(zh: "公布值22.5%", en: "Published as 22.5 %"), [level: 22.5], gives: 22.5)
            ]),
        formula: .variable(level))
}
