public import AssessmentCore

/// Fraction of the maximum: a value over the best of its reference set.
///
/// score = scale · x / max where more is better, scale · min / x where less is, so that the best always has the whole
/// scale. No score where the best is not above zero.
/// Source: C. L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making (linear scale transformation).
public struct FractionOfMaximum: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "fraction_of_maximum",
            name: BilingualText(zh: "与最优之比", en: "Fraction of the maximum"),
            summary: BilingualText(
                zh: "值与参照组最优值之比，逆向指标取最小值与值之比；最优值不大于零时无分",
                en:
                    "A value over the best of its reference set, the inverse for a cost; none for a best not above zero"
            ),
            source: "C. L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making",
            parameters: [ScoreScale.scale])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// Refuses a scale that is not above zero.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("scale", parameters, method: description.id)
    }

    /// The best of the reference set has the whole scale.
    public func fullMarks(with parameters: ParameterValues) -> Double? { parameters.number("scale") }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        .input("scale") * RatioToBest.formula(direction)
    }

    /// A table of the handbook, and cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "最优者得满分", en: "The best has the whole scale"),
                values: [10, 40, nil, -10], expected: [25, 100, nil, -25]),
            ColumnExample(
                BilingualText(zh: "逆向指标取最小值与值之比", en: "Where lower is better the smallest over the value"),
                direction: .lowerIsBetter, values: [10, 40, 20], parameters: ["scale": .number(1)],
                expected: [1, 0.25, 0.5]),
            ColumnExample(
                BilingualText(zh: "最优值不大于零则无分", en: "No score where the best is not above zero"),
                values: [-10, -40, 0], expected: [nil, nil, nil]),
            ColumnExample(
                BilingualText(
                    zh: "经合组织手册表15：与最优国之比", en: "OECD/JRC handbook, table 15: schooling over that of the best country"),
                values: SchoolingExample.years, parameters: ["scale": .number(1)],
                expected: [
                    0.83, 1, 0.95, 0.79, 0.90, 0.78, 0.78, 0.97, 0.91, 0.59, 0.85, 0.99, 0.78, 0.78, 0.98, 0.70, 0.66,
                    0.80, 0.61, 0.60, 0.79, 0.76, 0.59,
                ],
                decimals: 2),
        ]
    }
}
