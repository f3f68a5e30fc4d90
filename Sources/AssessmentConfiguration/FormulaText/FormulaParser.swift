import AssessmentCore

/// The parser of formulas as people write them: `100 * (online_sales / retail_sales)`.
///
/// From the loosest: `or`, `and`, `not`, the comparisons, `+` and `-`, `*` and `/`, the sign `-`, `^`. What readers
/// disagree about is refused: powers and comparisons in a row, `-x ^ 2`, and `not (x) < y`. ``Formula/text`` reads back
/// as the formula that it was printed from.
struct FormulaParser {
    /// The number of brackets within brackets that are read.
    static let deepestNesting = 100
    /// The number of operations that may lie above one another in the tree.
    static let greatestHeight = 500
    /// The number of operations and values that a formula may come to.
    static let greatestSize = 10_000
    /// The number of characters that are read.
    static let longestText = 10_000

    private let tokens: [FormulaToken]
    private var place = 0
    private var nesting = 0

    /// Reads a formula.
    ///
    /// - Parameters:
    ///   - position: where the first character of the text is.
    /// - Throws: the first problem at its line and column.
    static func parse(_ text: String, at position: SourcePosition) throws(Diagnostic) -> Formula {
        do throws(FormulaProblem) {
            guard text.count <= longestText else {
                throw FormulaProblem(
                    at: 0, "the formula is longer than \(longestText) characters", expected: "indicators of its parts")
            }
            var parser = FormulaParser(tokens: try FormulaScanner.tokens(of: text))
            return try parser.whole()
        } catch {
            throw error.diagnostic(in: text, at: position)
        }
    }

    private init(tokens: [FormulaToken]) { self.tokens = tokens }

    // MARK: Tokens

    var current: FormulaToken { token(at: place) }
    var previous: FormulaToken? { place > 0 ? token(at: place - 1) : nil }

    private func token(at place: Int) -> FormulaToken {
        place < tokens.count ? tokens[place] : FormulaToken(kind: .end, written: "", offset: tokens.last?.offset ?? 0)
    }

    /// The token behind the current one.
    var following: FormulaToken { token(at: place + 1) }

    mutating func advance() { place += 1 }

    // MARK: Expressions

    private mutating func whole() throws(FormulaProblem) -> Formula {
        if current.kind == .end {
            throw FormulaProblem(at: 0, "the formula is empty", expected: "a formula such as 100 * (part / whole)")
        }
        let formula = try expression(.or).formula
        guard current.kind == .end else { throw unexpected() }
        return formula
    }

    /// What operators join that hold at least as closely as a floor.
    mutating func expression(_ floor: FormulaOperator.Binding) throws(FormulaProblem) -> ParsedFormula {
        let start = current.offset
        var left = try operand(floor)
        var last: FormulaOperator?
        while case .operation(let operation) = current.kind, operation.binding >= floor {
            if operation.binding == last?.binding { try refuseChain(of: operation) }
            advance()
            let right = try expression(operation.binding.tighter)
            left = try bounded(operation.joining(left, right), at: start)
            last = operation
        }
        return left
    }

    private func refuseChain(of operation: FormulaOperator) throws(FormulaProblem) {
        if operation.binding == .power {
            throw FormulaProblem(
                at: current.offset, "readers disagree on which of two powers in a row goes first",
                expected: "(x ^ y) ^ z, or x ^ (y ^ z)")
        }
        if operation.binding == .comparison {
            throw FormulaProblem(
                at: current.offset, "two comparisons in a row do not compare three values",
                expected: "x < y and y < z")
        }
    }

    private mutating func operand(_ floor: FormulaOperator.Binding) throws(FormulaProblem) -> ParsedFormula {
        switch current.kind {
        case .operation(.subtract): return try negated(floor)
        case .not where !callsNot: return try not(floor)
        default: return try atom()
        }
    }

    private mutating func negated(_ floor: FormulaOperator.Binding) throws(FormulaProblem) -> ParsedFormula {
        let sign = current
        advance()
        if case .operation(.subtract) = current.kind {
            throw FormulaProblem(at: current.offset, "two minus signs stand in a row", expected: "-(-x), or x")
        }
        guard current.beginsValue, current.kind != .not || callsNot else { throw missingOperand() }
        let isNumber = if case .number = current.kind { true } else { false }
        let value = try atom()
        if case .operation(.power) = current.kind, floor <= .power {
            throw FormulaProblem(
                at: sign.offset, "readers disagree on whether the sign or the power goes first",
                expected: "(-x) ^ y, or -(x ^ y)")
        }
        if isNumber, case .number(let number) = value.formula {
            // Minus zero would be printed without its sign.
            return ParsedFormula(leaf: .number(number == 0 ? 0 : -number))
        }
        return try bounded(ParsedFormula(0 - value.formula, of: [value], added: 2), at: sign.offset)
    }

    /// Whether `not` is written as a function, `not(x)`, as formulas are printed.
    private var callsNot: Bool { following.kind == .open && following.offset == current.end }

    private mutating func not(_ floor: FormulaOperator.Binding) throws(FormulaProblem) -> ParsedFormula {
        let word = current
        guard floor <= .not else {
            throw FormulaProblem(
                at: word.offset, "‘not’ stands behind \(quoted(previous?.written ?? ""))",
                expected: "(not …) in brackets"
            )
        }
        advance()
        if current.kind == .open, let next = operatorBehindBracket, next.binding >= .comparison {
            throw FormulaProblem(
                at: word.offset, "readers disagree on whether ‘not’ or \(quoted(next.rawValue)) goes first",
                expected: "not (… \(next.rawValue) …), or (not …) \(next.rawValue) …")
        }
        try enter(word)
        let value = try expression(.not)
        nesting -= 1
        return try bounded(ParsedFormula(.apply(.not, [value.formula]), of: [value]), at: word.offset)
    }

    /// The operator behind the bracket that closes the one opened here.
    private var operatorBehindBracket: FormulaOperator? {
        var open = 0
        for index in place..<tokens.count {
            if tokens[index].kind == .open { open += 1 }
            if tokens[index].kind == .close { open -= 1 }
            guard open == 0 else { continue }
            guard case .operation(let operation) = token(at: index + 1).kind else { return nil }
            return operation
        }
        return nil
    }

    private mutating func atom() throws(FormulaProblem) -> ParsedFormula {
        let token = current
        switch token.kind {
        case .number(let number):
            advance()
            return ParsedFormula(leaf: .number(number))
        case .quotedName(let name):
            advance()
            return ParsedFormula(leaf: .input(name))
        case .name(let name):
            if following.kind == .of { return try reduction(name) }
            if following.kind == .open { return try call(name) }
            advance()
            return ParsedFormula(leaf: .input(name))
        case .open:
            advance()
            try enter(token)
            if current.kind == .close { throw FormulaProblem(at: token.offset, "there is nothing in the brackets") }
            let value = try expression(.or)
            try close(token)
            return value
        case .not where following.kind == .open: return try call(token.written)
        case .operation(.and) where following.kind == .open: return try call(token.written)
        case .operation(.or) where following.kind == .open: return try call(token.written)
        case .text:
            throw FormulaProblem(
                at: token.offset, "a text in quotes is no value",
                expected: "of_unit(x, \"code\") for the value of a unit, or backquotes ` around a name")
        case .not, .of, .operation, .close, .comma, .end: throw missingOperand()
        }
    }

    // MARK: Bounds

    /// Goes one level down.
    mutating func enter(_ token: FormulaToken) throws(FormulaProblem) {
        nesting += 1
        guard nesting <= FormulaParser.deepestNesting else {
            throw FormulaProblem(
                at: token.offset, "the formula is nested deeper than \(FormulaParser.deepestNesting) levels",
                expected: "indicators of its parts")
        }
    }

    /// Takes the bracket that closes another, and goes one level up.
    mutating func close(_ opening: FormulaToken) throws(FormulaProblem) {
        if current.kind == .end {
            throw FormulaProblem(at: opening.offset, "the bracket is not closed", expected: "a bracket ) behind it")
        }
        guard current.kind == .close else { throw unexpected() }
        advance()
        nesting -= 1
    }

    /// A formula that is not too large for the steps that follow.
    func bounded(_ parsed: ParsedFormula, at offset: Int) throws(FormulaProblem) -> ParsedFormula {
        guard parsed.height <= FormulaParser.greatestHeight else {
            throw FormulaProblem(
                at: offset, "more than \(FormulaParser.greatestHeight) operations follow one another",
                expected: "brackets around groups of them")
        }
        guard parsed.size <= FormulaParser.greatestSize else {
            throw FormulaProblem(
                at: offset, "the formula comes to more than \(FormulaParser.greatestSize) operations and values",
                expected: "indicators of its parts; ‘growth’ and ‘mean of’ write their argument twice")
        }
        return parsed
    }
}
