import AssessmentCore

/// The share of farm produce, by value, that can be traced by information systems.
enum TraceableProduce {
    static let traceable = Variable(
        id: "traceable_farm_produce_value",
        name: BilingualText(zh: "实现信息化追溯的农产品产值", en: "Value of farm produce traced by information systems"),
        definition: BilingualText(
            zh: "全年接入自建或公共追溯平台、实现质量安全追溯的种植业、设施栽培、畜禽和水产品产值",
            en: "The year's value of crops, greenhouse produce, livestock and fish traced on own or public platforms"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .agricultureBureau)

    static let all = Variable(
        id: "farm_produce_value",
        name: BilingualText(zh: "农产品产值", en: "Value of farm produce"),
        definition: BilingualText(
            zh: "全年种植业、设施栽培、畜禽和水产品产值，与追溯产值同口径",
            en: "The year's value of crops, greenhouse produce, livestock and fish, on the same scope"),
        unitOfMeasure: .hundredMillionYuan,
        reportedBy: .agricultureBureau)

    static let checks: [DataCheck] = [
        .amount(traceable, "production"),
        .amount(all, "production"),
        .part(traceable, of: all, "production"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "production.traceable_produce",
            name: BilingualText(zh: "农产品质量安全追溯信息化水平", en: "Farm produce traced by information systems"),
            definition: BilingualText(
                zh: "实现信息化追溯的农产品产值 ÷ 农产品产值 × 100%，与全国县域农业农村信息化评价的口径一致",
                en: "The value of farm produce traced by information systems as a share of all farm produce, defined "
                    + "as in the national assessment of counties"),
            rationale: BilingualText(
                zh: "政策要求发展面向农产品质量安全的信息技术服务，追溯是其主要应用",
                en: "The policy asks for information technology for the safety of farm produce; "
                    + "tracing is its main use"),
            unitOfMeasure: .percent,
            statements: ["M9"],
            variables: [traceable, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "50亿元中有12亿元可追溯", en: "CNY 1.2 billion of 5 billion can be traced"),
                    [traceable: 12, all: 50], gives: 24),
                IndicatorExample(
                    BilingualText(zh: "没有农业生产的中心城区不适用", en: "A district without farming is not concerned"),
                    variables: [traceable.id: [0], all.id: [0]], expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(traceable, of: all))
}
