import AssessmentCore

/// The share of elder-care homes recognised as smart.
enum SmartElderCare {
    static let smart = Variable(
        id: "smart_elder_care_homes",
        name: BilingualText(zh: "智慧养老院数", en: "Smart elder-care homes"),
        definition: BilingualText(
            zh: "年末经民政部门认定或验收的智慧养老院（智慧养老机构）数",
            en: "Homes that the civil affairs authority has recognised as smart by the end of the year"),
        unitOfMeasure: .count,
        reportedBy: .civilAffairsBureau)

    static let homes = Variable(
        id: "elder_care_homes",
        name: BilingualText(zh: "养老机构数", en: "Elder-care homes"),
        definition: BilingualText(
            zh: "年末已登记并运营的养老机构数，不含社区日间照料场所",
            en: "Registered homes in operation at the end of the year, without community day care"),
        unitOfMeasure: .count,
        reportedBy: .civilAffairsBureau)

    static let checks: [DataCheck] = [
        .count(smart, "public"),
        .count(homes, "public"),
        .part(smart, of: homes, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.smart_elder_care",
            name: BilingualText(zh: "智慧养老院占比", en: "Share of smart elder-care homes"),
            definition: BilingualText(
                zh: "智慧养老院数 ÷ 养老机构数 × 100%，年末数",
                en: "Smart homes as a share of elder-care homes, end of year"),
            rationale: BilingualText(
                zh: "政策要求打造智慧养老院示范项目，占比反映示范带动到多少养老机构",
                en: "The policy asks for smart elder-care demonstrations; the share is how many homes have followed"),
            unitOfMeasure: .percent,
            statements: ["S5"],
            variables: [smart, homes],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "150家中6家", en: "6 of 150 homes"), [smart: 6, homes: 150], gives: 4),
                IndicatorExample(
                    BilingualText(zh: "没有养老机构的区不适用", en: "A district without homes is not concerned"),
                    variables: [smart.id: [0], homes.id: [0]], expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(smart, of: homes))
}
