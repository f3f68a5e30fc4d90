extension Formula {
    /// The formula as a person writes it: `100 * (value - minimum(value)) / (maximum(value) - minimum(value))`.
    public var text: String { text(naming: { $0 }) }

    /// The formula with the inputs named by a function, such as the names of variables in a language.
    public func text(naming name: (String) -> String) -> String {
        rendered(name).text
    }

    private enum Binding: Int, Comparable {
        case comparison, sum, product, power, atom
        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    private func rendered(_ name: (String) -> String) -> (text: String, binding: Binding) {
        switch self {
        case .number(let number): return (Formula.text(of: number), number < 0 ? .sum : .atom)
        case .input(let input): return (name(input), .atom)
        case .lag(let formula, let periods): return ("lag(\(formula.text(naming: name)), \(periods))", .atom)
        case .statistic(let statistic, let formula):
            return ("\(statistic.rawValue)(\(formula.text(naming: name)))", .atom)
        case .overChildren(let reduction, let formula):
            return ("\(reduction.rawValue) of (\(formula.text(naming: name)))", .atom)
        case .apply(let function, let arguments):
            guard let (symbol, binding) = Formula.operators[function], arguments.count == 2 else {
                let list = arguments.map { $0.text(naming: name) }.joined(separator: ", ")
                return ("\(function.rawValue)(\(list))", .atom)
            }
            let left = arguments[0].enclosed(unlessAtLeast: binding, name)
            // The right operand of a difference or quotient needs brackets even at the same binding.
            let rightFloor = Binding(rawValue: binding.rawValue + 1) ?? .atom
            let right = arguments[1].enclosed(unlessAtLeast: rightFloor, name)
            return ("\(left) \(symbol) \(right)", binding)
        }
    }

    private func enclosed(unlessAtLeast floor: Binding, _ name: (String) -> String) -> String {
        let (text, binding) = rendered(name)
        return binding < floor ? "(\(text))" : text
    }

    private static let operators: [Function: (String, Binding)] = [
        .add: ("+", .sum), .subtract: ("-", .sum), .multiply: ("*", .product), .divide: ("/", .product),
        .power: ("^", .power), .less: ("<", .comparison), .lessOrEqual: ("<=", .comparison),
        .equal: ("=", .comparison),
    ]

    /// A number as short as it reads back exactly, without a decimal point where it is whole.
    static func text(of number: Double) -> String {
        guard number.isFinite, number.rounded() == number, abs(number) < 1e15 else { return String(number) }
        return String(Int64(number))
    }
}
