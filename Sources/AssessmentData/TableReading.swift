internal import AssessmentCore

/// Reads the values of one table, noting every problem with its place.
struct TableReading {
    /// A column whose cells are values of a variable.
    private struct Target {
        let index: Int
        let variable: String
        let earlier: [ReadCells.Source]
    }

    /// A text that stands for nothing: where it was met first, and how often.
    private struct Unread {
        let position: SourcePosition
        var count: Int
    }

    private let table: SourceTable
    private let form: TableForm
    private let request: ObservationsTable.Request
    private let values: TableValues
    private var problems: [Diagnostic] = []
    private var unread: [String: Unread] = [:]
    private var unlisted: Set<String> = []
    private var unit: Int?
    private var period: Int?
    private var long: (variable: Int, value: Int)?

    private(set) var observations: [Observation] = []
    private(set) var found: Set<String> = []
    private(set) var names: [String] = []

    init(_ table: SourceTable, _ form: TableForm, _ request: ObservationsTable.Request) {
        self.table = table
        self.form = form
        self.request = request
        values = TableValues(form)
    }

    /// Finds every column that the form names.
    ///
    /// - Throws: `DiagnosticList` with every one that the table does not have.
    mutating func findColumns(namedAt position: SourcePosition) throws(DiagnosticList) {
        unit = form.unit.flatMap { table.index(of: $0, namedAt: position, &problems) }
        if case .column(let name) = form.period { period = table.index(of: name, namedAt: position, &problems) }
        switch form.layout {
        case .wide:
            for column in form.variables.keys.sorted() { _ = table.index(of: column, namedAt: position, &problems) }
        case .long(let variable, let value):
            let variable = table.index(of: variable, namedAt: position, &problems)
            let value = table.index(of: value, namedAt: position, &problems)
            if let variable, let value { long = (variable, value) }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }

    /// Reads a table that has a column for each variable.
    mutating func readWide(_ seen: inout ReadCells) {
        let columns = columnsOfVariables()
        found = request.variables.filter { columns[$0] != nil || columns[ReportPeriod.base(of: $0)] != nil }
        names = table.columns
        var targets: [ReportPeriod.Part?: [Target]] = [:]
        var rows: [ReportPeriod.Part?: [ReadCells.Place: Int]] = [:]
        for (number, row) in table.rows.enumerated() {
            guard let (code, period) = place(of: row, number) else { continue }
            let list = targets[period.part] ?? self.targets(columns, period.part, seen)
            targets[period.part] = list
            let place = ReadCells.Place(unit: code, period: period.year)
            if let earlier = rows[period.part, default: [:]].updateValue(row.number, forKey: place) {
                problems.append(
                    Diagnostic(
                        at: table.position(of: unit ?? 0, in: row),
                        "\(quoted(code)) in \(written(period)) is given twice (also row \(earlier))",
                        expected: "one row for each unit and period"))
                continue
            }
            if observations.isEmpty { observations.reserveCapacity(table.rows.count * list.count) }
            for target in list {
                checkEarlier(target.earlier, target.variable, place, target.index, row)
                add(target.variable, code, period.year, target.index, row)
            }
        }
        for (part, list) in targets {
            let source = ReadCells.Source(file: table.file, rows: rows[part] ?? [:])
            for target in list { seen.add(target.variable, source) }
        }
    }

    /// Reads a table that has a row for each value.
    mutating func readLong(_ seen: inout ReadCells) {
        guard let long else { return }
        var rows: [String: [ReadCells.Place: Int]] = [:]
        var named: Set<String> = []
        let bases = Dictionary(grouping: request.variables, by: ReportPeriod.base)
        for (number, row) in table.rows.enumerated() {
            let written = row.cells[long.variable]
            if named.insert(written).inserted { names.append(written) }
            let name = form.variables[written] ?? written
            guard bases[name] != nil || request.variables.contains(name) else { continue }
            found.formUnion((bases[name] ?? []) + [name])
            guard let (code, period) = place(of: row, number), let variable = period.variable(name),
                request.variables.contains(variable)
            else { continue }
            let place = ReadCells.Place(unit: code, period: period.year)
            if let earlier = rows[variable, default: [:]].updateValue(row.number, forKey: place) {
                tellTwice(variable, place, in: "row \(earlier)", at: long.value, row)
                continue
            }
            checkEarlier(seen.sources(of: variable), variable, place, long.value, row)
            add(variable, code, period.year, long.value, row)
        }
        found.formIntersection(request.variables)
        for (variable, rows) in rows { seen.add(variable, ReadCells.Source(file: table.file, rows: rows)) }
    }

    /// Stops with every problem noted, in the order of the file.
    func finish() throws(DiagnosticList) {
        let texts = unread.map { text, cells in
            let more = cells.count == 1 ? "" : " (and in \(cells.count - 1) more cells)"
            return Diagnostic(
                at: cells.position, "\(quoted(text)) is not a number\(more)",
                expected: values.wording
                    + (text.hasSuffix("%") ? "; without a percent sign, in a cell that is formatted as a number" : ""),
                suggestion: values.suggestion(for: text))
        }
        if !problems.isEmpty || !texts.isEmpty { throw DiagnosticList((problems + texts).inOrderOfPlace) }
    }

    /// The columns by the variable whose values they hold: what the form names goes before a column's own name.
    private func columnsOfVariables() -> [String: Int] {
        var columns: [String: Int] = [:]
        for (index, name) in table.columns.enumerated() where form.variables[name] == nil { columns[name] = index }
        for (name, variable) in form.variables { columns[variable] = table.index(of: name) }
        return columns
    }

    /// The columns to read in rows of a whole year or a part of one, in the order of the table.
    private func targets(_ columns: [String: Int], _ part: ReportPeriod.Part?, _ seen: ReadCells) -> [Target] {
        let held = request.variables.compactMap { variable -> Target? in
            var index = part == nil ? columns[variable] : nil
            let base = ReportPeriod.base(of: variable)
            // A report period that has a column of its own is read from that alone.
            if let part, columns[variable] == nil, ReportPeriod.variable(base, in: part) == variable {
                index = columns[base]
            }
            return index.map { Target(index: $0, variable: variable, earlier: seen.sources(of: variable)) }
        }
        return held.sorted { ($0.index, $0.variable) < ($1.index, $1.variable) }
    }

    /// The unit and the period of a row; nothing where one of them is not wanted, or wrong.
    private mutating func place(of row: TableRow, _ number: Int) -> (unit: String, period: ReportPeriod)? {
        let period: ReportPeriod
        switch form.period {
        case .only(let year): period = ReportPeriod(year)
        case .column(let name):
            guard let index = self.period else { return nil }
            let text = row.cells[index]
            guard let read = ReportPeriod(text) else {
                problems.append(
                    Diagnostic(
                        at: table.position(of: index, in: row),
                        text.isEmpty ? "the column \(quoted(name)) is empty" : "\(quoted(text)) is not a period",
                        expected: ReportPeriod.wording))
                return nil
            }
            period = read
        }
        guard request.periods.contains(period.year) else { return nil }
        let code = unit.map { row.cells[$0] } ?? String(number + 1)
        if request.codes.contains(code) { return (code, period) }
        if code.isEmpty {
            problems.append(
                Diagnostic(
                    at: table.position(of: unit ?? 0, in: row), "the column \(quoted(form.unit ?? "")) is empty",
                    expected: "the code of a unit"))
        } else if !form.ignoresOtherUnits, unlisted.insert(code).inserted {
            problems.append(
                Diagnostic(
                    at: table.position(of: unit ?? 0, in: row), "no unit has the code \(quoted(code))",
                    expected: "a code of the file of units; other units are passed over with ‘other_units: ignore’"))
        }
        return nil
    }

    private mutating func add(_ variable: String, _ code: String, _ period: Period, _ index: Int, _ row: TableRow) {
        let text = row.cells[index]
        let origin = table.origin(of: index, in: row)
        switch values.value(of: text) {
        case .number(let number):
            if DecimalNumber.digitsLost(of: text, as: number) != nil, values.isNumber(text) {
                let refusal = DecimalNumber.refusal(ofDigits: text, as: number)
                problems.append(
                    Diagnostic(at: table.position(of: index, in: row), refusal.problem, expected: refusal.expected))
            }
            observations.append(
                Observation(variable: variable, unit: code, period: period, value: number, origin: origin))
        case .absent(let reason):
            observations.append(
                Observation(variable: variable, unit: code, period: period, absent: reason, origin: origin))
        case nil:
            let here = Unread(position: table.position(of: index, in: row), count: 0)
            unread[text, default: here].count += 1
        }
    }

    private mutating func checkEarlier(
        _ sources: [ReadCells.Source], _ variable: String, _ place: ReadCells.Place, _ index: Int, _ row: TableRow
    ) {
        for source in sources {
            guard let earlier = source.rows[place] else { continue }
            tellTwice(variable, place, in: "\(source.file), row \(earlier)", at: index, row)
            return
        }
    }

    private mutating func tellTwice(
        _ variable: String, _ place: ReadCells.Place, in earlier: String, at index: Int, _ row: TableRow
    ) {
        problems.append(
            Diagnostic(
                at: table.position(of: index, in: row),
                "\(quoted(variable)) of \(quoted(place.unit)) in \(place.period) is given twice (also \(earlier))",
                expected: "one value"))
    }

    private func written(_ period: ReportPeriod) -> String {
        period.part.map { "\(period.year)-\($0.rawValue)" } ?? period.year.description
    }
}
