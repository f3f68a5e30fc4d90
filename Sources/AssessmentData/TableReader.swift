internal import AssessmentCore

/// Reads the cells of a table by the names of their columns, noting every problem with its place.
struct TableReader {
    private let table: CSVTable
    private let indices: [String: Int]
    private(set) var problems: [Diagnostic] = []

    /// Reads a file that has some columns and may have others.
    ///
    /// - Parameters:
    ///   - known: columns that may be there.
    ///   - separator: what parts cells.
    init(
        bytes: [UInt8], file: String, required: [String], known: [String],
        separator: UInt8 = CSVSeparator.comma
    ) throws(DiagnosticList) {
        table = try CSVTable(bytes: bytes, file: file, separator: separator)
        let heading = table.heading.cells
        indices = Dictionary(heading.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        problems = TableReader.problems(
            of: table.heading, file: file, sheet: table.sheet, required: required, known: known)
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }

    /// The columns that a heading lacks and those that are not known.
    static func problems(
        of heading: CSVTable.Row, file: String, sheet: String?, required: [String], known: [String]
    ) -> [Diagnostic] {
        let columns = "columns " + known.joined(separator: ", ")
        let names = Set(heading.cells)
        let missing = required.filter { !names.contains($0) }.map { name in
            Diagnostic(
                at: SourcePosition(file: file, sheet: sheet, line: heading.line, column: 1),
                "the column ‘\(name)’ is missing", expected: columns)
        }
        let others = zip(heading.cells, heading.places).filter { !known.contains($0.0) }.map { name, place in
            Diagnostic(
                at: SourcePosition(file: file, sheet: sheet, line: place.line, column: place.column),
                name.isEmpty ? "a column has no heading" : "the column \(quoted(name)) is not known here",
                expected: columns, suggestion: nearestMatch(to: name, among: known))
        }
        return missing + others
    }

    var file: String { table.file }
    var rows: [CSVTable.Row] { table.rows }

    /// The text of a cell; empty where the column is not there.
    func text(_ column: String, _ row: CSVTable.Row) -> String {
        indices[column].map { row.cells[$0] } ?? ""
    }

    /// The place of a cell.
    func position(_ column: String, _ row: CSVTable.Row) -> SourcePosition {
        indices[column].map { table.position(of: $0, in: row) }
            ?? SourcePosition(file: file, sheet: table.sheet, line: row.line, column: 1)
    }

    /// Where a value was read.
    func origin(_ column: String, _ row: CSVTable.Row, source: String = "", note: String = "") -> Origin {
        guard let sheet = table.sheet else {
            return Origin(file: file, row: row.number, column: column, source: source, note: note)
        }
        let cell = indices[column].map { cellName(row: row.places[$0].line, column: row.places[$0].column) }
        return Origin(
            file: file, sheet: sheet, row: row.number, column: column, cell: cell, source: source, note: note)
    }

    /// Notes a problem with a cell.
    mutating func report(
        _ column: String, _ row: CSVTable.Row, _ problem: String, expected: String, suggestion: String? = nil
    ) {
        problems.append(
            Diagnostic(at: position(column, row), problem, expected: expected, suggestion: suggestion))
    }

    /// The text of a cell that must not be empty.
    mutating func filled(_ column: String, _ row: CSVTable.Row) -> String? {
        let text = text(column, row)
        if text.isBlank {
            report(
                column, row, "the column ‘\(column)’ is empty\(text.isEmpty ? "" : ": its characters are invisible")",
                expected: "a text")
            return nil
        }
        return text
    }

    /// The number of a cell; nothing where it is empty.
    mutating func number(_ column: String, _ row: CSVTable.Row) -> Double? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        if let number = DecimalNumber.parse(text) {
            guard DecimalNumber.digitsLost(of: text, as: number) != nil else { return number }
            let refusal = DecimalNumber.refusal(ofDigits: text, as: number)
            report(column, row, refusal.problem, expected: refusal.expected)
            return nil
        }
        report(
            column, row, "\(quoted(text)) is not a number",
            expected: "digits with a decimal point, without separators, units or signs of per cent",
            suggestion: DecimalNumber.suggestion(for: text))
        return nil
    }

    /// The date of a cell; nothing where it is empty.
    mutating func date(_ column: String, _ row: CSVTable.Row) -> CalendarDate? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        if let date = CalendarDate(text) { return date }
        report(
            column, row, "\(quoted(text)) is not a date", expected: "a date such as 2020-12-31",
            suggestion: TableReader.date(meantBy: text)?.description)
        return nil
    }

    /// The day that spreadsheets and people also write as `2020/12/31` or `2020年12月31日`.
    private static func date(meantBy text: String) -> CalendarDate? {
        let parts = text.split { !($0.isASCII && $0.isNumber) }
        guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2])
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// The period of a cell.
    mutating func period(_ column: String, _ row: CSVTable.Row) -> Period? {
        guard let text = filled(column, row) else { return nil }
        if let period = Period(text) { return period }
        report(column, row, "\(quoted(text)) is not a period", expected: "a year such as 2020")
        return nil
    }

    /// The year, or report period within one, of a cell.
    mutating func reportPeriod(_ column: String, _ row: CSVTable.Row) -> ReportPeriod? {
        guard let text = filled(column, row) else { return nil }
        if let period = ReportPeriod(text) { return period }
        report(column, row, "\(quoted(text)) is not a period", expected: ReportPeriod.wording)
        return nil
    }

    /// Stops with every problem noted, in the order of the file.
    func finish() throws(DiagnosticList) {
        if problems.isEmpty { return }
        throw DiagnosticList(problems.inOrderOfPlace)
    }
}
