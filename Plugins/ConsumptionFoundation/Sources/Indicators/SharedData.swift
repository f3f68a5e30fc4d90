import AssessmentCore

/// The share of catalogued public data that departments share.
enum SharedData {
    static let shared = Variable(
        id: "shared_data_resources",
        name: BilingualText(zh: "已共享的公共数据资源条数", en: "Shared public data resources"),
        definition: BilingualText(
            zh: "目录内、年末已在共享交换平台挂接并可供其他部门调用的数据资源条数",
            en: """
                Resources of the catalogue that are connected to the exchange platform and can be called by other \
                departments
                """),
        unitOfMeasure: .count,
        reportedBy: Department.dataResources)

    static let checks: [DataCheck] = [
        .count(shared, "foundation"),
        .part(shared, of: .publicDataResources, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.shared_data",
            name: BilingualText(zh: "公共数据共享率", en: "Public data shared"),
            definition: BilingualText(
                zh: "年末已挂接并可在部门间共享的公共数据资源条数 ÷ 公共数据资源目录条数 × 100%",
                en: """
                    Public data resources that other departments can use as a share of those in the catalogue, at \
                    the end of the year
                    """),
            rationale: BilingualText(
                zh: "共享是政策要求的数据资源开放共享体系的另一半",
                en: "Sharing is the other half of the open and shared data system that the policy asks for"),
            unitOfMeasure: .percent,
            statements: ["G5"],
            variables: [shared, .publicDataResources],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1200条中共享900条", en: "900 of 1,200 resources"),
                    [shared: 900, .publicDataResources: 1200], gives: 75)
            ]),
        formula: .share(shared, of: .publicDataResources))
}
