import AssessmentCore

/// The share of the budget that goes to science and technology.
enum ScienceExpenditureShare {
    static let share = Variable(
        id: "science_expenditure_share",
        name: BilingualText(zh: "科学技术支出占一般公共预算支出比重", en: "Science and technology share of the budget"),
        definition: BilingualText(
            zh: "全年科学技术支出 ÷ 全年一般公共预算支出",
            en: "Science and technology expenditure over general public budget expenditure of the whole year"),
        unitOfMeasure: .percent,
        carrying: .missing,
        reportedBy: Department.finance)

    static let checks: [DataCheck] = [.percentage(share, "foundation")]

    static let indicator = FormulaIndicator(
        IndicatorDescription(
            id: "foundation.science_expenditure_share",
            name: BilingualText(zh: "科学技术支出占比", en: "Science and technology share of the budget"),
            definition: BilingualText(
                zh: "全年科学技术支出占一般公共预算支出的比重（%），采用公布数",
                en: """
                    Science and technology as a share of general public budget expenditure of the whole year, as \
                    published
                    """),
            rationale: BilingualText(
                zh: "财税支持的条件：反映财政对技术创新的总体投入，不限于信息消费",
                en: """
                    A condition for fiscal support: what the budget spends on innovation altogether, not on \
                    information consumption alone
                    """),
            unitOfMeasure: .percent,
            statements: ["A2"],
            variables: [share],
            examples: [
                IndicatorExample(
                    BilingualText(zh: "占比3.25%", en: "A share of 3.25 %"),
                    [share: 3.25], gives: 3.25)
            ]),
        formula: .variable(share))
}
