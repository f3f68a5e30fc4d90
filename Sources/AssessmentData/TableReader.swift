internal import AssessmentCore

/// Reads the cells of a table by the names of their columns, noting every problem with its place.
struct TableReader {
    private let table: CSVTable
    private let indices: [String: Int]
    private(set) var problems: [Diagnostic] = []

    /// Reads a file that has some columns and may have others.
    ///
    /// - Parameters:
    ///   - known: columns that may be there; any may where there are none.
    init(
        bytes: [UInt8], file: String, required: [String], known: [String]? = nil
    ) throws(DiagnosticList) {
        table = try CSVTable(bytes: bytes, file: file)
        indices = Dictionary(table.heading.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        let place = SourcePosition(file: file, line: 1, column: 1)
        for name in required where indices[name] == nil {
            problems.append(
                Diagnostic(
                    at: place, "the column ‘\(name)’ is missing",
                    expected: "columns " + (known ?? required).joined(separator: ", "),
                    suggestion: nearestMatch(to: name, among: table.heading.filter { !required.contains($0) })))
        }
        if let known {
            for name in table.heading where !known.contains(name) {
                problems.append(
                    Diagnostic(
                        at: place, "the column ‘\(name)’ is not known here",
                        expected: "columns " + known.joined(separator: ", "),
                        suggestion: nearestMatch(to: name, among: known)))
            }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }

    var file: String { table.file }
    var heading: [String] { table.heading }
    var rows: [CSVTable.Row] { table.rows }

    /// The text of a cell; empty where the column is not there.
    func text(_ column: String, _ row: CSVTable.Row) -> String {
        indices[column].map { row.cells[$0] } ?? ""
    }

    /// The place of a cell.
    func position(_ column: String, _ row: CSVTable.Row) -> SourcePosition {
        SourcePosition(file: file, line: row.line, column: indices[column].map { row.columns[$0] } ?? 1)
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
        if text.isEmpty {
            report(column, row, "the column ‘\(column)’ is empty", expected: "a text")
            return nil
        }
        return text
    }

    /// The number of a cell; nothing where it is empty.
    mutating func number(_ column: String, _ row: CSVTable.Row) -> Double? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        if let number = DecimalNumber.parse(text) { return number }
        report(
            column, row, "‘\(text)’ is not a number",
            expected: "digits with a decimal point, without separators, units or signs of per cent",
            suggestion: DecimalNumber.suggestion(for: text))
        return nil
    }

    /// The date of a cell; nothing where it is empty.
    mutating func date(_ column: String, _ row: CSVTable.Row) -> CalendarDate? {
        let text = text(column, row)
        guard !text.isEmpty else { return nil }
        if let date = CalendarDate(text) { return date }
        report(column, row, "‘\(text)’ is not a date", expected: "a date such as 2020-12-31")
        return nil
    }

    /// The period of a cell.
    mutating func period(_ column: String, _ row: CSVTable.Row) -> Period? {
        guard let text = filled(column, row) else { return nil }
        if let period = Period(text) { return period }
        report(column, row, "‘\(text)’ is not a period", expected: "a year such as 2020")
        return nil
    }

    /// Stops with every problem noted.
    func finish() throws(DiagnosticList) {
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }
}

/// Numbers as data files may write them: an optional minus, digits, an optional decimal point and digits.
enum DecimalNumber {
    /// The number; nothing where it is written in any other way, or too large.
    static func parse(_ text: String) -> Double? {
        var bytes = text.utf8[...]
        if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let number = Double(text), number.isFinite
        else { return nil }
        return number
    }

    /// What may have been meant, where taking away separators, spaces and full-width forms leaves a number.
    static func suggestion(for text: String) -> String? {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19: plain.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? "0")
            case 0xFF0E: plain += "."
            case 0x2C, 0xFF0C, 0x20, 0xA0: continue
            default: plain.unicodeScalars.append(scalar)
            }
        }
        return plain != text && parse(plain) != nil ? plain : nil
    }
}
