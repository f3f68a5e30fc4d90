public import AssessmentCore

/// Latest value: the last known value of the same unit, and where asked for the next one.
///
/// value(t) = x(s), s the latest year before t with a value, t − s at most the limit; with `then: next`, where there is
/// none, s is the first year after t with a value, s − t at most the limit.
/// Source: COINr 1.1, `impute_panel` with `imp_type = "latest"` (last observation carried forward).
public struct LatestImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "latest",
            name: BilingualText(zh: "最近值插补", en: "Latest value"),
            summary: BilingualText(
                zh: "以同一单位此前最近一期的值插补", en: "The last known value of the same unit"),
            source: "COINr 1.1, impute_panel with imp_type latest: last observation carried forward",
            formula:
                "x(t) = x(s), with s the last period before t that has a value",
            parameters: [
                SeriesImputation.years,
                Parameter(
                    "then",
                    BilingualText(
                        zh: "此前没有值时：none仍缺失，next取此后最近一期的值",
                        en: "Where there is none before: none leaves the gap, next takes the next known value"),
                    .text(oneOf: ["none", "next"]), default: .text("none")),
            ])
    }

    /// Prepares the work on the series of the units.
    ///
    /// - Throws: `MethodError` where the limit is no whole number.
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let limit = try SeriesImputation.limit(input.parameters, by: description.id)
        let goesOn = input.parameters.text("then") == "next"
        return SeriesImputation.carrying(input.panel) { gap in
            if let before = gap.before, limit.map({ gap.year - before.year <= $0 }) ?? true { return before }
            guard goesOn, let after = gap.after, limit.map({ after.year - gap.year <= $0 }) ?? true else { return nil }
            return after
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        // Two units in four periods.
        let values: [Double?] = [nil, 5, 2, nil, nil, nil, nil, 8]
        return [
            ColumnExample(
                BilingualText(zh: "此前没有值者仍缺失", en: "Nothing where there is none before"),
                periods: [2018, 2019, 2020, 2021], values: values, expected: [nil, 5, 2, 5, 2, 5, 2, 8]),
            ColumnExample(
                BilingualText(zh: "最多相差1年", en: "At most one year back"),
                periods: [2018, 2019, 2020, 2021], values: values, parameters: ["at_most_years": .number(1)],
                expected: [nil, 5, 2, 5, 2, nil, nil, 8]),
            ColumnExample(
                BilingualText(zh: "此前没有则取此后", en: "Then the next known value"),
                periods: [2018, 2019, 2020, 2021], values: values, parameters: ["then": .text("next")],
                expected: [2, 5, 2, 5, 2, 5, 2, 8]),
            ColumnExample(
                BilingualText(zh: "期次有间隔时按年计", en: "Years count, not periods, where the panel has a gap"),
                periods: [2015, 2020, 2021], values: [1, nil, nil], parameters: ["at_most_years": .number(5)],
                expected: [1, 1, nil]),
        ]
    }
}
