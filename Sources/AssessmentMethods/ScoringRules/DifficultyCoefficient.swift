public import AssessmentCore

/// Difficulty coefficient (难度系数): a score with an adjustment, times a coefficient for harder conditions.
///
/// score = (value + adjustment) · coefficient, from 0 to the cap. The value is a score on the scale to 100; where a
/// lower one is better it is first taken from 100. Coefficient and adjustment may differ by unit, class and period.
/// Source: 温州市 2013 county reviews (combined value = (original value + Σ adjustments) · k, k from 1.00 to 1.35 by
/// county), rule R6.
public struct DifficultyCoefficient: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "difficulty_coefficient",
            name: BilingualText(zh: "难度系数法", en: "Difficulty coefficient"),
            summary: BilingualText(
                zh: "百分制得分加调整分后乘以难度系数，不低于0、不超过上限；逆向者先以100减之",
                en:
                    "A score to 100 with an adjustment, times a coefficient, up to a cap; a cost is taken from 100"
            ),
            source: "温州市 2013 county reviews: (original value + Σ adjustments) · k, k from 1.00 to 1.35",
            parameters: [
                Parameter(
                    "coefficient", BilingualText(zh: "难度系数，大于零，可分单位", en: "The coefficient, above zero, also by unit"),
                    .number()),
                Parameter(
                    "adjustment", BilingualText(zh: "调整分，可分单位", en: "The points that are added before, also by unit"),
                    .number(), default: .number(0)),
                Parameter(
                    "cap", BilingualText(zh: "得分上限", en: "The highest score"), .number(atLeast: 100),
                    default: .number(100)),
            ])
    }

    /// Refuses a coefficient that is not above zero.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("coefficient", parameters, method: description.id)
    }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        let score = direction == .higherIsBetter ? value : 100 - value
        return .clip((score + .input("adjustment")) * .input("coefficient"), from: 0, to: .input("cap"))
    }

    /// Cases worked by hand by the rule of the source; the units have the codes 1, 2 and so on.
    public var examples: [ColumnExample] {
        let coefficients = NumberTable(
            lines: [(1, 1.0), (2, 1.25), (3, 1.25)].map { NumberTable.Line(unit: "\($0.0)", value: $0.1) })
        return [
            ColumnExample(
                BilingualText(
                    zh: "系数1与1.25，单位4无系数故无分", en: "Coefficients of 1 and 1.25; the fourth unit has none and no score"),
                values: [70, 64, 90, 80], parameters: ["coefficient": .number(coefficients)],
                expected: [70, 80, 100, nil]),
            ColumnExample(
                BilingualText(zh: "调整+3分，上限120", en: "Three points added, capped at 120"),
                values: [85, 97, -10, nil],
                parameters: ["coefficient": .number(1.25), "adjustment": .number(3), "cap": .number(120)],
                expected: [110, 120, 0, nil]),
            ColumnExample(
                BilingualText(zh: "逆向：失分40", en: "Lower is better: 40 marks lost"), direction: .lowerIsBetter,
                values: [40], parameters: ["coefficient": .number(1.25)], expected: [75]),
        ]
    }
}
