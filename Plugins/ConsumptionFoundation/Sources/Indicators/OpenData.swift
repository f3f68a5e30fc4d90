import AssessmentCore

/// The share of catalogued public data that is open to everyone.
enum OpenData {
    static let opened = Variable(
        id: "open_data_resources",
        name: BilingualText(zh: "已开放的公共数据资源条数", en: "Opened public data resources"),
        definition: BilingualText(
            zh: "目录内、年末可在开放平台以机读格式下载或调用的数据资源条数",
            en: """
                Resources of the catalogue that can be downloaded or called in a machine-readable form at the end of \
                the year
                """),
        unitOfMeasure: .count,
        reportedBy: Department.dataResources)

    static let checks: [DataCheck] = [
        .count(opened, "foundation"),
        .part(opened, of: .publicDataResources, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.open_data",
            name: BilingualText(zh: "公共数据开放率", en: "Public data opened"),
            definition: BilingualText(
                zh: "年末已向社会开放的公共数据资源条数 ÷ 公共数据资源目录条数 × 100%",
                en: """
                    Public data resources opened to everyone as a share of those in the catalogue, at the end of the \
                    year
                    """),
            rationale: BilingualText(
                zh: "开放是政策要求的数据资源开放共享体系的一半",
                en: "Opening is one half of the open and shared data system that the policy asks for"),
            unitOfMeasure: .percent,
            statements: ["G5"],
            variables: [opened, .publicDataResources],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1200条中开放300条", en: "300 of 1,200 resources"),
                    [opened: 300, .publicDataResources: 1200], gives: 25),
                IndicatorExample(
                    BilingualText(zh: "尚未编制目录", en: "No catalogue yet"),
                    variables: [opened.id: [0], Variable.publicDataResources.id: [0]],
                    expected: [.absent(.zeroDenominator)]),
            ]),
        formula: .share(opened, of: .publicDataResources))
}
