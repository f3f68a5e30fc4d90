import AssessmentCore

/// Reads a formula from the text that a specification writes.
///
/// ```
/// comparison  = sum [ ("<" | "<=" | ">" | ">=" | "=" | "!=") sum ]       (below: "not", "and", "or")
/// sum         = product { ("+" | "-") product }
/// product     = sign { ("*" | "/") sign }
/// power       = atom [ "^" sign ]
/// atom        = number | name | `name` | "(" formula ")" | function "(" … ")" | reduction "of" ["units"] "(" … ")"
/// ```
///
/// What ``Formula/text`` prints is read back as the same formula.
struct FormulaParser {
    private static let longest = 10_000
    private static let deepest = 100

    private let tokens: [FormulaToken]
    private var position = 0
    private var depth = 0

    private init(_ tokens: [FormulaToken]) {
        self.tokens = tokens
    }

    /// Reads a formula.
    ///
    /// - Parameter position: where its first character stands.
    static func parse(_ text: String, at position: SourcePosition) throws(Diagnostic) -> Formula {
        do throws(FormulaProblem) {
            guard text.count <= longest else {
                throw FormulaProblem(at: 0, "the formula is longer than \(longest) characters")
            }
            var scanner = FormulaScanner(text)
            var parser = FormulaParser(try scanner.tokens())
            let formula = try parser.formula()
            guard parser.current.kind == .end else { throw parser.unexpected(after: "the formula") }
            return formula
        } catch {
            throw Diagnostic(
                at: place(of: error.offset, in: text, from: position), error.problem, expected: error.expected,
                suggestion: error.suggestion)
        }
    }

    private static func place(of offset: Int, in text: String, from position: SourcePosition) -> SourcePosition {
        let before = text.prefix(offset)
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, let last = lines.last else {
            return SourcePosition(file: position.file, line: position.line, column: position.column + offset)
        }
        return SourcePosition(file: position.file, line: position.line + lines.count - 1, column: last.count + 1)
    }

    private var current: FormulaToken { tokens[min(position, tokens.count - 1)] }

    private mutating func take(_ sign: String) -> Bool {
        guard current.kind == .sign(sign) else { return false }
        position += 1
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard current.kind == .name(word) else { return false }
        position += 1
        return true
    }

    private func unexpected(after what: String) -> FormulaProblem {
        if case .end = current.kind {
            return FormulaProblem(at: current.offset, "the formula ends too early", expected: "an operand")
        }
        return FormulaProblem(
            at: current.offset, "‘\(current.written)’ does not belong here",
            expected: what == "the formula" ? "an operator, or the end" : "an operand behind \(what)")
    }

    // MARK: Operators, the loosest first

    private mutating func formula() throws(FormulaProblem) -> Formula {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FormulaParser.deepest else {
            throw FormulaProblem(at: current.offset, "the formula is nested deeper than \(FormulaParser.deepest) levels")
        }
        var left = try conjunction()
        while take(word: "or") { left = .apply(.or, [left, try conjunction()]) }
        return left
    }

    private mutating func conjunction() throws(FormulaProblem) -> Formula {
        var left = try negation()
        while take(word: "and") { left = .apply(.and, [left, try negation()]) }
        return left
    }

    private mutating func negation() throws(FormulaProblem) -> Formula {
        var count = 0
        // `not(x)` is the function, which binds as tightly as any.
        while current.kind == .name("not"), tokens[min(position + 1, tokens.count - 1)].kind != .sign("(") {
            position += 1
            count += 1
        }
        let operand = try comparison()
        return (0..<count).reduce(operand) { formula, _ in .apply(.not, [formula]) }
    }

    private mutating func comparison() throws(FormulaProblem) -> Formula {
        let left = try sum()
        guard case .sign(let sign) = current.kind, ["<", "<=", ">", ">=", "=", "!="].contains(sign) else { return left }
        position += 1
        let right = try sum()
        if case .sign(let next) = current.kind, ["<", "<=", ">", ">=", "=", "!="].contains(next) {
            throw FormulaProblem(
                at: current.offset, "comparisons cannot be chained", expected: "two of them joined by ‘and’")
        }
        switch sign {
        case "<": return .apply(.less, [left, right])
        case "<=": return .apply(.lessOrEqual, [left, right])
        case ">": return .apply(.less, [right, left])
        case ">=": return .apply(.lessOrEqual, [right, left])
        case "=": return .apply(.equal, [left, right])
        default: return .apply(.not, [.apply(.equal, [left, right])])
        }
    }

    private mutating func sum() throws(FormulaProblem) -> Formula {
        var left = try product()
        while true {
            if take("+") {
                left = left + (try product())
            } else if take("-") {
                left = left - (try product())
            } else {
                return left
            }
        }
    }

    private mutating func product() throws(FormulaProblem) -> Formula {
        var left = try signed()
        while true {
            if take("*") {
                left = left * (try signed())
            } else if take("/") {
                left = left / (try signed())
            } else {
                return left
            }
        }
    }

    private mutating func signed() throws(FormulaProblem) -> Formula {
        guard take("-") else {
            _ = take("+")
            return try power()
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= FormulaParser.deepest else {
            throw FormulaProblem(at: current.offset, "the formula is nested deeper than \(FormulaParser.deepest) levels")
        }
        let operand = try signed()
        if case .number(let number) = operand { return .number(-number) }
        return 0 - operand
    }

    private mutating func power() throws(FormulaProblem) -> Formula {
        let base = try atom()
        guard take("^") else { return base }
        let exponent = current.kind == .sign("-") ? try signedExponent() : try atom()
        if current.kind == .sign("^") {
            throw FormulaProblem(
                at: current.offset, "readers disagree on which of two powers goes first", expected: "brackets")
        }
        return .apply(.power, [base, exponent])
    }

    private mutating func signedExponent() throws(FormulaProblem) -> Formula {
        position += 1
        let operand = try atom()
        if case .number(let number) = operand { return .number(-number) }
        return 0 - operand
    }

    // MARK: Operands

    private mutating func atom() throws(FormulaProblem) -> Formula {
        let token = current
        switch token.kind {
        case .number(let number):
            position += 1
            return .number(number)
        case .sign("("):
            position += 1
            let inner = try formula()
            try close(openedAt: token.offset)
            return inner
        case .name(let name):
            position += 1
            return try named(name, token.offset)
        case .quotedName(let name):
            position += 1
            return .input(name)
        case .sign, .text, .end:
            throw unexpected(after: "an operator")
        }
    }

    private mutating func close(openedAt offset: Int) throws(FormulaProblem) {
        guard take(")") else {
            if case .end = current.kind {
                throw FormulaProblem(at: offset, "this bracket is never closed", expected: "‘)’")
            }
            throw FormulaProblem(
                at: current.offset, "‘\(current.written)’ does not belong here", expected: "an operator or ‘)’")
        }
    }

    private mutating func named(_ name: String, _ offset: Int) throws(FormulaProblem) -> Formula {
        let isCall = current.kind == .sign("(")
        if FormulaParser.reserved.contains(name), !(isCall && (name == "and" || name == "or")) {
            throw FormulaProblem(
                at: offset, "‘\(name)’ is a word of formulas", expected: "an operand, or the name in backquotes")
        }
        if current.kind == .name("of"), let reduction = Formula.Reduction(rawValue: name) ?? FormulaParser.mean(name) {
            return try reduced(reduction, isMean: name == "mean")
        }
        guard isCall else { return .input(name) }
        let opened = current.offset
        position += 1
        return try FormulaCall(name: name, offset: offset, arguments: arguments(name, openedAt: opened)).formula()
    }

    private static let reserved: Set<String> = ["and", "or", "of", "units"]

    private static func mean(_ name: String) -> Formula.Reduction? { name == "mean" ? .sum : nil }

    private mutating func reduced(_ reduction: Formula.Reduction, isMean: Bool) throws(FormulaProblem) -> Formula {
        position += 1
        let overUnits = take(word: "units")
        let opened = current.offset
        guard take("(") else {
            throw FormulaProblem(at: opened, "what is reduced stands in brackets", expected: "‘(’")
        }
        let body = try formula()
        try close(openedAt: opened)
        func over(_ reduction: Formula.Reduction, _ body: Formula) -> Formula {
            overUnits ? .overUnits(reduction, body) : .overChildren(reduction, body)
        }
        return isMean ? over(.sum, body) / over(.count, body) : over(reduction, body)
    }

    private mutating func arguments(
        _ name: String, openedAt offset: Int
    ) throws(FormulaProblem) -> [FormulaCall.Argument] {
        var arguments: [FormulaCall.Argument] = []
        if take(")") { return [] }
        while true {
            let start = current.offset
            if case .text(let text) = current.kind {
                position += 1
                arguments.append(FormulaCall.Argument(value: .text(text), offset: start))
            } else {
                arguments.append(FormulaCall.Argument(value: .formula(try formula()), offset: start))
            }
            if take(",") { continue }
            try close(openedAt: offset)
            return arguments
        }
    }
}
