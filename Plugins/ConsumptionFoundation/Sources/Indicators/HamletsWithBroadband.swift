import AssessmentCore

/// The share of natural villages that broadband reaches.
enum HamletsWithBroadband {
    static let connected = Variable(
        id: "natural_villages_with_broadband",
        name: BilingualText(zh: "通宽带的20户以上自然村数", en: "Natural villages with broadband"),
        definition: BilingualText(
            zh: "年末光纤或4G网络通达、可开通宽带业务的20户以上自然村数",
            en: """
                Natural villages of 20 households and more where fibre or 4G brings broadband at the end of the year
                """),
        unitOfMeasure: .count,
        reportedBy: Department.communications)

    static let all = Variable(
        id: "natural_villages",
        name: BilingualText(zh: "20户以上自然村数", en: "Natural villages of 20 households and more"),
        definition: BilingualText(
            zh: "年末常住20户以上的自然村数",
            en: "Natural villages with 20 resident households and more at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: Department.agriculture)

    static let checks: [DataCheck] = [
        .count(connected, "foundation"),
        .count(all, "foundation"),
        .part(connected, of: all, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.hamlets_with_broadband",
            name: BilingualText(zh: "自然村通宽带比例", en: "Natural villages with broadband"),
            definition: BilingualText(
                zh: "年末通宽带的20户以上自然村数 ÷ 20户以上自然村总数 × 100%",
                en: """
                    Natural villages of 20 households and more that have broadband as a share of all such villages, \
                    at the end of the year
                    """),
            rationale: BilingualText(
                zh: "覆盖城乡的难点在行政村以下",
                en: "Covering the country is decided below the administrative village"),
            unitOfMeasure: .percent,
            statements: ["I3"],
            variables: [connected, all],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "800个中760个", en: "760 of 800 villages"),
                    [connected: 760, all: 800], gives: 95),
                IndicatorExample(
                    BilingualText(
                        zh: "没有自然村的区不适用",
                        en: "A district without villages is not concerned"),
                    variables: [connected.id: [0], all.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(connected, of: all))
}
