import AssessmentCore

/// The share of blacklisted firms that are published.
enum BlacklistPublicity {
    static let published = Variable(
        id: "blacklisted_firms_published",
        name: BilingualText(zh: "已公示的失信名单主体数", en: "Blacklisted firms published"),
        definition: BilingualText(
            zh: "全年列入失信名单的主体中，已在国家企业信用信息公示系统或“信用中国”公示的户数",
            en: """
                Of the firms listed in the year, those published in the national enterprise credit system or on \
                Credit China
                """),
        unitOfMeasure: .count,
        reportedBy: Department.reform)

    static let listed = Variable(
        id: "blacklisted_firms",
        name: BilingualText(zh: "列入失信名单的主体数", en: "Blacklisted firms"),
        definition: BilingualText(
            zh: "全年各部门依法列入严重违法失信名单的市场主体户数，一户一年计一次",
            en: "Firms that departments put on a list of serious breaches in the year; each once a year"),
        unitOfMeasure: .count,
        reportedBy: Department.market)

    static let checks: [DataCheck] = [
        .count(published, "foundation"),
        .count(listed, "foundation"),
        .part(published, of: listed, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.blacklist_publicity",
            name: BilingualText(zh: "失信“黑名单”公示率", en: "Blacklisted firms published"),
            definition: BilingualText(
                zh: "全年依法列入失信名单并已公示的主体数 ÷ 全年依法列入失信名单的主体数 × 100%；名单多少不作优劣判断",
                en: """
                    Firms put on a list of serious breaches and published as a share of all put on such lists in the \
                    year; how long the lists are is not judged
                    """),
            rationale: BilingualText(zh: "“黑名单”公示后才能起到惩戒作用", en: "A blacklist deters once it is published"),
            unitOfMeasure: .percent,
            statements: ["E2"],
            variables: [published, listed],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "250户中245户", en: "245 of 250 firms"),
                    [published: 245, listed: 250], gives: 98),
                IndicatorExample(
                    BilingualText(zh: "当年无主体列入", en: "Nobody listed in the year"),
                    variables: [published.id: [0], listed.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(published, of: listed))
}
