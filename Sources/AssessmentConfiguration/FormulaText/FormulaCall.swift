import AssessmentCore

/// A call of a function in a formula, with its arguments.
struct FormulaCall {
    struct Argument {
        enum Value {
            case formula(Formula)
            case text(String)
        }

        let value: Value
        let offset: Int
    }

    let name: String
    let offset: Int
    let arguments: [Argument]

    /// The functions that are written by name; operators have signs.
    private static let functions: [String: Formula.Function] = [
        "min": .minimum, "max": .maximum, "abs": .absolute, "ln": .ln, "log10": .log10, "exp": .exp, "sqrt": .sqrt,
        "sign": .sign, "round": .round, "if": .choose, "coalesce": .coalesce, "has_value": .hasValue, "not": .not,
        "and": .and, "or": .or,
    ]

    private static let combined = ["clip", "lag", "growth", "per", "share", "of_unit"]

    /// The formula that the call stands for.
    func formula() throws(FormulaProblem) -> Formula {
        if let function = FormulaCall.functions[name] { return try apply(function) }
        if let statistic = Formula.Statistic(rawValue: name) { return .statistic(statistic, try operand(0, of: 1)) }
        switch name {
        case "clip":
            try expect(3...3, "clip(value, lowest, highest)")
            return .clip(try operand(0), from: try operand(1), to: try operand(2))
        case "lag":
            try expect(1...2, "lag(value) or lag(value, periods)")
            return .lag(try operand(0), periods: try periods())
        case "growth":
            try expect(1...2, "growth(value) or growth(value, periods)")
            let value = try operand(0)
            return 100 * (value / .lag(value, periods: try periods()) - 1)
        case "per":
            try expect(2...3, "per(amount, denominator) or per(amount, denominator, size)")
            let ratio = try operand(0) / (try operand(1))
            return arguments.count == 3 ? try operand(2) * ratio : ratio
        case "share":
            try expect(2...2, "share(part, whole)")
            return 100 * (try operand(0) / (try operand(1)))
        case "of_unit":
            try expect(2...2, "of_unit(value, \"code\")")
            guard case .text(let code) = arguments[1].value else {
                throw FormulaProblem(at: arguments[1].offset, "the unit is named by its code", expected: "\"code\"")
            }
            return .ofUnit(code, try operand(0))
        default: throw unknown()
        }
    }

    private func apply(_ function: Formula.Function) throws(FormulaProblem) -> Formula {
        if let arity = function.arity {
            try expect(arity...arity, "\(arity) argument\(arity == 1 ? "" : "s")")
        } else if arguments.isEmpty {
            throw FormulaProblem(at: offset, "‘\(name)’ has no argument", expected: "at least one argument")
        }
        var operands: [Formula] = []
        for index in arguments.indices { operands.append(try operand(index)) }
        return .apply(function, operands)
    }

    private func expect(_ count: ClosedRange<Int>, _ wording: String) throws(FormulaProblem) {
        guard !count.contains(arguments.count) else { return }
        throw FormulaProblem(
            at: offset, "‘\(name)’ has \(arguments.count) argument\(arguments.count == 1 ? "" : "s")",
            expected: wording)
    }

    private func operand(_ index: Int, of count: Int) throws(FormulaProblem) -> Formula {
        try expect(count...count, "\(count) argument\(count == 1 ? "" : "s")")
        return try operand(index)
    }

    private func operand(_ index: Int) throws(FormulaProblem) -> Formula {
        guard case .formula(let formula) = arguments[index].value else {
            throw FormulaProblem(
                at: arguments[index].offset, "a text does not belong here", expected: "a number or a name")
        }
        return formula
    }

    private func periods() throws(FormulaProblem) -> Int {
        guard arguments.count > 1 else { return 1 }
        guard case .formula(.number(let number)) = arguments[1].value, let periods = Int(exactly: number),
            (0...100).contains(periods)
        else {
            throw FormulaProblem(
                at: arguments[1].offset, "the number of periods must be known beforehand",
                expected: "a whole number from 0 to 100")
        }
        return periods
    }

    private func unknown() -> FormulaProblem {
        let known =
            FormulaCall.functions.keys.sorted() + Formula.Statistic.allCases.map(\.rawValue) + FormulaCall.combined
        return FormulaProblem(
            at: offset, "there is no function ‘\(name)’",
            expected: "one of " + known.sorted().joined(separator: ", "),
            suggestion: nearestMatch(to: name, among: known))
    }
}
