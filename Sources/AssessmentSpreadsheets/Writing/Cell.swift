package import AssessmentCore

/// A cell of a workbook.
package struct Cell {
    /// What it holds.
    package enum Content {
        /// A number, which the library writes in 16 digits: the last bit of one that needs 17 is lost.
        case number(Double)
        case text(String)
        /// A day, as a number with a format of dates; a text where workbooks have no number for it.
        case date(CalendarDate)
        /// A formula, without the sign of equality, and what it gives; for the array kind the same.
        case formula(String, Value)
        case array(String, Value)
        /// Nothing but its style: a cell to be filled in.
        case blank
    }

    /// What a formula gives: a number, or a text, which is empty where there is no number.
    package enum Value {
        case number(Double)
        case text(String)

        /// The number of a row, or no text where it is none.
        package init(_ number: Double) { self = number.isFinite ? .number(number) : .text("") }
    }

    package var content: Content
    package var style: CellStyle
    package var note: String?
    /// The size of the note in pixels; by the length of its text where there is none.
    package var noteSize: (width: Int, height: Int)?

    package init(
        _ content: Content, _ style: CellStyle = CellStyle(.plain), note: String? = nil,
        noteSize: (width: Int, height: Int)? = nil
    ) {
        self.content = content
        self.style = style
        self.note = note
        self.noteSize = noteSize
    }

    package static func text(_ text: String, _ role: CellStyle.Role = .plain, note: String? = nil) -> Cell {
        Cell(.text(text), CellStyle(role), note: note)
    }
}

/// How a cell looks.
package struct CellStyle: Hashable {
    /// What a cell is, which says how it looks.
    package enum Role: Hashable, CaseIterable {
        case plain, wrapped, title, subtitle, heading, numberHeading, node, path, label
        /// A number to be changed by who likes; a number that no formula can express; one that a formula gives.
        case input, constant, computed, imputed, absent, result
        /// Pieces of the scorecard.
        case choice, figure, caption, notice, name, total
        /// A cell of a form that is filled in: a number or day, or a text of more lines.
        case entry, entryText

        /// Whether the cell can be changed on a protected sheet.
        package var isUnlocked: Bool { self == .entry || self == .entryText }
    }

    package var role: Role
    /// The format of numbers; as they are where it is empty.
    package var format = ""

    package init(_ role: Role, _ format: String = "") {
        self.role = role
        self.format = format
    }
}

/// The place of a cell: a sheet by its position in the workbook, a row and a column from zero.
package struct CellPlace: Hashable {
    package var sheet: Int
    package var row: Int
    package var column: Int

    package init(sheet: Int, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }

    /// The letters of a column.
    package static func letters(_ column: Int) -> String {
        var (rest, text) = (column, "")
        repeat {
            text = String(UnicodeScalar(UInt8(65 + rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }
}

/// A column of a sheet whose rows are those of the panel.
package struct ColumnPlace: Hashable {
    package var sheet: Int
    package var column: Int

    package init(sheet: Int, column: Int) {
        self.sheet = sheet
        self.column = column
    }
}
