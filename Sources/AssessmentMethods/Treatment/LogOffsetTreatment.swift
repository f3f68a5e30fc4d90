public import AssessmentCore

/// Logarithm after adding a number: ln(x + a).
///
/// A value of −a or less has none.
/// Source: M. S. Bartlett (1947), The use of transformations, Biometrics 3, 39–52 (log(x + 1) for counts with zeros).
public struct LogOffsetTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "log_offset",
            name: BilingualText(zh: "加数取对数", en: "Logarithm after adding a number"),
            summary: BilingualText(
                zh: "加上给定的数后取自然对数，用于含零的数据", en: "ln(x + a) for a stated a, for data with zeros"),
            source: "M. S. Bartlett (1947), The use of transformations, Biometrics 3, 39–52",
            parameters: [
                Parameter("offset", BilingualText(zh: "加上的数", en: "The number to add"), .number(), default: .number(1))
            ])
    }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        .apply(.ln, [.input("value") + .input("offset")])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "ln(0＋1)＝0，ln(9＋1)＝2.302585", en: "ln(0 + 1) = 0, ln(9 + 1) = 2.302585"),
                values: [0, 9, -1, nil], expected: [0, 2.302585, nil, nil], decimals: 6),
            ColumnExample(
                BilingualText(zh: "加5", en: "Adding 5"),
                values: [-4, 5], parameters: ["offset": .number(5)], expected: [0, 2.302585], decimals: 6),
        ]
    }
}
