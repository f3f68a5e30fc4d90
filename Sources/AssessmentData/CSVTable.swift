internal import AssessmentCore

/// A file of comma-separated values with a heading, cell by cell with their places.
///
/// Source: RFC 4180, in UTF-8 with or without a byte order mark; lines end in LF or CRLF. Every row has as many cells as
/// the heading.
struct CSVTable {
    /// A row below the heading.
    struct Row {
        /// The number of the row in the file, from 1 for the heading. A quoted cell may hold line ends, so that this is
        /// what a spreadsheet shows rather than the line.
        let number: Int
        /// The line of the file that the row begins on, from 1.
        let line: Int
        /// The cells, with white space around them removed.
        let cells: [String]
        /// The column, in characters from 1, at which each cell begins.
        let columns: [Int]
    }

    let file: String
    let heading: [String]
    private(set) var rows: [Row] = []

    /// Reads a file.
    ///
    /// - Throws: `DiagnosticList` with every row that does not fit, or the first place that cannot be read at all.
    init(bytes: [UInt8], file: String) throws(DiagnosticList) {
        self.file = file
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if let offset = CSVTable.firstInvalidByte(body) {
            let before = body[..<offset]
            let line = before.count { $0 == UInt8(ascii: "\n") } + 1
            let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(
                        file: file, line: line, column: String(decoding: body[start..<offset], as: UTF8.self).count + 1),
                    "the file is not in UTF-8", expected: "UTF-8; in a spreadsheet, save as ‘CSV UTF-8’")
            ])
        }
        var records = try CSVTable.records(body, file: file)
        guard let first = records.first else {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1), "the file is empty",
                    expected: "a heading and rows")
            ])
        }
        heading = first.cells
        records.removeFirst()
        var problems: [Diagnostic] = []
        for name in Set(heading).sorted() where heading.count(where: { $0 == name }) > 1 {
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1), "two columns are headed ‘\(name)’",
                    expected: "a heading of its own for each column"))
        }
        for row in records where row.cells.count != heading.count {
            problems.append(
                Diagnostic(
                    at: SourcePosition(file: file, line: row.line, column: 1),
                    "row \(row.number) has \(row.cells.count) cells", expected: "\(heading.count), as in the heading"))
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        rows = records
    }

    private static func firstInvalidByte(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var decoder = UTF8()
        var offset = bytes.startIndex
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }

    private static func records(_ bytes: ArraySlice<UInt8>, file: String) throws(DiagnosticList) -> [Row] {
        var rows: [Row] = []
        var (cells, columns): ([String], [Int]) = ([], [])
        var cell: [UInt8] = []
        var (line, column) = (1, 1)
        var (rowLine, cellColumn, number) = (1, 1, 1)
        var (isQuoted, wasQuoted) = (false, false)
        var quotePosition = SourcePosition(file: file, line: 1, column: 1)

        func endCell() {
            let text = String(decoding: cell, as: UTF8.self)
            cells.append(wasQuoted ? text : text.trimmed)
            columns.append(cellColumn)
            cell.removeAll(keepingCapacity: true)
            wasQuoted = false
        }
        func endRow() {
            endCell()
            // A line without anything on it is no row.
            if cells != [""] { rows.append(Row(number: number, line: rowLine, cells: cells, columns: columns)) }
            number += 1
            (cells, columns) = ([], [])
        }

        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte & 0xC0 != 0x80 { column += 1 }
            if isQuoted {
                if byte == UInt8(ascii: "\"") {
                    if index < bytes.endIndex, bytes[index] == UInt8(ascii: "\"") {
                        cell.append(byte)
                        index += 1
                        column += 1
                    } else {
                        isQuoted = false
                    }
                } else {
                    cell.append(byte)
                    if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) }
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\"") where cell.isEmpty && !wasQuoted:
                (isQuoted, wasQuoted) = (true, true)
                quotePosition = SourcePosition(file: file, line: line, column: column - 1)
            case UInt8(ascii: ","):
                endCell()
                cellColumn = column
            case UInt8(ascii: "\r") where index < bytes.endIndex && bytes[index] == UInt8(ascii: "\n"):
                continue
            case UInt8(ascii: "\n"):
                endRow()
                (line, column) = (line + 1, 1)
                (rowLine, cellColumn) = (line, 1)
            default:
                if wasQuoted {
                    throw DiagnosticList([
                        Diagnostic(
                            at: SourcePosition(file: file, line: line, column: column - 1),
                            "text follows a closing quotation mark", expected: "a comma or the end of the line")
                    ])
                }
                cell.append(byte)
            }
        }
        if isQuoted {
            throw DiagnosticList([
                Diagnostic(at: quotePosition, "a quotation mark is not closed", expected: "a closing quotation mark")
            ])
        }
        if !cell.isEmpty || !cells.isEmpty || wasQuoted { endRow() }
        return rows
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
