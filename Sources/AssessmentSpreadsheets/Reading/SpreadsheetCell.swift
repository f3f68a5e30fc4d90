/// What a cell of a workbook holds.
package struct SpreadsheetCell: Sendable, Equatable {
    /// A value, as the file stores it.
    package enum Value: Sendable, Equatable {
        case empty
        case number(Double)
        case text(String)
        case boolean(Bool)
        /// What a formula came to that has no result, such as `#DIV/0!`.
        case error(String)
    }

    package let value: Value
    /// Whether the format of the cell shows its number as a day or time.
    package let isDate: Bool
    /// Whether the value is what a formula gave.
    package let hasFormula: Bool
    /// Whether the cell lies within a merged range and is not its first, so that no program shows what it holds.
    package let isCovered: Bool
    /// Whether the format of the cell shows its number as a percentage: 0.476 as 47.6%.
    package let isPercent: Bool

    /// A cell that holds nothing.
    package static let empty = SpreadsheetCell(value: .empty)

    package init(
        value: Value, isDate: Bool = false, hasFormula: Bool = false, isCovered: Bool = false, isPercent: Bool = false
    ) {
        self.value = value
        self.isDate = isDate
        self.hasFormula = hasFormula
        self.isCovered = isCovered
        self.isPercent = isPercent
    }

    /// Whether a formula stands here whose result was not stored, so that it must be computed before the file is read.
    package var lacksResult: Bool { hasFormula && value == .empty }

    /// Whether the value is a text that a person reads as a number: digits with signs, points, separators or white space,
    /// also of full width.
    package var looksLikeNumber: Bool {
        guard case .text(let text) = value, text.utf8.count <= 100 else { return false }
        var digits = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "\u{FF10}"..."\u{FF19}": digits = true
            case "+", "-", ".", ",", "%", "'", " ", "\t", "\n", "\r", "\u{A0}", "\u{3000}", "\u{2009}", "\u{202F}",
                "\u{FF0B}", "\u{FF0C}", "\u{FF0D}", "\u{FF0E}", "\u{FF05}", "\u{2212}", "\u{200B}", "\u{FEFF}":
                continue
            default: return false
            }
        }
        return digits
    }
}
