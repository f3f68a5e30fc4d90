import AssessmentCore

/// The share of the budget that supports information consumption.
enum InformationSupportSpending {
    static let support = Variable(
        id: "information_support_funds",
        name: BilingualText(zh: "信息消费财政支持资金", en: "Public money for information consumption"),
        definition: BilingualText(
            zh: "全年本级财政用于信息消费技术研发、内容创作、平台与体验中心建设、技术改造的支出，含政府购买服务和资本金",
            en: """
                The whole year’s expenditure of the unit’s own budget on research, content, platforms, experience \
                centres and renewal for information consumption, purchased services and capital included
                """),
        unitOfMeasure: .tenThousandYuan,
        reportedBy: Department.finance)

    static let expenditure = Variable(
        id: "general_budget_expenditure",
        name: BilingualText(zh: "一般公共预算支出", en: "General public budget expenditure"),
        definition: BilingualText(zh: "全年一般公共预算支出", en: "General public budget expenditure of the whole year"),
        unitOfMeasure: .tenThousandYuan,
        reportedBy: Department.finance)

    static let checks: [DataCheck] = [
        .amount(support, "foundation"),
        .amount(expenditure, "foundation"),
        .part(support, of: expenditure, "foundation"),
    ]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.information_support_spending",
            name: BilingualText(zh: "信息消费财政支持占比", en: "Fiscal support for information consumption"),
            definition: BilingualText(
                zh: "全年信息消费财政支持资金 ÷ 一般公共预算支出 × 100%",
                en: """
                    Public money for information consumption as a share of general public budget expenditure, whole \
                    year
                    """),
            rationale: BilingualText(
                zh: "政策要求加大对信息消费领域的财政支持",
                en: "The policy asks for more public money for information consumption"),
            unitOfMeasure: .percent,
            statements: ["A2"],
            variables: [support, expenditure],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "1.5亿元占300亿元", en: "CNY 150 million of 30 billion"),
                    [support: 15000, expenditure: 3000000], gives: 0.5)
            ]),
        formula: .share(support, of: expenditure))
}
