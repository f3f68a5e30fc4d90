import AssessmentCore

/// How many of the beds of elder-care homes have smart monitoring.
enum MonitoredBeds {
    static let monitored = Variable(
        id: "monitored_elder_care_beds",
        name: BilingualText(zh: "智能监护床位", en: "Beds with smart monitoring"),
        definition: BilingualText(
            zh: "年末配有离床、体征或跌倒智能监测且已联网运行的养老机构床位",
            en:
                "Beds of elder-care homes that at the end of the year have connected sensors of absence, vital signs or "
                + "falls"),
        unitOfMeasure: .beds,
        reportedBy: .civilAffairsBureau)

    static let beds = Variable(
        id: "elder_care_beds",
        name: BilingualText(zh: "养老机构床位", en: "Beds of elder-care homes"),
        definition: BilingualText(
            zh: "年末已登记并运营的养老机构床位，不含社区日间照料",
            en: "Beds of registered homes in operation at the end of the year, without community day care"),
        unitOfMeasure: .beds,
        reportedBy: .civilAffairsBureau)

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "eldercare.monitored_beds",
            name: BilingualText(zh: "养老床位智能监护覆盖率", en: "Beds with smart monitoring"),
            definition: BilingualText(
                zh: "智能监护床位 ÷ 养老机构床位 × 100%，年末数",
                en: "Beds with smart monitoring as a share of the beds of elder-care homes, end of year"),
            rationale: BilingualText(
                zh: "按床位计，床位多的养老院分量也大；与智慧养老院占比互为补充",
                en:
                    "Counted by bed, a large home weighs more than a small one; it stands beside the share of smart homes"
            ),
            unitOfMeasure: .percent,
            statements: ["EC2"],
            variables: [monitored, beds],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "2万张中1500张", en: "1,500 of 20,000 beds"), [monitored: 1_500, beds: 20_000],
                    gives: 7.5),
                IndicatorExample(
                    BilingualText(zh: "没有养老床位的不适用", en: "Without beds there is nothing to cover"),
                    variables: [monitored.id: [0], beds.id: [0]], expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(monitored, of: beds))
}
