import AssessmentCore

/// The share of researching firms that use the tax deduction.
enum ResearchDeduction {
    static let deducting = Variable(
        id: "firms_deducting_research",
        name: BilingualText(zh: "享受研发费用加计扣除的规模以上企业数", en: "Firms that deducted research expenditure"),
        definition: BilingualText(
            zh: "有研发活动的规模以上企业中，当年度汇算清缴享受研发费用加计扣除的户数",
            en: """
                Of the firms with research activity, those that took the additional deduction in the settlement for \
                the year
                """),
        unitOfMeasure: .count,
        reportedBy: Department.tax)

    static let researching = Variable(
        id: "firms_with_research",
        name: BilingualText(zh: "有研发活动的规模以上企业数", en: "Firms with research activity"),
        definition: BilingualText(
            zh: "当年有研发活动的规模以上企业户数",
            en: "Firms above designated size with research and development activity in the year"),
        unitOfMeasure: .count,
        reportedBy: Department.statistics)

    static let checks: [DataCheck] = [
        .count(deducting, "foundation"),
        .count(researching, "foundation"),
        .part(deducting, of: researching, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.research_deduction",
            name: BilingualText(zh: "研发费用加计扣除享受面", en: "Firms that use the research deduction"),
            definition: BilingualText(
                zh: "享受研发费用加计扣除的规模以上企业数 ÷ 有研发活动的规模以上企业数 × 100%",
                en: """
                    Firms above designated size that deducted research expenditure as a share of those with research \
                    activity, in the year
                    """),
            rationale: BilingualText(
                zh: "政策要求落实企业研发费用加计扣除等税收优惠",
                en: "The policy asks that the additional deduction of research expenditure be carried through"),
            unitOfMeasure: .percent,
            statements: ["A2"],
            variables: [deducting, researching],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "500户中410户", en: "410 of 500 firms"),
                    [deducting: 410, researching: 500], gives: 82),
                IndicatorExample(
                    BilingualText(zh: "没有有研发活动的企业", en: "No firm with research"),
                    variables: [deducting.id: [0], researching.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(deducting, of: researching))
}
