public import AssessmentCore

/// Mean imputation: the mean of the reference set, in which a group gives the group mean.
///
/// value = Σ x / n over the n values of the reference set.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3 (unconditional mean imputation).
public struct MeanImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "mean",
            name: BilingualText(zh: "均值插补", en: "Mean of the reference set"),
            summary: BilingualText(
                zh: "以参照组已有值的平均数插补；参照组为分组时即组均值",
                en: "The mean of the values of the reference set; the group mean where the sets are groups"),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 3",
            formula:
                "coalesce(value, mean(value))")
    }

    /// The mean is taken over the reference set.
    public var needsReference: Bool { true }

    /// Prepares value, or else the mean.
    ///
    /// - Throws: `MethodError` where no reference set is named.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        try ImputedCells.statistic(
            .mean, BilingualText(zh: "平均数", en: "mean"), input, by: description.id)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "(2＋4＋9)÷3＝5", en: "(2 + 4 + 9) / 3 = 5"),
                values: [2, nil, 4, 9], expected: [2, 5, 4, 9]),
            ColumnExample(
                BilingualText(zh: "组均值；没有值的组仍缺失", en: "Group means; a group without a value stays without"),
                values: [1, 3, nil, 10, nil, nil], groups: ["a", "a", "a", "b", "b", "c"],
                expected: [1, 3, 2, 10, 10, nil]),
        ]
    }
}
