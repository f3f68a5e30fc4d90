public import AssessmentCore

/// The raw value: the value is the score.
///
/// score = x. The result points the way the value does, so that fewer of a burden is still better afterwards.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (no normalisation).
public struct RawValue: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "raw",
            name: BilingualText(zh: "原值", en: "Raw value"),
            summary: BilingualText(zh: "以值为分，方向不变", en: "The value is the score; its direction stays"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5")
    }

    /// The result points the way the value does.
    public var keepsDirection: Bool { true }

    /// The value.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula { .input("value") }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "值即得分，缺失仍缺失", en: "Each value is its score; a missing one stays missing"),
                values: [3.2, -1, nil], expected: [3.2, -1, nil]),
            ColumnExample(
                BilingualText(zh: "逆向指标不翻转", en: "Where lower is better nothing is turned around"),
                direction: .lowerIsBetter, values: [100, 250], expected: [100, 250]),
        ]
    }
}
