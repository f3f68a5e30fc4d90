import AssessmentCore

/// The share of administrative villages that optical fibre reaches.
enum VillagesWithFibre {
    static let connected = Variable(
        id: "villages_with_fibre",
        name: BilingualText(zh: "通光纤的行政村数", en: "Administrative villages with optical fibre"),
        definition: BilingualText(
            zh: "年末光缆通达村委会或村内集中居住点并可开通业务的行政村数",
            en:
                "Villages where, at the end of the year, fibre reaches the village committee or a settlement and can be ordered"
        ),
        unitOfMeasure: .count,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [
        .count(connected, "foundation"),
        .part(connected, of: .administrativeVillages, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.villages_with_fibre",
            name: BilingualText(zh: "行政村通光纤比例", en: "Villages with optical fibre"),
            definition: BilingualText(
                zh: "通光纤的行政村数 ÷ 行政村总数 × 100%",
                en: "Administrative villages with optical fibre as a share of all administrative villages"),
            rationale: BilingualText(
                zh: "政策要求到2020年实现100%的行政村通光纤",
                en: "The policy asks for fibre in every administrative village by 2020"),
            unitOfMeasure: .percent,
            statements: ["I4"],
            variables: [connected, .administrativeVillages],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "200个村中通196个", en: "196 of 200 villages"),
                    [connected: 196, .administrativeVillages: 200], gives: 98),
                IndicatorExample(
                    BilingualText(zh: "没有行政村的区不适用", en: "A district without villages is not concerned"),
                    variables: [connected.id: [0], Variable.administrativeVillages.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(connected, of: .administrativeVillages))
}
