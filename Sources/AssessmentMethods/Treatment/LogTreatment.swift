public import AssessmentCore

/// Natural logarithm: ln x.
///
/// A value of zero or less has none.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (logarithmic transformation of
/// skewed indicators).
public struct LogTreatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "log",
            name: BilingualText(zh: "自然对数", en: "Natural logarithm"),
            summary: BilingualText(zh: "取自然对数；零与负值无结果", en: "ln x; nothing for zero or less"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5")
    }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        .apply(.ln, [.input("value")])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "ln 1＝0，ln 10＝2.302585；零与负值无结果", en: "ln 1 = 0, ln 10 = 2.302585; nothing below"),
                values: [1, 10, 0, -1, nil], expected: [0, 2.302585, nil, nil, nil], decimals: 6)
        ]
    }
}
