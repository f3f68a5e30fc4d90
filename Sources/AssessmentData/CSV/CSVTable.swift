internal import AssessmentCore

/// A file of comma-separated values with a heading, or the first visible sheet of a workbook, cell by cell with their
/// places.
///
/// Source: RFC 4180, in UTF-8 with or without a byte order mark; lines end in LF or CRLF. Every row has as many cells as
/// the heading. A row without anything in it, which spreadsheets leave behind, is no row.
struct CSVTable {
    typealias Place = TablePlace
    typealias Row = TableRow

    let file: String
    /// The sheet, where the file is a workbook.
    let sheet: String?
    /// The names of the columns.
    let heading: Row
    private(set) var rows: [Row] = []

    /// Reads a file: a workbook where its name ends in `.xlsx` or `.xlsm`, else CSV.
    ///
    /// - Parameter separator: what parts cells.
    /// - Throws: `DiagnosticList` with every row that does not fit, or the first place that cannot be read at all.
    init(bytes: [UInt8], file: String, separator: UInt8 = CSVSeparator.comma) throws(DiagnosticList) {
        self.file = file
        if WorkbookTable.isWorkbook(file) {
            let table = try WorkbookTable.read(bytes, file: file, sheet: nil, namedAt: nil)
            (sheet, heading, rows) = (table.sheet, table.heading, table.rows)
            return
        }
        sheet = nil
        var records: [Row]
        do throws(Diagnostic) {
            records = try bytes.withUnsafeBufferPointer { (buffer) throws(Diagnostic) -> [Row] in
                try CSVTable.records(CSVText.body(of: buffer), file: file, separator: separator)
            }
        } catch {
            throw DiagnosticList([error])
        }
        guard let first = records.first else {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1), "the file is empty",
                    expected: "a heading and rows")
            ])
        }
        heading = first
        records.removeFirst()
        var problems = CSVTable.repeatedHeadings(heading, file: file)
        for row in records where row.cells.count != heading.cells.count {
            problems.append(
                CSVTable.wrongCount(
                    row.cells.count, of: heading.cells.count, inRow: row.number, file: file, line: row.line))
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        rows = records
    }

    /// Every row that holds something, with the heading.
    static func records(
        _ bytes: UnsafeBufferPointer<UInt8>, file: String, separator: UInt8
    ) throws(Diagnostic) -> [Row] {
        try CSVText.check(bytes, file: file)
        var scanner = CSVScanner(bytes, separator: separator)
        var rows: [Row] = []
        do throws(CSVScanner.Problem) {
            while try scanner.next() {
                if scanner.isBlank { continue }
                let cells = scanner.cells[..<scanner.count].map(scanner.text)
                rows.append(Row(number: scanner.number, cells: cells, places: scanner.places))
            }
        } catch {
            throw scanner.diagnostic(error, file: file)
        }
        return rows
    }

    /// The columns that have the heading of an earlier one.
    static func repeatedHeadings(_ heading: Row, file: String) -> [Diagnostic] {
        var seen: Set<String> = []
        return zip(heading.cells, heading.places).filter { !seen.insert($0.0).inserted }.map { name, place in
            Diagnostic(
                at: SourcePosition(file: file, line: place.line, column: place.column),
                name.isEmpty ? "two columns have no heading" : "two columns are headed \(quoted(name))",
                expected: "a heading of its own for each column")
        }
    }

    /// What is said of a row that has more or fewer cells than the heading.
    static func wrongCount(_ count: Int, of expected: Int, inRow row: Int, file: String, line: Int) -> Diagnostic {
        Diagnostic(
            at: SourcePosition(file: file, line: line, column: 1),
            "row \(row) has \(count) cell\(count == 1 ? "" : "s")", expected: "\(expected), as in the heading")
    }

    /// The place of a cell of a row.
    func position(of index: Int, in row: Row) -> SourcePosition {
        SourcePosition(file: file, sheet: sheet, line: row.places[index].line, column: row.places[index].column)
    }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String {
        // Most cells begin and end in visible ASCII, which is told from their bytes far faster than from characters.
        let visible: ClosedRange<UInt8> = 0x21...0x7E
        if let first = utf8.first, let last = utf8.last, visible ~= first, visible ~= last { return self }
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
