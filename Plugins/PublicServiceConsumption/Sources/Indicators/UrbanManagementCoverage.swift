import AssessmentCore

/// The share of the built-up area that digital urban management covers.
enum UrbanManagementCoverage {
    private static let squareKilometres = UnitOfMeasure(BilingualText(zh: "平方公里", en: "km²"), decimals: 2)

    static let covered = Variable(
        id: "area_under_digital_urban_management",
        name: BilingualText(zh: "数字城管覆盖面积", en: "Area under digital urban management"),
        definition: BilingualText(
            zh: "年末已划分单元网格、完成部件普查并由数字城管平台受理派遣案件的建成区面积",
            en: "Built-up area that at the end of the year is divided into grid cells, surveyed, and served by the "
                + "digital urban management platform"),
        unitOfMeasure: squareKilometres,
        reportedBy: .urbanManagementBureau)

    static let builtUp = Variable(
        id: "built_up_area",
        name: BilingualText(zh: "建成区面积", en: "Built-up area"),
        definition: BilingualText(
            zh: "城市（县城）建设统计中的年末建成区面积",
            en: "Built-up area at the end of the year, as in the urban construction statistics"),
        unitOfMeasure: squareKilometres,
        reportedBy: .housingBureau)

    static let checks: [DataCheck] = [
        .amount(covered, "public"),
        .amount(builtUp, "public"),
        .part(covered, of: builtUp, "public"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "public.urban_management_coverage",
            name: BilingualText(zh: "数字城管覆盖率", en: "Coverage of digital urban management"),
            definition: BilingualText(
                zh: "数字城管覆盖面积 ÷ 建成区面积 × 100%，年末数",
                en: "Area under digital urban management as a share of the built-up area, end of year"),
            rationale: BilingualText(
                zh: "政策要求发展精准协同的数字城管服务，覆盖率反映城区多大范围纳入网格化管理",
                en: "The policy wants precise digital urban management; coverage is how much of the city is gridded"),
            unitOfMeasure: .percent,
            statements: ["S2"],
            variables: [covered, builtUp],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "120平方公里中108平方公里", en: "108 of 120 km²"),
                    [covered: 108, builtUp: 120], gives: 90)
            ]),
        formula: .share(covered, of: builtUp))
}
