public import AssessmentCore

/// Linear scaling: a stated range of values becomes a stated range of scores, and values beyond it go on along the
/// line.
///
/// score = low + (high − low) · (x − from_low) / (from_high − from_low), mirrored where a lower value is better.
/// Source: W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567 (n_scaled).
public struct LinearScale: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "scaled",
            name: BilingualText(zh: "线性换算", en: "Linear scaling"),
            summary: BilingualText(
                zh: "把一个给定区间线性换算为另一个区间，区间之外沿直线延伸",
                en: "From one stated range to another along a line, which goes on beyond both ends"),
            source: "W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567",
            parameters: [
                Parameter(
                    "from_low", BilingualText(zh: "原区间下端", en: "The lower end of the range of values"), .number(),
                    default: .number(0)),
                Parameter(
                    "from_high", BilingualText(zh: "原区间上端", en: "The upper end of the range of values"), .number(),
                    default: .number(100)),
                ScoreScale.low, ScoreScale.high,
            ])
    }

    /// Refuses a range whose lower end does not lie below the upper.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        let method = description.id
        try Bounds.check(parameters, panel: panel, method: method, lower: "from_low", upper: "from_high")
        try Bounds.check(parameters, panel: panel, method: method, lower: "low", upper: "high")
    }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        ScoreScale.spread(Bounds.position(direction, lower: "from_low", upper: "from_high"), parameters)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        let scale: [String: ParameterValue] = ["from_low": .number(1), "from_high": .number(5)]
        return [
            ColumnExample(
                BilingualText(zh: "五级量表换算为0至100分", en: "A scale from 1 to 5 becomes 0 to 100"),
                values: [1, 2, 3.5, 5, nil], parameters: scale, expected: [0, 25, 62.5, 100, nil]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"), direction: .lowerIsBetter,
                values: [1, 2], parameters: scale, expected: [100, 75]),
            ColumnExample(
                BilingualText(zh: "区间之外沿直线延伸", en: "Beyond the range the line goes on"),
                values: [120, -10], parameters: ["high": .number(10)], expected: [12, -1]),
        ]
    }
}
