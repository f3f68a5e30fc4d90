#if Excel
internal import AssessmentCore

/// The cells of a sheet, as its part lists them.
final class SheetCells: XMLEvents {
    /// What the bytes that come belong to.
    private enum Taking { case nothing, value, inline }

    private let limits: SpreadsheetLimits
    private let sharedCount: Int
    private let formats: [NumberFormat]
    private let dates: SerialDate.System

    private(set) var cells: [SpreadsheetTable.Packed] = []
    private(set) var rows: [SpreadsheetTable.Row] = []
    private(set) var merged: [Sheet.Block] = []
    /// Texts that stand in the cells themselves, each once; their indices follow those of the shared ones.
    private var own = Numbering<String>()
    private var countOfOwn = 0
    private var room: Int

    private var isWithinData = false
    private var isWithinRow = false
    private var isWithinCell = false
    private var isWithinInline = false
    private var pronounced = 0
    private var taking = Taking.nothing
    private var row = 0
    private var column = 0
    private var firstOfRow = 0
    private var kind = CellKind.number
    private var style = 0
    private var hasFormula = false
    private var buffer: [UInt8] = []

    init(sharedCount: Int, formats: [NumberFormat], _ dates: SerialDate.System, _ limits: SpreadsheetLimits) {
        self.sharedCount = sharedCount
        self.formats = formats
        self.dates = dates
        self.limits = limits
        room = limits.bytesOfTexts
    }

    /// Texts that stand in the cells themselves, each once.
    var ownTexts: [String] { own.values }

    /// Hands over the cells, which would be copied otherwise when they are marked.
    func takeCells() -> [SpreadsheetTable.Packed] {
        defer { cells = [] }
        return cells
    }

    func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(PartProblem) {
        if isWithinCell {
            if name.isLetter("v") {
                taking = .value
                buffer.removeAll(keepingCapacity: true)
            } else if name.isLetter("f") {
                hasFormula = true
            } else if name.isLetter("t") {
                if isWithinInline, pronounced == 0 { taking = .inline }
            } else if name == "is" {
                isWithinInline = true
                buffer.removeAll(keepingCapacity: true)
            } else if name == "rPh" {
                pronounced += 1
            }
        } else if isWithinRow {
            if name.isLetter("c") { try beginCell(attributes) }
        } else if isWithinData {
            if name == "row" { try beginRow(attributes) }
        } else if name == "sheetData" {
            isWithinData = true
        } else if name == "mergeCell" {
            try merge(attributes)
        }
    }

    func end(_ name: XMLName) throws(PartProblem) {
        if isWithinCell {
            if name.isLetter("c") {
                isWithinCell = false
                try endCell()
            } else if name.isLetter("v") || name.isLetter("t") {
                taking = .nothing
            } else if name == "is" {
                isWithinInline = false
            } else if name == "rPh" {
                pronounced -= 1
            }
        } else if isWithinRow {
            if name == "row" {
                isWithinRow = false
                if cells.count > firstOfRow {
                    rows.append(SpreadsheetTable.Row(number: row, cells: firstOfRow..<cells.count))
                }
            }
        } else if name == "sheetData" {
            isWithinData = false
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(PartProblem) {
        guard taking != .nothing else { return }
        if buffer.count + bytes.count > limits.bytesOfCell {
            throw problem(
                "the text of a cell is longer than 32767 characters",
                expected: "texts as a spreadsheet program takes them")
        }
        buffer.append(contentsOf: bytes)
    }

    private func problem(_ text: String, expected: String = PartProblem.savedAgain) -> PartProblem {
        PartProblem(text, expected: expected, row: row, column: column)
    }

    private func beginRow(_ attributes: XMLAttributes) throws(PartProblem) {
        let before = row
        if attributes.bytes("r") == nil {
            row += 1
        } else if let number = attributes.integer("r") {
            row = number
        } else {
            column = 1
            throw PartProblem(
                "behind row \(before) stands one whose number ‘\(attributes.text("r")?.prefix(20) ?? "")’ is none")
        }
        guard (1...CellReference.rows).contains(row) else {
            throw PartProblem("there is a row \(row)", expected: "rows from 1 to \(CellReference.rows)")
        }
        guard row > before else {
            throw PartProblem("row \(row) stands behind row \(before)", expected: "rows in their order, each once")
        }
        isWithinRow = true
        firstOfRow = cells.count
        column = 0
    }

    private func beginCell(_ attributes: XMLAttributes) throws(PartProblem) {
        let before = column
        if let bytes = attributes.bytes("r") {
            guard let place = CellReference.parse(bytes) else {
                throw problem("a cell is named ‘\(String(decoding: bytes.prefix(20), as: UTF8.self))’, which is none")
            }
            guard place.row == row else {
                throw problem(
                    "a cell of row \(row) is named ‘\(String(decoding: bytes, as: UTF8.self))’, which is of another row"
                )
            }
            column = place.column
        } else {
            column += 1
        }
        guard (1...CellReference.columns).contains(column) else {
            throw problem("there is a column \(column)", expected: "columns from A to XFD")
        }
        guard column > before else {
            throw problem(
                "this cell stands behind that of column \(CellPlace.letters(before - 1))",
                expected: "cells of a row in their order, each once")
        }
        isWithinCell = true
        hasFormula = false
        style = attributes.bytes("s") == nil ? 0 : attributes.integer("s") ?? -1
        buffer.removeAll(keepingCapacity: true)
        guard let type = attributes.bytes("t") else {
            kind = .number
            return
        }
        guard let known = CellKind(type) else {
            throw problem("the cell is of an unknown kind, ‘\(String(decoding: type.prefix(20), as: UTF8.self))’")
        }
        kind = known
    }

    private func endCell() throws(PartProblem) {
        taking = .nothing
        isWithinInline = false
        pronounced = 0
        var cell = SpreadsheetTable.Packed(payload: 0, column: UInt16(column), kind: .empty, flags: 0)
        if hasFormula { cell.flags |= SpreadsheetTable.Packed.formula }
        if buffer.isEmpty {
            guard hasFormula else { return }
        } else {
            try fill(&cell)
        }
        if cells.count >= limits.cells {
            throw problem("more than \(limits.cells) cells hold something", expected: "a table of fewer cells")
        }
        cells.append(cell)
    }

    private func fill(_ cell: inout SpreadsheetTable.Packed) throws(PartProblem) {
        switch kind {
        case .number:
            guard let number = buffer.withUnsafeBufferPointer(CellNumber.parse) else {
                throw problem("the number of the cell is written ‘\(shown)’, which is none")
            }
            cell.kind = .number
            cell.payload = number.bitPattern
            switch try format() {
            case .number: break
            case .date: cell.flags |= SpreadsheetTable.Packed.date
            case .percent: cell.flags |= SpreadsheetTable.Packed.percent
            }
        case .shared:
            guard let index = buffer.withUnsafeBufferPointer(CellReference.number), index < sharedCount else {
                throw problem("the cell has the shared text ‘\(shown)’, and the workbook has \(sharedCount)")
            }
            cell.kind = .text
            cell.payload = UInt64(index)
        case .boolean:
            guard buffer == [0x30] || buffer == [0x31] else {
                throw problem("the cell holds ‘\(shown)’ as true or false")
            }
            cell.kind = .boolean
            cell.payload = UInt64(buffer[0] - 0x30)
        case .day:
            guard let number = ISODay.number(String(decoding: buffer, as: UTF8.self), dates) else {
                throw problem("the cell holds ‘\(shown)’ as a day")
            }
            cell.kind = .number
            cell.payload = number.bitPattern
            cell.flags |= SpreadsheetTable.Packed.date
        case .text, .error:
            room -= buffer.count
            countOfOwn += 1
            if room < 0 || countOfOwn > limits.texts {
                throw problem("the texts of the sheet have more than \(SpreadsheetLimits.words(limits.bytesOfTexts))")
            }
            cell.kind = kind == .text ? .text : .error
            cell.payload = UInt64(sharedCount) + UInt64(own.number(of: EscapedText.decode(buffer)))
        }
    }

    private var shown: String { String(decoding: buffer.prefix(40), as: UTF8.self) }

    private func format() throws(PartProblem) -> NumberFormat {
        if formats.isEmpty, style == 0 { return .number }
        guard formats.indices.contains(style) else {
            throw problem("the cell has the format \(style), and the workbook has \(formats.count)")
        }
        return formats[style]
    }

    private func merge(_ attributes: XMLAttributes) throws(PartProblem) {
        guard let bytes = attributes.bytes("ref"), let block = CellReference.block(bytes) else {
            throw PartProblem("a merged range is named ‘\(attributes.text("ref")?.prefix(40) ?? "")’, which is none")
        }
        if merged.count >= limits.mergedRanges {
            throw PartProblem("more than \(limits.mergedRanges) ranges are merged", expected: "a table without them")
        }
        merged.append(block)
    }
}

/// What the text of a cell stands for.
enum CellKind {
    case number, shared, text, boolean, error, day

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        func isWord(_ word: StaticString) -> Bool {
            bytes.count == word.utf8CodeUnitCount
                && zip(bytes, UnsafeBufferPointer(start: word.utf8Start, count: bytes.count)).allSatisfy(==)
        }
        switch bytes.first {
        case UInt8(ascii: "s") where bytes.count == 1: self = .shared
        case UInt8(ascii: "n") where bytes.count == 1: self = .number
        case UInt8(ascii: "b") where bytes.count == 1: self = .boolean
        case UInt8(ascii: "e") where bytes.count == 1: self = .error
        case UInt8(ascii: "d") where bytes.count == 1: self = .day
        case _ where isWord("str") || isWord("inlineStr"): self = .text
        default: return nil
        }
    }
}
#endif
