public import AssessmentCore

/// Row mean: the mean of the other indicators of the same unit and period, brought to the scale of the missing one.
///
/// With s = (x − min) / (max − min) of each indicator over the reference set, mirrored where less is better:
/// value = min + s̄ · (max − min), s̄ the mean over the other indicators below the same node that have a value.
/// Source: COINr 1.1, `Impute` with `i_mean_row` and `normalise_first`.
public struct RowMeanImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "row_mean",
            name: BilingualText(zh: "行均值插补", en: "Row mean"),
            summary: BilingualText(
                zh: "以同一单位同期同级其他指标的平均位置插补",
                en: "Where the unit stands on average in the other indicators below the same node in the period"),
            source: "COINr 1.1, Impute with i_mean_row and normalise_first",
            formula:
                "the mean of the other indicators of the row, each first brought to 0 to 1, and turned back into the range of this one",
            parameters: [RowStatistic.normalised])
    }

    /// The columns are brought to one scale over the reference set.
    public var needsReference: Bool { true }
    /// It reads the other indicators below the same node.
    public var needsCompanions: Bool { true }

    /// Prepares the work on a column and its companions.
    ///
    /// - Throws: `MethodError` where there are no companions or no reference set.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        try RowStatistic.mean.prepare(input, by: description.id)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "另两项居0.25与0.75处，平均0.5，还原为10＋0.5×20＝20",
                    en: "The others stand at 0.25 and 0.75, 0.5 on average: 10 + 0.5 × 20 = 20"),
                values: [10, 30, nil], companions: [[0, 4, 1], [100, 0, 75]], expected: [10, 30, 20]),
            ColumnExample(
                BilingualText(zh: "不标准化则取原值平均", en: "As they are: the plain mean"),
                values: [10, 30, nil], companions: [[0, 4, 1], [100, 0, 75]],
                parameters: ["normalised": .flag(false)], expected: [10, 30, 38]),
            ColumnExample(
                BilingualText(zh: "其他指标也缺失则不插补", en: "Nothing where the others are missing too"),
                values: [10, 30, nil], companions: [[0, 4, nil]], expected: [10, 30, nil]),
        ]
    }
}
