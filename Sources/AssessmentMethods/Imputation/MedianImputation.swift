public import AssessmentCore

/// Median imputation: the median of the reference set, in which a group gives the group median.
///
/// value = the middle value of the reference set, or the mean of the two middle ones.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3 (unconditional median imputation).
public struct MedianImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "median",
            name: BilingualText(zh: "中位数插补", en: "Median of the reference set"),
            summary: BilingualText(
                zh: "以参照组已有值的中位数插补；参照组为分组时即组中位数",
                en: "The median of the values of the reference set; the group median where the sets are groups"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 3",
            formula:
                "coalesce(value, median(value))")
    }

    /// The median is taken over the reference set.
    public var needsReference: Bool { true }

    /// Prepares value, or else the median.
    ///
    /// - Throws: `MethodError` where no reference set is named.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        try ImputedCells.statistic(
            .median, BilingualText(zh: "中位数", en: "median"), input, by: description.id)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "2、4、9的中位数是4", en: "The median of 2, 4 and 9 is 4"),
                values: [2, nil, 4, 9], expected: [2, 4, 4, 9]),
            ColumnExample(
                BilingualText(
                    zh: "组中位数；偶数个取中间两数的平均", en: "Group medians; of an even number, the mean of the middle two"),
                values: [1, 4, nil, 10, nil], groups: ["a", "a", "a", "b", "b"], expected: [1, 4, 2.5, 10, 10]),
        ]
    }
}
