import AssessmentCore

/// The share of cases of counterfeits and fake orders that were closed.
enum InfringementCasesClosed {
    static let closed = Variable(
        id: "infringement_cases_closed",
        name: BilingualText(zh: "结案的侵权假冒等案件数", en: "Cases of infringement closed"),
        definition: BilingualText(
            zh: "当年立案的侵权假冒、虚假宣传、刷单炒信案件中年末前作出处理决定的件数",
            en: """
                Of the year’s cases of counterfeits, infringement, false advertising and fake orders, those decided \
                by its end
                """),
        unitOfMeasure: .cases,
        reportedBy: Department.market)

    static let filed = Variable(
        id: "infringement_cases_filed",
        name: BilingualText(zh: "侵权假冒等案件立案数", en: "Cases of infringement filed"),
        definition: BilingualText(
            zh: "当年立案的侵权假冒、虚假宣传、刷单炒信案件件数",
            en: "Cases of counterfeits, infringement, false advertising and fake orders filed in the year"),
        unitOfMeasure: .cases,
        reportedBy: Department.market)

    static let checks: [DataCheck] = [
        .count(closed, "foundation"),
        .count(filed, "foundation"),
        .part(closed, of: filed, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.infringement_cases_closed",
            name: BilingualText(
                zh: "侵权假冒、虚假宣传、刷单炒信案件结案率",
                en: "Cases of counterfeits, false advertising and fake orders closed"),
            definition: BilingualText(
                zh: "当年立案且年末前结案的案件数 ÷ 当年立案数 × 100%；立案多少不作优劣判断",
                en: """
                    Cases filed in the year and closed by its end as a share of those filed; how many are filed is \
                    not judged
                    """),
            rationale: BilingualText(
                zh: "政策要求严厉打击侵权假冒、虚假宣传、刷单炒信",
                en: "The policy asks for strong action against counterfeits, false advertising and fake orders"),
            unitOfMeasure: .percent,
            statements: ["E4"],
            variables: [closed, filed],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "320件中结案272件", en: "272 of 320 cases"),
                    [closed: 272, filed: 320], gives: 85),
                IndicatorExample(
                    BilingualText(zh: "当年未立案", en: "No case filed in the year"),
                    variables: [closed.id: [0], filed.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(closed, of: filed))
}
