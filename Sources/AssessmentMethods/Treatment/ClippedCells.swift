internal import AssessmentCore

/// Bounds that values are brought to.
struct ValueBounds: Sendable {
    /// What is below it becomes it; minus infinity where there is none.
    var low = -Double.infinity
    /// What is above it becomes it; infinity where there is none.
    var high = Double.infinity

    /// A value within the bounds; NaN stays.
    func clipped(_ value: Double) -> Double {
        value < low ? low : value > high ? high : value
    }
}

/// What is said about the cells that a treatment brought to a bound.
enum ClippedCells {
    /// From which to which value a cell was brought.
    static func text(from value: Double, to bound: Double) -> BilingualText {
        let (before, after) = (shown(value), shown(bound))
        return BilingualText(zh: "由\(before)收至\(after)", en: "brought from \(before) to \(after)")
    }

    /// A number without the noise of its last digits, which interpolation brings.
    private static func shown(_ number: Double) -> String {
        let isOrdinary = (1e-3..<1e6).contains(number.magnitude)
        return Formula.text(of: isOrdinary ? DecimalRounding.round(number, decimals: 9) : number)
    }

    private static func text(of bound: Double) -> BilingualText {
        bound.isFinite ? BilingualText(same: shown(bound)) : BilingualText(zh: "无", en: "none")
    }

    /// Remarks on the rows whose value changed.
    static func remarks(_ values: [Double], _ results: [Double]) -> [Int: BilingualText] {
        var cells: [Int: BilingualText] = [:]
        for (row, (value, result)) in zip(values, results).enumerated()
        where !value.isNaN && !result.isNaN && value != result {
            cells[row] = text(from: value, to: result)
        }
        return cells
    }

    /// Prepares work that brings the values of each reference set to bounds found from them.
    ///
    /// - Parameter bounds: the bounds for the numbers of one set; nothing where none can be found.
    /// - Throws: `MethodError` where no reference set is named.
    static func kernel(
        _ input: ColumnInput, by method: String, bounds: @escaping @Sendable ([Double]) -> ValueBounds?
    ) throws -> any ColumnKernel {
        let references = try input.requiredReferences(by: method)
        let panel = input.panel
        return ArrayKernel(
            rowCount: panel.rowCount,
            remark: { values, results in
                let column = references.members.indices.compactMap { set -> BilingualText? in
                    let numbers = references.numbers(ofSet: set, in: values)
                    guard let found = bounds(numbers) else { return nil }
                    let name = references.name(ofSet: set, panel: panel)
                    let below = numbers.count { $0 < found.low }
                    let above = numbers.count { $0 > found.high }
                    let (low, high) = (text(of: found.low), text(of: found.high))
                    return BilingualText(
                        zh: "\(name.zh)：下界\(low.zh)，上界\(high.zh)；低于下界\(below)个，高于上界\(above)个",
                        en: "\(name.en): lower bound \(low.en), upper bound \(high.en); \(below) below, \(above) above")
                }
                return ColumnRemarks(column: column, cells: remarks(values, results))
            },
            compute: { values in
                let found = references.members.indices.map { bounds(references.numbers(ofSet: $0, in: values)) }
                return panel.rows.map { row in
                    guard values.indices.contains(row), references.setOfRow.indices.contains(row),
                        found.indices.contains(references.setOfRow[row])
                    else { return .nan }
                    return found[references.setOfRow[row]]?.clipped(values[row]) ?? values[row]
                }
            })
    }
}
