import AssessmentCore

/// The share of events on the social governance platform that were settled in time.
enum GovernanceEventsInTime {
    static let settled = Variable(
        id: "governance_events_settled_in_time",
        name: BilingualText(zh: "按期办结的综治事件数", en: "Governance events settled in time"),
        definition: BilingualText(
            zh: "应办结事件中在规定时限内办结的数量",
            en: "Events due in the year that were settled within their time limit"),
        unitOfMeasure: .cases,
        reportedBy: .legalAffairsCommission)

    static let due = Variable(
        id: "governance_events_due",
        name: BilingualText(zh: "应办结的综治事件数", en: "Governance events due"),
        definition: BilingualText(
            zh: "社会综合治理（网格化）信息平台受理、办理时限在当年内届满的事件数，含上年转入",
            en: "Events accepted on the grid platform for social governance whose time limit ended in the year, those "
                + "accepted the year before included"),
        unitOfMeasure: .cases,
        reportedBy: .legalAffairsCommission)

    static let checks: [DataCheck] = [
        .count(settled, "public"),
        .count(due, "public"),
        .part(settled, of: due, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.governance_events_in_time",
            name: BilingualText(zh: "综治平台事件按期办结率", en: "Governance events settled in time"),
            definition: BilingualText(
                zh: "按期办结的综治事件数 ÷ 应办结的综治事件数 × 100%，全年数",
                en: "Events settled within their time limit as a share of the events due in the year"),
            rationale: BilingualText(
                zh: "政策要求面向社会综合治理的公共安全服务，办结率反映平台受理后是否真正解决",
                en: "The policy wants safety services for governance; this shows whether what is reported is settled"),
            unitOfMeasure: .percent,
            statements: ["S3"],
            variables: [settled, due],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "8万件中7.6万件", en: "76,000 of 80,000 events"),
                    [settled: 76_000, due: 80_000], gives: 95)
            ]),
        formula: .share(settled, of: due))
}
