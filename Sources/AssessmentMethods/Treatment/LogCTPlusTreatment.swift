public import AssessmentCore

/// Logarithm of the COIN Tool toward the skew: log_ct, and its mirror image for a negative skew.
///
/// ln(x − min + 0.01 · (max − min)); where Σ (x − mean)³ of the reference set is below zero,
/// −ln(max + 0.01 · (max − min) − x). Both keep the order. No result where the values do not vary.
/// Source: COINr 1.1, `log_CT_plus`.
public struct LogCTPlusTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "log_ct_plus",
            name: BilingualText(zh: "COIN Tool双向对数", en: "COIN Tool logarithm toward the skew"),
            summary: BilingualText(
                zh: "右偏取log_ct；左偏则从最大值一端取对数再取负，次序不变",
                en: "log_ct; where the skew is negative, its mirror image from the largest value, which keeps the order"
            ),
            source: "COINr 1.1, log_CT_plus")
    }

    /// It starts from the extremes of the reference set.
    public var needsReference: Bool { true }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        let (least, most) = (Formula.statistic(.minimum, value), Formula.statistic(.maximum, value))
        let margin = 0.01 * (most - least)
        let deviation = value - .statistic(.mean, value)
        return .apply(
            .choose,
            [
                .apply(.less, [.statistic(.sum, deviation * deviation * deviation), 0]),
                0 - .apply(.ln, [most + margin - value]), .apply(.ln, [value - least + margin]),
            ])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "右偏：ln 1、ln 2、ln 101", en: "A positive skew: ln 1, ln 2, ln 101"),
                values: [0, 1, 100, nil], expected: [0, 0.693147, 4.615121, nil], decimals: 6),
            ColumnExample(
                BilingualText(zh: "左偏：−ln 101、−ln 2、−ln 1", en: "A negative skew: −ln 101, −ln 2, −ln 1"),
                values: [0, 99, 100], expected: [-4.615121, -0.693147, 0], decimals: 6),
        ]
    }
}
