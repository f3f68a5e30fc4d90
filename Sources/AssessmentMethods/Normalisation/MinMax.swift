public import AssessmentCore

/// Min–max normalisation: where a value lies between the smallest and the largest of its reference set.
///
/// score = low + (high − low) · (x − min) / (max − min), mirrored where a lower value is better.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5.
public struct MinMax: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "min_max",
            name: BilingualText(zh: "极差标准化", en: "Min–max"),
            summary: BilingualText(
                zh: "按参照组最小值与最大值之间的位置计分；参照组无差异时无分",
                en:
                    "Where a value lies between the smallest and the largest of its reference set; no score where they agree"
            ),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5",
            parameters: [
                Parameter(
                    "low", BilingualText(zh: "最差者得分", en: "The score of the worst"), .number(), default: .number(0)),
                Parameter(
                    "high", BilingualText(zh: "最好者得分", en: "The score of the best"), .number(), default: .number(100)),
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// Refuses a score of the worst that does not lie below that of the best.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try Bounds.check(parameters, panel: panel, method: description.id, lower: "low", upper: "high")
    }

    /// The best of the reference set has them.
    public func fullMarks(with parameters: ParameterValues) -> Double? { parameters.number("high") }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        let (least, most) = (Formula.statistic(.minimum, value), Formula.statistic(.maximum, value))
        let distance = direction == .higherIsBetter ? value - least : most - value
        return .input("low") + (.input("high") - .input("low")) * (distance / (most - least))
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "缺失者不参与比较", en: "A missing value takes no part"),
                values: [10, 25, nil, 40], expected: [0, 50, nil, 100]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"),
                direction: .lowerIsBetter, values: [10, 25, 40], expected: [100, 50, 0]),
            ColumnExample(
                BilingualText(zh: "1至100分", en: "From 1 to 100"),
                values: [0, 5, 10], parameters: ["low": .number(1)], expected: [1, 50.5, 100]),
            ColumnExample(
                BilingualText(zh: "无差异则无分", en: "Where all agree there is no score"),
                values: [7, 7], expected: [nil, nil]),
        ]
    }
}
