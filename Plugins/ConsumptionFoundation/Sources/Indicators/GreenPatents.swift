import AssessmentCore

/// Green invention patent applications for each ten thousand residents.
enum GreenPatents {
    static let applications = Variable(
        id: "green_invention_patents",
        name: BilingualText(zh: "绿色发明专利申请数", en: "Green invention patent applications"),
        definition: BilingualText(
            zh: "全年申请的、属国际专利分类绿色清单的发明专利件数",
            en: """
                Applications of the whole year for invention patents in the classes of the green inventory of the \
                International Patent Classification
                """),
        unitOfMeasure: .applications,
        reportedBy: Department.market)

    static let checks: [DataCheck] = [.count(applications, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.green_patents_per_10k",
            name: BilingualText(
                zh: "每万人绿色发明专利申请数",
                en: "Green invention patent applications per 10,000 residents"),
            definition: BilingualText(
                zh: "全年绿色发明专利申请数 ÷ 年末常住人口（万人）",
                en: "Green invention patent applications of the whole year for each 10,000 permanent residents"),
            rationale: BilingualText(
                zh: "财税支持技术创新的供给条件：以绿色发明专利代表创新能力，不专指信息产品",
                en: """
                    A condition for the innovation that fiscal support is to bring: green patents stand for \
                    inventive capacity, not for information products in particular
                    """),
            unitOfMeasure: .applicationsPerTenThousand,
            statements: [],
            variables: [applications, .residentPopulation],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "600件、400万人", en: "600 applications, 4 million residents"),
                    [applications: 600, .residentPopulation: 400], gives: 1.5)
            ]),
        formula: .rate(applications, of: .residentPopulation))
}
