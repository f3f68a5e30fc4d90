/// The smallest piece of a formula that has a meaning.
struct FormulaToken {
    enum Kind: Equatable {
        case number(Double)
        /// A name, of an input or of a function.
        case name(String)
        /// A name in backquotes, of an input only.
        case quotedName(String)
        /// A text in double quotes: the code of a unit.
        case text(String)
        case operation(FormulaOperator)
        case not, of
        case open, close, comma
        case end
    }

    let kind: Kind
    /// The token as it is written.
    let written: String
    /// The characters of the formula before the token.
    let offset: Int

    /// The characters of the formula before the end of the token.
    var end: Int { offset + written.count }

    /// Whether a value can begin with it.
    var beginsValue: Bool {
        switch kind {
        case .number, .name, .quotedName, .text, .not, .open: true
        case .operation, .of, .close, .comma, .end: false
        }
    }
}

/// An operator between two values.
enum FormulaOperator: String, CaseIterable {
    case or, and
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "="
    case unequal = "!="
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"
    case power = "^"

    /// How closely an operator holds its values, from the loosest.
    enum Binding: Int, Comparable {
        case or, and, not, comparison, sum, product, power, atom

        /// The next closer one.
        var tighter: Binding { Binding(rawValue: rawValue + 1) ?? .atom }

        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    var binding: Binding {
        switch self {
        case .or: .or
        case .and: .and
        case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .unequal: .comparison
        case .add, .subtract: .sum
        case .multiply, .divide: .product
        case .power: .power
        }
    }
}
