import AssessmentCore

/// The share of water meters that are read remotely.
enum RemoteWaterMeters {
    static let remote = Variable(
        id: "remote_water_meters",
        name: BilingualText(zh: "智能远传水表数", en: "Remote water meters"),
        definition: BilingualText(
            zh: "年末在用水表中可自动远程抄表的水表数，含窄带物联网水表",
            en: "Water meters in use at the end of the year that are read remotely, narrowband IoT meters among them"),
        unitOfMeasure: .meters,
        reportedBy: .housingBureau)

    static let meters = Variable(
        id: "water_meters",
        name: BilingualText(zh: "在用水表数", en: "Water meters"),
        definition: BilingualText(
            zh: "年末城市公共供水企业在用的用户水表数", en: "Meters of users of the urban public water supply, end of year"),
        unitOfMeasure: .meters,
        reportedBy: .housingBureau)

    static let checks: [DataCheck] = [
        .count(remote, "public"),
        .count(meters, "public"),
        .part(remote, of: meters, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.remote_water_meters",
            name: BilingualText(zh: "智能水表普及率", en: "Share of remote water meters"),
            definition: BilingualText(
                zh: "智能远传水表数 ÷ 在用水表数 × 100%，年末数",
                en: "Remote water meters as a share of water meters in use, end of year"),
            rationale: BilingualText(
                zh: "政策要求智能应用在市政领域推广，专栏8点名智能抄表",
                en: "The policy wants smart applications in municipal works, and its box 8 names smart meter reading"),
            unitOfMeasure: .percent,
            statements: ["S7"],
            variables: [remote, meters],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "60万只中21万只", en: "210,000 of 600,000 meters"),
                    [remote: 210_000, meters: 600_000], gives: 35)
            ]),
        formula: .share(remote, of: meters))
}
