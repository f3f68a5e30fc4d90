package import AssessmentCore

/// The cells of a sheet that hold something, row by row.
///
/// A cell takes 16 bytes, whatever the sheet's extent; texts are kept once each.
package struct SpreadsheetTable: Sendable {
    /// A row that has cells with something in them, or formulas.
    package struct Row: Sendable {
        /// The number that a program shows, from 1.
        package let number: Int
        /// Where its cells stand among those of the table.
        package let cells: Range<Int>
    }

    /// A cell as it is kept.
    struct Packed {
        enum Kind: UInt8 { case empty, number, text, boolean, error }
        static let date: UInt8 = 1
        static let formula: UInt8 = 2
        static let covered: UInt8 = 4
        static let percent: UInt8 = 8

        /// The bits of a number, or the index of a text.
        var payload: UInt64
        /// From 1.
        var column: UInt16
        var kind: Kind
        var flags: UInt8
    }

    /// The name of the sheet.
    package let sheet: String
    package let rows: [Row]
    /// Ranges of cells that are shown as one; rows and columns from 1.
    package let merged: [Sheet.Block]
    /// Which day the numbers of days count from.
    package let dates: SerialDate.System
    let packed: [Packed]
    let texts: [String]

    /// How many cells hold something.
    package var count: Int { packed.count }

    /// The columns from the first to the last that hold something; nothing in an empty sheet.
    package var columns: ClosedRange<Int>? {
        var (least, most) = (Int.max, 0)
        for row in rows where !row.cells.isEmpty {
            least = min(least, Int(packed[row.cells.lowerBound].column))
            most = max(most, Int(packed[row.cells.upperBound - 1].column))
        }
        return least <= most ? least...most : nil
    }

    /// The column, from 1, and the content of the cell at a position among those of the table.
    package func cell(at index: Int) -> (column: Int, cell: SpreadsheetCell) {
        let cell = packed[index]
        let value: SpreadsheetCell.Value =
            switch cell.kind {
            case .empty: .empty
            case .number: .number(Double(bitPattern: cell.payload))
            case .text: .text(texts[Int(cell.payload)])
            case .boolean: .boolean(cell.payload != 0)
            case .error: .error(texts[Int(cell.payload)])
            }
        return (
            Int(cell.column),
            SpreadsheetCell(
                value: value, isDate: cell.flags & Packed.date != 0, hasFormula: cell.flags & Packed.formula != 0,
                isCovered: cell.flags & Packed.covered != 0, isPercent: cell.flags & Packed.percent != 0)
        )
    }

    /// The cells of a row that hold something, from left to right, with their columns from 1.
    package func cells(of row: Row) -> [(column: Int, cell: SpreadsheetCell)] { row.cells.map { cell(at: $0) } }

    /// The row of a number, where it has cells with something in them.
    package func row(_ number: Int) -> Row? {
        let index = rows.partitioningIndex { $0.number >= number }
        return index < rows.count && rows[index].number == number ? rows[index] : nil
    }

    /// The cell in a row and a column, both from 1.
    package subscript(row: Int, column: Int) -> SpreadsheetCell {
        guard let row = self.row(row) else { return .empty }
        let cells = packed[row.cells]
        let index = cells.partitioningIndex { Int($0.column) >= column }
        return index < cells.endIndex && Int(cells[index].column) == column ? cell(at: index).cell : .empty
    }

    /// The day of a cell that holds one; nothing for a time without a day, and for what is no day.
    package func day(of cell: SpreadsheetCell) -> CalendarDate? {
        guard cell.isDate, case .number(let number) = cell.value else { return nil }
        return SerialDate.date(of: number, dates)
    }
}

extension RandomAccessCollection {
    /// The first position at which something holds that holds at all later ones; the end where there is none.
    func partitioningIndex(where holds: (Element) -> Bool) -> Index {
        var (low, length) = (startIndex, count)
        while length > 0 {
            let half = length / 2
            let middle = index(low, offsetBy: half)
            if holds(self[middle]) {
                length = half
            } else {
                low = index(after: middle)
                length -= half + 1
            }
        }
        return low
    }
}
