internal import AssessmentCore

/// A cell of a workbook.
struct Cell {
    /// What it holds.
    enum Content {
        case number(Double)
        case text(String)
        /// A formula, without the sign of equality, and what it gives; for the array kind the same.
        case formula(String, Value)
        case array(String, Value)
        /// Nothing but its style: a cell to be filled in.
        case blank
    }

    /// What a formula gives: a number, or a text, which is empty where there is no number.
    enum Value {
        case number(Double)
        case text(String)

        /// The number of a row, or no text where it is none.
        init(_ number: Double) { self = number.isFinite ? .number(number) : .text("") }
    }

    var content: Content
    var style: CellStyle
    var note: String?

    init(_ content: Content, _ style: CellStyle = CellStyle(.plain), note: String? = nil) {
        self.content = content
        self.style = style
        self.note = note
    }

    static func text(_ text: String, _ role: CellStyle.Role = .plain, note: String? = nil) -> Cell {
        Cell(.text(text), CellStyle(role), note: note)
    }
}

/// How a cell looks.
struct CellStyle: Hashable {
    /// What a cell is, which says how it looks.
    enum Role: Hashable, CaseIterable {
        case plain, wrapped, title, subtitle, heading, numberHeading, node, path, label
        /// A number to be changed by who likes; a number that no formula can express; one that a formula gives.
        case input, constant, computed, imputed, absent, result
        /// Pieces of the scorecard.
        case choice, figure, caption, notice, name, total
    }

    var role: Role
    /// The format of numbers; as they are where it is empty.
    var format = ""

    init(_ role: Role, _ format: String = "") {
        self.role = role
        self.format = format
    }
}

/// The place of a cell: a sheet by its position in the workbook, a row and a column from zero.
struct CellPlace: Hashable {
    var sheet: Int
    var row: Int
    var column: Int

    /// The letters of a column.
    static func letters(_ column: Int) -> String {
        var (rest, text) = (column, "")
        repeat {
            text = String(UnicodeScalar(UInt8(65 + rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }
}

/// A column of a sheet whose rows are those of the panel.
struct ColumnPlace: Hashable {
    var sheet: Int
    var column: Int
}
