import AssessmentCore

/// The share of administrative villages with an information post.
enum VillageInformationPosts {
    static let served = Variable(
        id: "villages_with_information_post",
        name: BilingualText(zh: "建有益农信息社的行政村数", en: "Villages with an information post"),
        definition: BilingualText(
            zh: "年末至少有一个益农信息社、且当年提供过服务的行政村数",
            en: "Administrative villages with at least one information post that gave service in the year"),
        unitOfMeasure: .count,
        reportedBy: Department.agriculture)

    static let checks: [DataCheck] = [
        .count(served, "foundation"),
        .part(served, of: .administrativeVillages, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.village_information_posts",
            name: BilingualText(zh: "益农信息社行政村覆盖率", en: "Villages with an information post"),
            definition: BilingualText(
                zh: "年末建有正常运营益农信息社的行政村数 ÷ 行政村总数 × 100%",
                en: """
                    Administrative villages with a working information post as a share of all, at the end of the year
                    """),
            rationale: BilingualText(
                zh: "信息进村入户以益农信息社为载体",
                en: "Information reaches villages and households through these posts"),
            unitOfMeasure: .percent,
            statements: ["X6"],
            variables: [served, .administrativeVillages],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "200个村中170个", en: "170 of 200 villages"),
                    [served: 170, .administrativeVillages: 200], gives: 85),
                IndicatorExample(
                    BilingualText(
                        zh: "没有行政村的区不适用",
                        en: "A district without villages is not concerned"),
                    variables: [served.id: [0], Variable.administrativeVillages.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(served, of: .administrativeVillages))
}
