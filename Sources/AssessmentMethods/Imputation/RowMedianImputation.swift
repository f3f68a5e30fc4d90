public import AssessmentCore

/// Row median: the median of the other indicators of the same unit and period, brought to the scale of the missing one.
///
/// With s = (x − min) / (max − min) of each indicator over the reference set, mirrored where less is better:
/// value = min + s̃ · (max − min), s̃ the median over the other indicators below the same node that have a value.
/// Source: COINr 1.1, `Impute` with `i_median_row` and `normalise_first`.
public struct RowMedianImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "row_median",
            name: BilingualText(zh: "行中位数插补", en: "Row median"),
            summary: BilingualText(
                zh: "以同一单位同期同级其他指标位置的中位数插补",
                en: "The median of where the unit stands in the other indicators below the same node in the period"),
            source: "COINr 1.1, Impute with i_median_row and normalise_first",
            formula:
                "the median of the other indicators of the row, each first brought to 0 to 1, and turned back into the range of this one",
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
        try RowStatistic.median.prepare(input, by: description.id)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "另三项居0.25、0.5、1处，中位数0.5，还原为10＋0.5×20＝20",
                    en: "The others stand at 0.25, 0.5 and 1, the median 0.5: 10 + 0.5 × 20 = 20"),
                values: [10, 30, nil], companions: [[0, 4, 1], [100, 0, 50], [1, 2, 2]], expected: [10, 30, 20]),
            ColumnExample(
                BilingualText(zh: "不标准化则取原值中位数", en: "As they are: the plain median"),
                values: [10, 30, nil], companions: [[0, 4, 1], [100, 0, 50], [1, 2, 2]],
                parameters: ["normalised": .flag(false)], expected: [10, 30, 2]),
        ]
    }
}
