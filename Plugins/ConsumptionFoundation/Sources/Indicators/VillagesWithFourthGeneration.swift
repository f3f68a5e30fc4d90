import AssessmentCore

/// The share of administrative villages that 4G covers.
enum VillagesWithFourthGeneration {
    static let covered = Variable(
        id: "villages_with_4g",
        name: BilingualText(zh: "4G覆盖的行政村数", en: "Administrative villages with 4G"),
        definition: BilingualText(
            zh: "年末村委会及主要居住点有4G信号、可正常上网的行政村数",
            en: "Administrative villages whose committee and main settlement have working 4G at the end of the year"),
        unitOfMeasure: .count,
        reportedBy: Department.communications)

    static let checks: [DataCheck] = [
        .count(covered, "foundation"),
        .part(covered, of: .administrativeVillages, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.villages_with_4g",
            name: BilingualText(zh: "行政村4G覆盖率", en: "Administrative villages with 4G"),
            definition: BilingualText(
                zh: "年末4G网络覆盖的行政村数 ÷ 行政村总数 × 100%",
                en: "Administrative villages that 4G covers as a share of all, at the end of the year"),
            rationale: BilingualText(
                zh: "政策要求拓展4G网络覆盖的深度和广度",
                en: "The policy asks for deeper and wider 4G coverage"),
            unitOfMeasure: .percent,
            statements: ["I7"],
            variables: [covered, .administrativeVillages],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "200个村中198个", en: "198 of 200 villages"),
                    [covered: 198, .administrativeVillages: 200], gives: 99),
                IndicatorExample(
                    BilingualText(
                        zh: "没有行政村的区不适用",
                        en: "A district without villages is not concerned"),
                    variables: [covered.id: [0], Variable.administrativeVillages.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(covered, of: .administrativeVillages))
}
