public import AssessmentCore

/// First logarithm of the COIN Tool: ln(x − min + 1).
///
/// The smallest value of the reference set becomes 0. The 1 is in the unit of the values, so that another unit of
/// measure changes the result.
/// Source: COINr 1.1, `log_CT_orig`, after the COIN Tool of the Joint Research Centre.
public struct LogCTOriginalTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "log_ct_orig",
            name: BilingualText(zh: "COIN Tool原对数", en: "COIN Tool logarithm, original form"),
            summary: BilingualText(
                zh: "减去参照组最小值、加1后取自然对数；结果随计量单位而变",
                en: "ln of the distance from the smallest value of the reference set plus 1, in their unit"),
            source: "COINr 1.1, log_CT_orig, after the COIN Tool of the Joint Research Centre")
    }

    /// It starts from the smallest value of the reference set.
    public var needsReference: Bool { true }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        return .apply(.ln, [value - .statistic(.minimum, value) + 1])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "ln 1＝0，ln 10＝2.302585", en: "ln 1 = 0, ln 10 = 2.302585"),
                values: [-4, 5, nil], expected: [0, 2.302585, nil], decimals: 6)
        ]
    }
}
