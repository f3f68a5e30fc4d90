public import AssessmentCore

/// Decimal logarithm: log₁₀ x.
///
/// A value of zero or less has none.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 5 (logarithmic transformation of
/// skewed indicators).
public struct Log10Treatment: ClosedFormTreatment {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "log10",
            name: BilingualText(zh: "常用对数", en: "Decimal logarithm"),
            summary: BilingualText(
                zh: "取以10为底的对数；零与负值无结果", en: "The logarithm to base 10; nothing for zero or less"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 5")
    }

    /// The formula.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        .apply(.log10, [.input("value")])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "每十倍增加1；零与负值无结果", en: "One more for every tenfold; nothing for zero or less"),
                values: [0.1, 1, 1000, 0, -5, nil], expected: [-1, 0, 3, nil, nil, nil])
        ]
    }
}
