public import AssessmentCore
internal import AssessmentStatistics

/// Linear interpolation: the straight line in time between the known values of the same unit.
///
/// value(t) = x(a) + (x(b) − x(a)) · (t − a) / (b − a), a and b the years with values on either side; before the first
/// and after the last known value the nearest one, or none.
/// Source: COINr 1.1, `impute_panel` with `imp_type = "linear-constant"`; R, `approx(rule = 2)`.
public struct LinearImputation: Imputation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "linear",
            name: BilingualText(zh: "线性插补", en: "Linear interpolation"),
            summary: BilingualText(
                zh: "同一单位前后两个已知值之间按年线性插补；只有一个值则各期都取此值",
                en: "On the straight line in time between the known values of the same unit; constant for one"),
            source: "COINr 1.1, impute_panel with imp_type linear-constant; R, approx",
            formula:
                "x(t) = x(a) + (x(b) − x(a)) · (t − a) / (b − a), between the nearest periods a and b that have values",
            parameters: [
                Parameter(
                    "outside",
                    BilingualText(
                        zh: "首个已知值之前与末个已知值之后：nearest取最近的已知值，none仍缺失",
                        en:
                            "Before the first and after the last known value: nearest takes the nearest one, none leaves the gap"
                    ),
                    .text(oneOf: ["nearest", "none"]), default: .text("nearest"))
            ])
    }

    /// Prepares the work on the series of the units.
    public func prepare(_ input: ColumnInput) -> any ColumnKernel {
        let panel = input.panel
        let ends: LinearInterpolation.Ends = input.parameters.text("outside") == "none" ? .missing : .constant
        return ArrayKernel(
            rowCount: panel.rowCount,
            remark: { values, results in
                ImputedCells.remarks(values, results) { row in
                    remark(SeriesImputation.gap(values, row: row, panel: panel))
                }
            },
            compute: { filled($0, panel, ends) })
    }

    /// The series of each unit, filled.
    private func filled(_ values: [Double], _ panel: Panel, _ ends: LinearInterpolation.Ends) -> [Double] {
        guard values.count >= panel.rowCount else { return values }
        let times = panel.periods.map { Double($0.year) }
        var results = Array(values.prefix(panel.rowCount))
        for unit in panel.units.indices {
            let rows = panel.periods.indices.map { $0 * panel.units.count + unit }
            let series = rows.map { values[$0].isFinite ? values[$0] : nil }
            for (row, value) in zip(rows, LinearInterpolation.filled(series, times: times, ends: ends))
            where values[row].isNaN {
                results[row] = value ?? .nan
            }
        }
        return results
    }

    private func remark(_ gap: SeriesGap) -> BilingualText? {
        switch (gap.before, gap.after) {
        case (let before?, let after?):
            let (first, last) = (Formula.text(of: before.value), Formula.text(of: after.value))
            return BilingualText(
                zh: "\(before.year)年的\(first)与\(after.year)年的\(last)之间按年线性插补",
                en: "on the line from \(first) in \(before.year) to \(last) in \(after.year)")
        case (let nearest?, nil), (nil, let nearest?):
            return BilingualText(
                zh: "最近的已知值，\(nearest.year)年", en: "the nearest known value, that of \(nearest.year)")
        case (nil, nil): return nil
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        // Two units in four periods.
        let values: [Double?] = [nil, 5, 2, nil, nil, nil, 8, 8]
        return [
            ColumnExample(
                BilingualText(zh: "两端取最近的已知值", en: "The nearest value at the ends"),
                periods: [2018, 2019, 2020, 2021], values: values, expected: [2, 5, 2, 6, 5, 7, 8, 8]),
            ColumnExample(
                BilingualText(zh: "两端不插补", en: "Nothing at the ends"),
                periods: [2018, 2019, 2020, 2021], values: values, parameters: ["outside": .text("none")],
                expected: [nil, 5, 2, 6, 5, 7, 8, 8]),
            ColumnExample(
                BilingualText(
                    zh: "期次有间隔时按年计：10＋(20−10)×4/5", en: "By the year where the panel has a gap: 10 + 10 × 4 / 5"),
                periods: [2015, 2019, 2020], values: [10, nil, 20], expected: [10, 18, 20]),
            ColumnExample(
                BilingualText(zh: "只有一个值", en: "One value alone"),
                periods: [2018, 2019, 2020], values: [nil, 4, nil], expected: [4, 4, 4]),
        ]
    }
}
