import AssessmentCore

/// The share of urban management cases that were closed within their time limit.
enum UrbanCasesInTime {
    static let closed = Variable(
        id: "urban_cases_closed_in_time",
        name: BilingualText(zh: "按期结案数", en: "Urban management cases closed in time"),
        definition: BilingualText(
            zh: "应结案件中在规定处置时限内处置完毕并经核查结案的数量",
            en: "Cases due in the year that were handled, verified and closed within their time limit"),
        unitOfMeasure: .cases,
        reportedBy: .urbanManagementBureau)

    static let due = Variable(
        id: "urban_cases_due",
        name: BilingualText(zh: "应结案数", en: "Urban management cases due"),
        definition: BilingualText(
            zh: "数字城管平台立案、处置时限在当年内届满的案件数，含上年转入",
            en: "Cases filed on the platform whose time limit ended in the year, those filed the year before included"),
        unitOfMeasure: .cases,
        reportedBy: .urbanManagementBureau)

    static let checks: [DataCheck] = [
        .count(closed, "public"),
        .count(due, "public"),
        .part(closed, of: due, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.urban_cases_in_time",
            name: BilingualText(zh: "数字城管按期结案率", en: "Urban management cases closed in time"),
            definition: BilingualText(
                zh: "按期结案数 ÷ 应结案数 × 100%，全年数",
                en: "Cases closed within their time limit as a share of the cases due in the year"),
            rationale: BilingualText(
                zh: "按期结案需各部门协同处置，反映数字城管的实际效能",
                en: "Closing in time takes departments working together, which is what the policy calls coordination"),
            unitOfMeasure: .percent,
            statements: ["S2"],
            variables: [closed, due],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "20万件中18.8万件", en: "188,000 of 200,000 cases"),
                    [closed: 188_000, due: 200_000], gives: 94)
            ]),
        formula: .share(closed, of: due))
}
