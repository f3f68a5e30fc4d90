import AssessmentCore

/// The share of permits and penalties that are published in time.
enum CreditPublicity {
    static let published = Variable(
        id: "decisions_published_in_time",
        name: BilingualText(zh: "及时公示的许可处罚信息条数", en: "Decisions published in time"),
        definition: BilingualText(
            zh: "全年应公示的行政许可、行政处罚中，作出后7个工作日内在“信用中国”网站公示的条数",
            en: "Of the year’s decisions that must be published, those on Credit China within seven working days"),
        unitOfMeasure: .count,
        reportedBy: Department.reform)

    static let due = Variable(
        id: "decisions_to_publish",
        name: BilingualText(zh: "应公示的许可处罚信息条数", en: "Decisions to be published"),
        definition: BilingualText(
            zh: "全年作出的依法应公示的行政许可和行政处罚决定数",
            en: "Permits and penalties decided in the year that the law requires to be published"),
        unitOfMeasure: .count,
        reportedBy: Department.reform)

    static let checks: [DataCheck] = [
        .count(published, "foundation"),
        .count(due, "foundation"),
        .part(published, of: due, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.credit_publicity",
            name: BilingualText(zh: "行政许可和行政处罚信息及时公示率", en: "Permits and penalties published in time"),
            definition: BilingualText(
                zh: "全年作出后7个工作日内公示的行政许可、行政处罚信息条数 ÷ 全年作出的应公示条数 × 100%",
                en: """
                    Permits and penalties published within seven working days as a share of all decided in the year \
                    that must be published
                    """),
            rationale: BilingualText(
                zh: "政策要求将行政许可、行政处罚信息纳入信用平台并公示",
                en: "The policy asks that permits and penalties enter the credit platforms and be published"),
            unitOfMeasure: .percent,
            statements: ["E2"],
            variables: [published, due],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "8000条中7600条", en: "7,600 of 8,000 decisions"),
                    [published: 7600, due: 8000], gives: 95)
            ]),
        formula: .share(published, of: due))
}
