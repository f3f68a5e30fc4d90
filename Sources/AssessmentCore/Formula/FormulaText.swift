extension Formula {
    /// The formula as a person writes it: `100 * ((value - minimum(value)) / (maximum(value) - minimum(value)))`.
    ///
    /// It is read back as the same formula.
    public var text: String { text(naming: Formula.written) }

    /// A name as a formula writes it: in backquotes where it is not made of letters, digits, `_`, `.` and `@`, or is a
    /// word of formulas.
    static func written(_ name: String) -> String {
        let scalars = name.unicodeScalars
        // Full-width forms look like others, and what cannot be seen looks like nothing.
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isAlphabetic && !(0xFF00...0xFFEF).contains(scalar.value)
                && !scalar.properties.isDefaultIgnorableCodePoint
        }
        let isPlain =
            scalars.first.map { isLetter($0) || $0 == "_" } ?? false
            && scalars.allSatisfy {
                isLetter($0) || ("0"..."9").contains($0) || "_.@".unicodeScalars.contains($0)
            }
            && !["and", "or", "not", "of"].contains(name)
        return isPlain
            ? name : "`\(name.split(separator: "`", omittingEmptySubsequences: false).joined(separator: "``"))`"
    }

    /// The formula with the inputs named by a function, such as the names of variables in a language, and numbers
    /// written by another.
    public func text(
        numbers number: @escaping (Double) -> String = Formula.text(of:),
        naming name: @escaping (String) -> String = { $0 }
    ) -> String {
        rendered(Writing(name: name, number: number)).text
    }

    private enum Binding: Int, Comparable {
        case comparison, sum, product, power, atom
        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    private struct Writing {
        let name: (String) -> String
        let number: (Double) -> String
    }

    private func rendered(_ writing: Writing) -> (text: String, binding: Binding) {
        switch self {
        case .number(let number): return (writing.number(number), number < 0 ? .sum : .atom)
        case .input(let input): return (writing.name(input), .atom)
        case .lag(let formula, let periods): return ("lag(\(formula.rendered(writing).text), \(periods))", .atom)
        case .ofUnit(let unit, let formula):
            let code = unit.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            return ("of_unit(\(formula.rendered(writing).text), \"\(code)\")", .atom)
        case .statistic(let statistic, let formula):
            return ("\(statistic.rawValue)(\(formula.rendered(writing).text))", .atom)
        case .overUnits(let reduction, let formula):
            return ("\(reduction.rawValue) of units (\(formula.rendered(writing).text))", .atom)
        case .overChildren(let reduction, let formula):
            return ("\(reduction.rawValue) of (\(formula.rendered(writing).text))", .atom)
        case .apply(let function, let arguments):
            guard let (symbol, binding) = Formula.operators[function], arguments.count == 2 else {
                let list = arguments.map { $0.rendered(writing).text }.joined(separator: ", ")
                return ("\(function.rawValue)(\(list))", .atom)
            }
            // Readers disagree on which of two powers in a row goes first, and on what two comparisons in a row mean, so
            // neither goes without brackets.
            let leftFloor: Binding = binding == .power ? .atom : binding == .comparison ? .sum : binding
            let left = arguments[0].enclosed(unlessAtLeast: leftFloor, writing)
            // The right operand of a difference or quotient needs brackets even at the same binding.
            let rightFloor = Binding(rawValue: binding.rawValue + 1) ?? .atom
            let right = arguments[1].enclosed(unlessAtLeast: rightFloor, writing)
            return ("\(left) \(symbol) \(right)", binding)
        }
    }

    private func enclosed(unlessAtLeast floor: Binding, _ writing: Writing) -> String {
        let (text, binding) = rendered(writing)
        return binding < floor ? "(\(text))" : text
    }

    private static let operators: [Function: (String, Binding)] = [
        .add: ("+", .sum), .subtract: ("-", .sum), .multiply: ("*", .product), .divide: ("/", .product),
        .power: ("^", .power), .less: ("<", .comparison), .lessOrEqual: ("<=", .comparison),
        .equal: ("=", .comparison),
    ]

    /// A number as short as it reads back exactly, without a decimal point where it is whole.
    public static func text(of number: Double) -> String {
        guard number.isFinite, number.rounded() == number, abs(number) < 0x1p53 else { return String(number) }
        return String(Int64(number))
    }
}
