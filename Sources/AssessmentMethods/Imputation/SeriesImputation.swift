internal import AssessmentCore

/// A gap of one unit's series, and the known values around it.
struct SeriesGap: Sendable {
    /// The last known value before, with its year.
    let before: (value: Double, year: Int)?
    /// The first known value after, with its year.
    let after: (value: Double, year: Int)?
    /// The year of the gap.
    let year: Int
}

/// What the imputations along the series of one unit share.
enum SeriesImputation {
    /// The parameter that limits how far a value is carried.
    static let years = Parameter(
        "at_most_years",
        BilingualText(
            zh: "取值年份与缺失年份最多相差几年；不写则不限",
            en: "By how many years the known value may be away at most; no limit where it is not given"),
        .number(atLeast: 1), default: .number(NumberTable(lines: [])))

    /// The limit on how far a value is carried, where there is one.
    ///
    /// - Throws: `MethodError` where it varies or is no whole number.
    static func limit(_ parameters: ParameterValues, by method: String) throws -> Int? {
        guard let table = parameters.numberTable("at_most_years"), !table.lines.isEmpty else { return nil }
        guard let number = table.single, let years = Int(exactly: number), years >= 1 else {
            throw MethodError(
                "\(method): ‘at_most_years’ must be one whole number from 1 on, the same for all units and periods; "
                    + "leave it out for no limit")
        }
        return years
    }

    /// What a gap of a row is surrounded by.
    static func gap(_ values: [Double], row: Int, panel: Panel) -> SeriesGap {
        let units = max(1, panel.units.count)
        func known(_ period: Int) -> (value: Double, year: Int)? {
            let index = period * units + row % units
            guard values.indices.contains(index), values[index].isFinite else { return nil }
            return (values[index], panel.periods[period].year)
        }
        let own = row / units
        return SeriesGap(
            before: (0..<own).reversed().lazy.compactMap(known).first,
            after: (own + 1..<max(own + 1, panel.periods.count)).lazy.compactMap(known).first,
            year: panel.period(ofRow: row).year)
    }

    /// Prepares work that finds the year to carry a value from.
    static func carrying(
        _ panel: Panel, _ source: @escaping @Sendable (SeriesGap) -> (value: Double, year: Int)?
    ) -> any ColumnKernel {
        ArrayKernel(
            rowCount: panel.rowCount,
            remark: { values, results in
                ImputedCells.remarks(values, results) { row in
                    source(gap(values, row: row, panel: panel)).map { found in
                        BilingualText(zh: "\(found.year)年的值", en: "the value of \(found.year)")
                    }
                }
            },
            compute: { values in
                panel.rows.map { row in
                    guard values.indices.contains(row), values[row].isNaN else {
                        return values.indices.contains(row) ? values[row] : .nan
                    }
                    return source(gap(values, row: row, panel: panel))?.value ?? .nan
                }
            })
    }
}
