import AssessmentCore

extension FormulaParser {
    /// The number of periods that a lag may reach back: years are written with four digits.
    private static let furthestLag = 9999

    /// An argument of a function before it is known what the function takes.
    private struct Argument {
        enum Value {
            case formula(ParsedFormula)
            case text(String)
        }

        let value: Value
        /// The first token of the argument.
        let token: FormulaToken
        /// Whether it has no other.
        let isSingle: Bool

        /// The number of periods that it says.
        var periods: Int? {
            guard isSingle, case .number = token.kind, token.written.allSatisfy(\.isASCIIDigit) else { return nil }
            return Int(token.written)
        }
    }

    /// Reads `name(…)`.
    mutating func call(_ name: String) throws(FormulaProblem) -> ParsedFormula {
        let token = current
        guard let function = FormulaFunction.all[name] else { throw unknown(name, at: token.offset) }
        advance()
        let arguments = try arguments()
        guard function.takes(arguments.count) else {
            throw FormulaProblem(
                at: token.offset, "‘\(name)’ takes \(function.countInWords), not \(arguments.count)",
                expected: function.usage.joined(separator: ", or ") + FormulaParser.advice(on: name, arguments.count))
        }
        var (parts, periods, unitCode): ([ParsedFormula], Int, String) = ([], 1, "")
        for (index, argument) in arguments.enumerated() {
            let kind = index < function.arguments.count ? function.arguments[index] : .formula
            switch (kind, argument.value) {
            case (.formula, .formula(let formula)): parts.append(formula)
            case (.unitCode, .text(let text)): unitCode = text
            case (.periods, _): periods = try FormulaParser.periods(argument, of: name)
            case (.unitCode, .formula):
                throw FormulaProblem(
                    at: argument.token.offset, "the unit of ‘\(name)’ is not named by its code",
                    expected: "the code in double quotes, such as \"340100\"")
            case (.formula, .text):
                throw FormulaProblem(
                    at: argument.token.offset, "a text in quotes is no value",
                    expected: function.usage.joined(separator: ", or "))
            }
        }
        guard let parsed = function.call(parts, periods: periods, unitCode: unitCode) else {
            throw FormulaProblem(at: token.offset, "‘\(name)’ is not complete", expected: function.usage.last)
        }
        return try bounded(parsed, at: token.offset)
    }

    /// Reads `sum of (…)` or `sum of units (…)`.
    mutating func reduction(_ word: String) throws(FormulaProblem) -> ParsedFormula {
        let token = current
        guard let reduction = FormulaReduction(word) else {
            let nearest = FormulaReduction.nearest(to: word)
            throw FormulaProblem(
                at: token.offset, "‘\(word)’ cannot stand before ‘of’",
                expected: nearest == nil ? "one of " + FormulaReduction.words.joined(separator: ", ") : nil,
                suggestion: nearest)
        }
        advance()
        advance()
        let units = current.kind == .name("units")
        if units { advance() }
        let opening = current
        guard opening.kind == .open else {
            throw FormulaProblem(
                at: opening.offset, "‘\(word) of\(units ? " units" : "")’ lacks its brackets",
                expected: "\(word) of (…) over the children of a node, or \(word) of units (…) over those of a unit")
        }
        let values = try arguments()
        guard values.count == 1, case .formula(let body)? = values.first?.value else {
            throw FormulaProblem(
                at: token.offset, "‘\(word) of’ takes 1 formula, not \(values.count)",
                expected: "\(word) of (…)")
        }
        return try bounded(reduction.over(body, units: units), at: token.offset)
    }

    /// Reads what stands in brackets between commas.
    private mutating func arguments() throws(FormulaProblem) -> [Argument] {
        let opening = current
        advance()
        try enter(opening)
        if current.kind == .close {
            try close(opening)
            return []
        }
        var arguments: [Argument] = []
        while true {
            arguments.append(try argument())
            guard current.kind == .comma else { break }
            advance()
        }
        try close(opening)
        return arguments
    }

    private mutating func argument() throws(FormulaProblem) -> Argument {
        let first = current
        let isSingle = following.kind == .comma || following.kind == .close
        if case .text(let text) = first.kind, isSingle {
            advance()
            return Argument(value: .text(text), token: first, isSingle: true)
        }
        return Argument(value: .formula(try expression(.or)), token: first, isSingle: isSingle)
    }

    private static func periods(_ argument: Argument, of name: String) throws(FormulaProblem) -> Int {
        guard let periods = argument.periods, periods <= furthestLag else {
            throw FormulaProblem(
                at: argument.token.offset, "the number of periods of ‘\(name)’ is not a whole number in digits",
                expected: "a whole number from 0 to \(furthestLag)")
        }
        return periods
    }

    /// What else may be meant by a function with a wrong number of arguments.
    private static func advice(on name: String, _ count: Int) -> String {
        guard count > 1 else { return "" }
        return switch name {
        case "minimum": ", the smallest of the reference set; min(x, y, …) for the smaller of several values"
        case "maximum": ", the largest of the reference set; max(x, y, …) for the larger of several values"
        case "sum", "mean": ", over the reference set; x + y for several values"
        default: ""
        }
    }
}
