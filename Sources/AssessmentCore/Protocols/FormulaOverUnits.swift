/// A formula whose reductions over units are computed beforehand and replaced by columns.
struct FormulaOverUnits {
    /// The formula with inputs in place of the reductions.
    let formula: Formula
    /// The column of each of those inputs, over the panel.
    private(set) var columns: [String: [Double]] = [:]
    private var bodies: [String: Formula] = [:]
    /// The rows of the units that belong to the unit of each row.
    private let rowsOfParts: [[Int]]
    private let parts: MeasurementData.Parts?
    private let names: [String: BilingualText]

    /// - Throws: ``FormulaProgram/CompilationError`` where a reduction reads what it is not given.
    init(_ formula: Formula, _ description: IndicatorDescription, _ data: MeasurementData) throws {
        names = Dictionary(description.variables.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        parts = data.parts
        guard formula.reducesOverUnits, let parts = data.parts else {
            self.formula = formula
            rowsOfParts = []
            return
        }
        let rowsOfParts = (0..<data.panel.rowCount).map {
            parts.rows(of: data.panel.unit(ofRow: $0), in: data.panel.period(ofRow: $0))
        }
        let inputs = FormulaIndicator.inputs(description, data.parameters, panel: parts.panel) {
            parts.variables[$0.id]?.values ?? [Double](repeating: .nan, count: parts.panel.rowCount)
        }
        let shape = FormulaProgram.Shape(parts.panel, breaks: data.seriesBreaks)
        var (columns, bodies): ([String: [Double]], [String: Formula]) = ([:], [:])
        self.formula = try formula.replacing { reduction, body in
            let name = "units#\(columns.count)"
            let values = try FormulaIndicator.results(of: body, inputs, shape)
            bodies[name] = body
            columns[name] = rowsOfParts.map { rows in
                rows.isEmpty ? .nan : rows.reduce(reduction.start) { reduction.combined($0, values[$1]) }
            }
            return .input(name)
        }
        self.columns = columns
        self.bodies = bodies
        self.rowsOfParts = rowsOfParts
    }

    /// Leaves out a row for the first unit that lacks a value, or because none belongs to it.
    func leaveOut(_ column: inout Column, row: Int, _ name: String, at inputRow: Int) {
        guard let parts, let body = bodies[name], rowsOfParts.indices.contains(inputRow) else {
            return column.leaveOut(.notCollected, at: row)
        }
        for part in rowsOfParts[inputRow] {
            for (input, periods) in body.laggedInputs {
                guard let source = parts.panel.row(part, yearsBefore: periods) else {
                    return column.leaveOut(.noEarlierPeriod, at: row)
                }
                guard let reason = parts.variables[input]?.reasons[source], parts.variables[input]?[source] == nil
                else { continue }
                let (unit, variable) = (parts.panel.unit(ofRow: source), names[input])
                return column.leaveOut(
                    reason,
                    note: BilingualText(
                        zh: "\(unit.name.zh)：\(variable?.zh ?? input)\(reason.name.zh)",
                        en: "\(unit.name.en): \(variable?.en ?? input) \(reason.name.en)"), at: row)
            }
        }
        let note = BilingualText(zh: "没有下属单位的可用数值", en: "no unit that belongs to it has a value that can be used")
        column.leaveOut(rowsOfParts[inputRow].isEmpty ? .notApplicable : .outsideDomain, note: note, at: row)
    }

    /// What the reductions of a row rest on.
    func references(row: Int) -> [IndicatorMeasurement.Reference] {
        guard let parts else { return [] }
        return bodies.keys.sorted().flatMap { name in
            rowsOfParts[row].flatMap { part in
                (bodies[name]?.laggedInputs ?? []).compactMap { input, periods in
                    parts.panel.row(part, yearsBefore: periods).map { .part(input, row: $0) }
                }
            }
        }
    }
}

extension Formula {
    /// The formula with each reduction over units replaced.
    fileprivate func replacing(_ replacement: (Reduction, Formula) throws -> Formula) rethrows -> Formula {
        switch self {
        case .number, .input: self
        case .overUnits(let reduction, let body): try replacement(reduction, body)
        case .apply(let function, let arguments): .apply(function, try arguments.map { try $0.replacing(replacement) })
        case .lag(let body, let periods): .lag(try body.replacing(replacement), periods: periods)
        case .ofUnit(let code, let body): .ofUnit(code, try body.replacing(replacement))
        case .statistic(let statistic, let body): .statistic(statistic, try body.replacing(replacement))
        case .overChildren(let reduction, let body): .overChildren(reduction, try body.replacing(replacement))
        }
    }
}
