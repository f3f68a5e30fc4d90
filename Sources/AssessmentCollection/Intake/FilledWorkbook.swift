internal import AssessmentCore
internal import AssessmentSpreadsheets

/// A cell of a workbook that came back.
enum FilledCell: Hashable {
    case blank
    case number(Double)
    case text(String)
    case truth(Bool)
    case date(CalendarDate)
    /// An error such as `#DIV/0!`.
    case error(String)
    /// A formula whose result the file does not hold.
    case formulaWithoutResult
    /// A cell that others were merged with.
    case merged

    /// Its text without white space at its ends, however it is stored; nothing where it holds no plain value.
    var plainText: String? {
        switch self {
        case .blank: ""
        case .number(let number): Formula.text(of: number)
        case .text(let text): text.filter { $0 != "\r" }.trimmingWhiteSpace
        case .truth(let truth): truth ? "TRUE" : "FALSE"
        case .date(let date): date.description
        case .error, .formulaWithoutResult, .merged: nil
        }
    }
}

/// A sheet that came back: its cells by row and column, from zero.
struct FilledSheet {
    private var rows: [Int: [Int: FilledCell]] = [:]

    subscript(row: Int, column: Int) -> FilledCell {
        get { rows[row]?[column] ?? .blank }
        set { rows[row, default: [:]][column] = newValue }
    }

    /// The rows that hold something, from the top.
    var filledRows: [Int] {
        rows.filter { row in row.value.values.contains { $0 != .blank && $0 != .text("") } }.keys.sorted()
    }

    /// The columns of a row that hold something, from the left.
    func filledColumns(of row: Int) -> [Int] {
        (rows[row] ?? [:]).filter { $0.value != .blank && $0.value != .text("") }.keys.sorted()
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmingWhiteSpace: String {
        var view = self[...]
        while let first = view.first, first.isWhitespace { view.removeFirst() }
        while let last = view.last, last.isWhitespace { view.removeLast() }
        return String(view)
    }
}
