import AssessmentCore

extension FormulaProgram {
    /// Evaluates with memory of its own; the scratch begins with numbers that must not matter.
    func results(rowCount: Int, live: [Double] = [], weights: [Double] = []) -> [Double] {
        var results = [Double](repeating: -99, count: rowCount)
        var scratch = [Double](repeating: 12345, count: scratchCount)
        var resultSpan = results.mutableSpan
        var scratchSpan = scratch.mutableSpan
        evaluate(live: live.span, weights: weights.span, into: &resultSpan, scratch: &scratchSpan)
        return results
    }
}

/// A formula over columns of one panel, by program and by trace.
struct FormulaRun {
    let shape: FormulaProgram.Shape
    let columns: [String: [Double]]

    init(_ columns: [String: [Double]], units: Int, references: ReferenceSets? = nil, breaks: [String: [Int]] = [:]) {
        shape = FormulaProgram.Shape(
            rowCount: columns.values.first?.count ?? 0, unitCount: units, references: references, breaks: breaks)
        self.columns = columns
    }

    func results(_ formula: Formula) throws -> [Double?] {
        try FormulaProgram(formula, inputs: columns.mapValues { .column($0) }, shape: shape)
            .results(rowCount: shape.rowCount).map { $0.isNaN ? nil : $0 }
    }

    var trace: FormulaTrace {
        FormulaTrace(shape: shape) { name, row in columns[name]?[row] ?? .nan }
    }
}

extension FormulaProgram.Shape {
    /// A shape of consecutive years.
    init(rowCount: Int, unitCount: Int, references: ReferenceSets? = nil, breaks: [String: [Int]] = [:]) {
        let units = (0..<unitCount).map {
            AssessedUnit(code: "\($0)", name: BilingualText(same: "\($0)"), level: "city")
        }
        let periods = (0..<rowCount / max(1, unitCount)).map { Period(year: 2001 + $0) }
        self.init(Panel(units: units, periods: periods), references: references, breaks: breaks)
    }
}
