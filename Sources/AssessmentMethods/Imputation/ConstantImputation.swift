public import AssessmentCore

/// Constant series: the last known value of the same unit carried forward, and the first carried back.
///
/// value(t) = x(s), s the latest year before t with a value, or else the first after t.
/// Source: COINr 1.1, `impute_panel` with `imp_type = "constant"`.
public struct ConstantImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "constant",
            name: BilingualText(zh: "前后沿用插补", en: "Constant series"),
            summary: BilingualText(
                zh: "以同一单位此前最近一期的值插补，此前没有则取此后最近一期的值",
                en: "The last known value of the same unit, or else the next"),
            source: "COINr 1.1, impute_panel with imp_type constant",
            formula:
                "the value of the last period that has one; before the first, that of the first")
    }

    /// Prepares the work on the series of the units.
    public func prepare(_ input: ColumnInput) -> any ColumnKernel {
        SeriesImputation.carrying(input.panel) { $0.before ?? $0.after }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "先向后沿用，再向前", en: "Forward first, then back"),
                periods: [2018, 2019, 2020, 2021], values: [nil, 5, 2, nil, nil, nil, nil, 8],
                expected: [2, 5, 2, 5, 2, 5, 2, 8])
        ]
    }
}
