public import AssessmentCore

/// Reciprocal: 1 / x, for values above zero.
///
/// The direction turns around for the steps that follow. Zero and values below it have no result: across zero the
/// order would be lost.
/// Source: J. W. Tukey (1977), Exploratory Data Analysis, chapter 3 (the ladder of re-expressions).
public struct ReciprocalTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "reciprocal",
            name: BilingualText(zh: "倒数", en: "Reciprocal"),
            summary: BilingualText(
                zh: "正值取倒数，方向随之反转；零与负值无结果",
                en: "1 / x for values above zero, with the direction turned around; nothing for zero or less"),
            source: "J. W. Tukey (1977), Exploratory Data Analysis, chapter 3")
    }

    /// A larger value becomes a smaller one.
    public var reversesOrder: Bool { true }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        // Held at zero from below, every value that must have no result is a division by zero.
        1 / .apply(.maximum, [.input("value"), 0])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "零与负值无结果", en: "Nothing for zero or less"),
                values: [4, 0.5, 0, -2, nil], expected: [0.25, 2, nil, nil, nil])
        ]
    }
}
