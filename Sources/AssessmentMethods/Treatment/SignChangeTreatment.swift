public import AssessmentCore

/// Change of sign: −x.
///
/// The direction turns around for the steps that follow, as where a skew to the left is mirrored before a logarithm.
/// Source: J. W. Tukey (1977), Exploratory Data Analysis, chapter 3 (re-expression of values skewed to the left).
public struct SignChangeTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "sign_change",
            name: BilingualText(zh: "变号", en: "Change of sign"),
            summary: BilingualText(zh: "取相反数，方向随之反转", en: "−x, with the direction turned around"),
            source: "J. W. Tukey (1977), Exploratory Data Analysis, chapter 3")
    }

    /// A larger value becomes a smaller one.
    public var reversesOrder: Bool { true }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula { 0 - .input("value") }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "零仍为零", en: "Zero stays zero"), values: [4, -2.5, 0, nil],
                expected: [-4, 2.5, 0, nil])
        ]
    }
}
