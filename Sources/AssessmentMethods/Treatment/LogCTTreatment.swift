public import AssessmentCore

/// Logarithm of the COIN Tool: ln(x − min + 0.01 · (max − min)).
///
/// The smallest value of the reference set lies a hundredth of the range above zero. No result where the values of the
/// reference set do not vary.
/// Source: COINr 1.1, `log_CT`, after the COIN Tool of the Joint Research Centre.
public struct LogCTTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "log_ct",
            name: BilingualText(zh: "COIN Tool对数", en: "COIN Tool logarithm"),
            summary: BilingualText(
                zh: "减去参照组最小值、加极差的1%后取自然对数",
                en: "ln of the distance from the smallest value of the reference set plus a hundredth of the range"),
            source: "COINr 1.1, log_CT, after the COIN Tool of the Joint Research Centre")
    }

    /// It starts from the extremes of the reference set.
    public var needsReference: Bool { true }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        let (least, most) = (Formula.statistic(.minimum, value), Formula.statistic(.maximum, value))
        return .apply(.ln, [value - least + 0.01 * (most - least)])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "极差100：ln 1＝0，ln 51＝3.931826，ln 101＝4.615121",
                    en: "A range of 100: ln 1 = 0, ln 51 = 3.931826, ln 101 = 4.615121"),
                values: [20, 70, 120, nil], expected: [0, 3.931826, 4.615121, nil], decimals: 6),
            ColumnExample(
                BilingualText(zh: "无差异则无结果", en: "Nothing where all agree"), values: [7, 7], expected: [nil, nil]),
        ]
    }
}
