internal import AssessmentCore

/// Parts the text of a CSV file into rows and cells.
struct CSVScanner {
    private let bytes: ArraySlice<UInt8>
    private let file: String
    private let separator: UInt8
    private var rows: [CSVTable.Row] = []
    private var cells: [String] = []
    private var places: [CSVTable.Place] = []
    private var number = 1
    private var index: Int
    private var line = 1
    /// Where the current line begins, as an offset that grows with each byte that continues a character.
    private var lineStart: Int

    /// Starts at the beginning of a text that was found to be UTF-8.
    init(_ bytes: ArraySlice<UInt8>, file: String, separator: UInt8) {
        self.bytes = bytes
        self.file = file
        self.separator = separator
        index = bytes.startIndex
        lineStart = bytes.startIndex
    }

    /// Every row that holds something, with the heading.
    mutating func records() throws(Diagnostic) -> [CSVTable.Row] {
        while index < bytes.endIndex {
            places.append(CSVTable.Place(line: line, column: index - lineStart + 1))
            if bytes[index] == UInt8(ascii: "\"") {
                cells.append(try quotedCell())
            } else {
                cells.append(try plainCell())
            }
            try endCell()
        }
        if !cells.isEmpty { endRow() }
        return rows
    }

    /// A cell without quotation marks around it, up to the separator or the line end behind it.
    private mutating func plainCell() throws(Diagnostic) -> String {
        let start = index
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if byte == UInt8(ascii: "\"") {
                throw Diagnostic(
                    at: position, "a quotation mark stands inside a cell",
                    expected: "quotation marks around the whole cell, and each one inside written twice")
            }
            if byte & 0xC0 == 0x80 { lineStart += 1 }
            index += 1
        }
        return String(decoding: bytes[start..<index], as: UTF8.self).trimmed
    }

    /// A cell in quotation marks, which may hold separators, line ends and doubled quotation marks.
    private mutating func quotedCell() throws(Diagnostic) -> String {
        let opening = position
        var text: [UInt8] = []
        index += 1
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard index < bytes.endIndex, bytes[index] == byte else {
                    return String(decoding: text, as: UTF8.self)
                }
                index += 1
            } else if byte == UInt8(ascii: "\n") {
                line += 1
                lineStart = index
            } else if byte & 0xC0 == 0x80 {
                lineStart += 1
            }
            text.append(byte)
        }
        throw Diagnostic(at: opening, "a quotation mark is not closed", expected: "a closing quotation mark")
    }

    /// Takes the separator, the line end or the end of the file behind a cell.
    private mutating func endCell() throws(Diagnostic) {
        guard index < bytes.endIndex else { return }
        switch bytes[index] {
        case separator:
            index += 1
            if index < bytes.endIndex { return }
            // Behind a separator at the very end of the file there is one more cell, which is empty.
            places.append(CSVTable.Place(line: line, column: index - lineStart + 1))
            cells.append("")
        case UInt8(ascii: "\n"): endLine(by: 1)
        case UInt8(ascii: "\r") where bytes[index...].starts(with: "\r\n".utf8): endLine(by: 2)
        case UInt8(ascii: "\r"):
            throw Diagnostic(
                at: position, "a line ends in a carriage return alone",
                expected: "line ends LF or CRLF; in a spreadsheet, save as ‘CSV UTF-8’")
        default:
            throw Diagnostic(
                at: position, "text follows a closing quotation mark",
                expected: "a \(CSVSeparator.name(separator)) or the end of the line")
        }
    }

    private mutating func endLine(by count: Int) {
        endRow()
        index += count
        line += 1
        lineStart = index
    }

    private mutating func endRow() {
        if cells.contains(where: { !$0.isEmpty }) {
            rows.append(CSVTable.Row(number: number, cells: cells, places: places))
        }
        number += 1
        cells.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
    }

    private var position: SourcePosition {
        SourcePosition(file: file, line: line, column: index - lineStart + 1)
    }
}
