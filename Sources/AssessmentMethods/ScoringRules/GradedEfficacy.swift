public import AssessmentCore

/// Graded efficacy coefficients (分档功效系数法): five grades with a standard value each, and a line within a grade.
///
/// With c the coefficient of the grade that a value has reached, c⁺ that of the next one up, and s and s⁺ their
/// standard values: score = 100 · (c + f · (c⁺ − c)), f = (x − s) / (s⁺ − s); c = 1, 0.8, 0.6, 0.4 and 0.2 from
/// excellent to poor. From excellent on full marks; worse than poor `below`.
/// Source: 功效系数法 of Chinese performance reviews (基础分 and 调整分 of a grade), rule R7; the five coefficients are
/// common practice.
public struct GradedEfficacy: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// The parameters that hold the standard values, the best first, with the score of each.
    private static let grades: [(name: String, score: Double, title: BilingualText)] = [
        ("excellent", 100, BilingualText(zh: "优秀值", en: "The standard value of excellent, for 100")),
        ("good", 80, BilingualText(zh: "良好值", en: "The standard value of good, for 80")),
        ("average", 60, BilingualText(zh: "平均值", en: "The standard value of average, for 60")),
        ("low", 40, BilingualText(zh: "较低值", en: "The standard value of low, for 40")),
        ("poor", 20, BilingualText(zh: "较差值", en: "The standard value of poor, for 20")),
    ]

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "graded_efficacy",
            name: BilingualText(zh: "分档功效系数法", en: "Graded efficacy coefficients"),
            summary: BilingualText(
                zh: "优秀、良好、平均、较低、较差五档标准值，档内线性",
                en: "Standard values of five grades for 100, 80, 60, 40 and 20, and a line between them"),
            source:
                "功效系数法 of Chinese performance reviews: W · c + f · W · (c⁺ − c), the coefficients by common practice",
            parameters: GradedEfficacy.grades.map { Parameter($0.name, $0.title, .number()) } + [
                Parameter(
                    "below", BilingualText(zh: "差于较差值者得分", en: "The score of values worse than poor"),
                    .number(atLeast: 0, atMost: 20), default: .number(0))
            ])
    }

    /// Refuses standard values that do not fall from grade to grade in the good direction.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        for (better, worse) in zip(GradedEfficacy.grades, GradedEfficacy.grades.dropFirst()) {
            // With more is better the worse grade is the lower bound.
            let isHigherBetter = input.direction == .higherIsBetter
            try Bounds.check(
                input.parameters, panel: input.panel, method: description.id,
                lower: isHigherBetter ? worse.name : better.name, upper: isHigherBetter ? better.name : worse.name)
        }
        return try FormulaKernel(
            ClosedForm(
                formula(direction: input.direction, parameters: input.parameters), panel: input.panel,
                parameters: input.parameters, references: input.references),
            panel: input.panel)
    }

    /// Excellent values have them.
    public func fullMarks(with parameters: ParameterValues) -> Double? { 100 }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        func reaches(_ grade: String) -> Formula {
            .apply(
                .lessOrEqual, direction == .higherIsBetter ? [.input(grade), value] : [value, .input(grade)])
        }
        let worstFirst = GradedEfficacy.grades.reversed()
        var formula = Formula.input("below")
        for (grade, next) in zip(worstFirst, worstFirst.dropFirst()) {
            let standard = Formula.input(grade.name)
            let share = (value - standard) / (.input(next.name) - standard)
            let within = Formula.number(grade.score) + .number(next.score - grade.score) * share
            formula = .apply(.choose, [reaches(grade.name), within, formula])
        }
        return .apply(.choose, [reaches("excellent"), 100, formula])
    }

    /// Cases worked by hand by the rule of the source.
    public var examples: [ColumnExample] {
        func standards(_ values: [Double]) -> [String: ParameterValue] {
            Dictionary(
                zip(GradedEfficacy.grades.map(\.name), values.map { .number($0) }),
                uniquingKeysWith: { first, _ in first })
        }
        return [
            ColumnExample(
                BilingualText(
                    zh: "标准值20、15、10、5、0：12.5在平均档，f＝0.5",
                    en: "Standard values 20, 15, 10, 5 and 0: 12.5 is halfway to good"),
                values: [25, 20, 15, 12.5, 10, 1, 0, -0.1, nil], parameters: standards([20, 15, 10, 5, 0]),
                expected: [100, 100, 80, 70, 60, 24, 20, 0, nil]),
            ColumnExample(
                BilingualText(zh: "逆向指标：资产负债率", en: "Lower is better: a debt ratio"), direction: .lowerIsBetter,
                values: [40, 55, 75, 95, 99], parameters: standards([50, 60, 70, 80, 90]),
                expected: [100, 90, 50, 0, 0]),
        ]
    }
}
