internal import AssessmentCore

/// Parts the text of a CSV file, or a run of whole records of it, into records and cells, which stay where they lie.
struct CSVScanner {
    /// A cell of a record: its bytes, without the quotation marks around them.
    struct Cell {
        let start: Int
        let end: Int
        let isQuoted: Bool
        /// Whether quotation marks inside are written twice.
        let hasDoubledMarks: Bool
    }

    /// What cannot be read, and where.
    struct Problem: Error {
        let offset: Int
        let text: String
        let expected: String
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private let separator: UInt8
    private let separators: UInt64
    /// The cells of the record, in the first places.
    private(set) var cells: [Cell] = []
    private(set) var count = 0
    /// The number of the record among all, from 1, and where and on which line it begins.
    private(set) var number = 0
    private(set) var start = 0
    private(set) var line = 1
    /// Where what follows the record begins, and on which line.
    private(set) var index = 0
    private(set) var nextLine = 1

    /// Starts at the beginning of some records, the bytes of which must outlive the scanner.
    init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8) {
        self.bytes = bytes
        self.separator = separator
        separators = ByteWords.filled(separator)
    }

    /// Where the bytes lie; asked for where there are some.
    private var base: UnsafePointer<UInt8> { bytes.baseAddress.unsafelyUnwrapped }

    /// Goes on to the next record; there is none where it says so.
    mutating func next() throws(Problem) -> Bool {
        guard index < bytes.count else { return false }
        (start, line, count) = (index, nextLine, 0)
        number += 1
        nextLine += 1
        while true {
            if index < bytes.count, base[index] == UInt8(ascii: "\"") {
                try takeQuoted()
            } else {
                try takePlain()
            }
            guard index < bytes.count else {
                nextLine -= 1
                return true
            }
            let byte = base[index]
            if byte == separator {
                // Behind a separator at the very end of the file there is one more cell, which is empty.
                index += 1
            } else if byte == UInt8(ascii: "\n") {
                index += 1
                return true
            } else if byte == UInt8(ascii: "\r") {
                guard index + 1 < bytes.count, base[index + 1] == UInt8(ascii: "\n") else {
                    throw Problem(
                        offset: index, text: "a line ends in a carriage return alone",
                        expected: "line ends LF or CRLF; in a spreadsheet, save as ‘CSV UTF-8’")
                }
                index += 2
                return true
            } else {
                throw Problem(
                    offset: index, text: "text follows a closing quotation mark",
                    expected: "a \(CSVSeparator.name(separator)) or the end of the line")
            }
        }
    }

    /// A cell without quotation marks around it, up to the separator or the line end behind it.
    @inline(__always)
    private mutating func takePlain() throws(Problem) {
        let first = index
        var place = index
        let marks = ByteWords.filled(UInt8(ascii: "\"")), feeds = ByteWords.filled(UInt8(ascii: "\n"))
        let returns = ByteWords.filled(UInt8(ascii: "\r"))
        scan: while true {
            if place + 8 <= bytes.count {
                let word = ByteWords.load(base + place)
                let found =
                    ByteWords.zeros(word ^ separators) | ByteWords.zeros(word ^ marks)
                    | ByteWords.zeros(word ^ feeds) | ByteWords.zeros(word ^ returns)
                if found == 0 {
                    place += 8
                    continue
                }
                place += found.trailingZeroBitCount >> 3
                break
            }
            while place < bytes.count {
                let byte = base[place]
                if byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
                    || byte == UInt8(ascii: "\"")
                {
                    break scan
                }
                place += 1
            }
            break
        }
        index = place
        if place < bytes.count, base[place] == UInt8(ascii: "\"") {
            throw Problem(
                offset: place, text: "a quotation mark stands inside a cell",
                expected: "quotation marks around the whole cell, and each one inside written twice")
        }
        add(Cell(start: first, end: place, isQuoted: false, hasDoubledMarks: false))
    }

    /// A cell in quotation marks, which may hold separators, line ends and doubled quotation marks.
    private mutating func takeQuoted() throws(Problem) {
        let opening = index
        var isDoubled = false
        index += 1
        while index < bytes.count {
            let byte = base[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                guard index < bytes.count, base[index] == byte else {
                    add(Cell(start: opening + 1, end: index - 1, isQuoted: true, hasDoubledMarks: isDoubled))
                    return
                }
                isDoubled = true
                index += 1
            } else if byte == UInt8(ascii: "\n") {
                nextLine += 1
            }
        }
        throw Problem(offset: opening, text: "a quotation mark is not closed", expected: "a closing quotation mark")
    }

    @inline(__always)
    private mutating func add(_ cell: Cell) {
        if count < cells.count { cells[count] = cell } else { cells.append(cell) }
        count += 1
    }

    /// Whether all cells of the record are empty, as spreadsheets leave rows behind.
    var isBlank: Bool {
        for place in 0..<count {
            let cell = cells[place]
            if cell.start == cell.end { continue }
            if cell.isQuoted || base[cell.start] &- 0x21 < 0x5E { return false }
            if !text(of: cell).isEmpty { return false }
        }
        return true
    }

    /// The text of a cell, with white space around it removed where it is not quoted.
    func text(of cell: Cell) -> String {
        let raw = UnsafeBufferPointer(rebasing: bytes[cell.start..<cell.end])
        guard cell.isQuoted else { return String(decoding: raw, as: UTF8.self).trimmed }
        guard cell.hasDoubledMarks else { return String(decoding: raw, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        var place = 0
        while place < raw.count {
            text.append(raw[place])
            place += raw[place] == UInt8(ascii: "\"") ? 2 : 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What cannot be read, at its place.
    func diagnostic(_ problem: Problem, file: String) -> Diagnostic {
        let place = place(of: problem.offset)
        return Diagnostic(
            at: SourcePosition(file: file, line: place.line, column: place.column), problem.text,
            expected: problem.expected)
    }

    /// The line and the column of a place in the record, or where it breaks off.
    func place(of offset: Int) -> TablePlace {
        var place = PlaceCounter(line: line, start: start)
        place.advance(to: offset, in: base)
        return place.place
    }

    /// The line and the column of each cell, with its quotation mark.
    var places: [TablePlace] {
        var place = PlaceCounter(line: line, start: start)
        return cells[..<count].map { cell in
            place.advance(to: cell.isQuoted ? cell.start - 1 : cell.start, in: base)
            return place.place
        }
    }

    /// The line and the column of one cell, with its quotation mark.
    func place(ofCell index: Int) -> TablePlace {
        place(of: cells[index].isQuoted ? cells[index].start - 1 : cells[index].start)
    }

    /// Counts lines, and columns in characters.
    private struct PlaceCounter {
        private var line: Int
        private var column = 1
        private var offset: Int

        init(line: Int, start: Int) {
            self.line = line
            offset = start
        }

        var place: TablePlace { TablePlace(line: line, column: column) }

        mutating func advance(to end: Int, in base: UnsafePointer<UInt8>) {
            while offset < end {
                if base[offset] == UInt8(ascii: "\n") {
                    line += 1
                    column = 1
                } else if base[offset] & 0xC0 != 0x80 {
                    column += 1
                }
                offset += 1
            }
        }
    }
}
