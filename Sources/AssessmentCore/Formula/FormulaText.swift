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
    /// and its own words and signs written by others.
    public func text(
        numbers number: @escaping (Double) -> String = Formula.text(of:),
        words word: @escaping (String) -> String = { $0 },
        naming name: @escaping (String) -> String = { $0 }
    ) -> String {
        var text = ""
        write(Writing(name: name, number: number, word: word), to: &text)
        return text
    }

    /// The formula with a number in the place of each input; for formulas of numbers, inputs and functions alone.
    func text(
        filling value: @escaping (String) -> Double, numbers number: @escaping (Double) -> String,
        words word: @escaping (String) -> String = { $0 }
    ) -> String {
        var text = ""
        write(Writing(name: { $0 }, number: number, word: word, value: value), to: &text)
        return text
    }

    /// Whether it is made of numbers, inputs and functions alone.
    var isArithmetic: Bool {
        switch self {
        case .number, .input: true
        case .apply(_, let arguments): arguments.allSatisfy(\.isArithmetic)
        default: false
        }
    }

    private enum Binding: Int, Comparable {
        case comparison, sum, product, power, atom
        static func < (left: Binding, right: Binding) -> Bool { left.rawValue < right.rawValue }
    }

    private struct Writing {
        let name: (String) -> String
        let number: (Double) -> String
        let word: (String) -> String
        /// The number that stands for an input; nothing where its name does.
        var value: ((String) -> Double)?
    }

    private func write(_ writing: Writing, to text: inout String) {
        switch self {
        case .number(let number): text += writing.number(number)
        case .input(let input): text += writing.value.map { writing.number($0(input)) } ?? writing.name(input)
        case .lag(let formula, let periods):
            text += "\(writing.word("lag"))("
            formula.write(writing, to: &text)
            text += ", \(periods))"
        case .ofUnit(let unit, let formula):
            let code = unit.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            text += "\(writing.word("of_unit"))("
            formula.write(writing, to: &text)
            text += ", \"\(code)\")"
        case .statistic(let statistic, let formula):
            formula.write(writing, to: &text, behind: writing.word(statistic.rawValue))
        case .overUnits(let reduction, let formula):
            formula.write(writing, to: &text, behind: writing.word("\(reduction.rawValue) of units "))
        case .overChildren(let reduction, let formula):
            formula.write(writing, to: &text, behind: writing.word("\(reduction.rawValue) of "))
        case .apply(let function, let arguments):
            guard let (symbol, binding) = Formula.sign(of: function), arguments.count == 2 else {
                text += writing.word(function.rawValue)
                text += "("
                for (place, argument) in arguments.enumerated() {
                    if place > 0 { text += ", " }
                    argument.write(writing, to: &text)
                }
                text += ")"
                return
            }
            // Readers disagree on which of two powers in a row goes first, and on what two comparisons in a row mean,
            // so neither goes without brackets.
            let leftFloor: Binding = binding == .power ? .atom : binding == .comparison ? .sum : binding
            arguments[0].write(writing, to: &text, unlessAtLeast: leftFloor)
            text += writing.word(symbol)
            // The right operand of a difference or quotient needs brackets even at the same binding.
            let rightFloor = Binding(rawValue: binding.rawValue + 1) ?? .atom
            arguments[1].write(writing, to: &text, unlessAtLeast: rightFloor)
        }
    }

    /// Writes it in brackets behind the name of what is taken of it.
    private func write(_ writing: Writing, to text: inout String, behind name: String) {
        text += name
        text += "("
        write(writing, to: &text)
        text += ")"
    }

    /// Writes it in brackets where it binds less than it must.
    private func write(_ writing: Writing, to text: inout String, unlessAtLeast floor: Binding) {
        binding(writing) < floor ? write(writing, to: &text, behind: "") : write(writing, to: &text)
    }

    private func binding(_ writing: Writing) -> Binding {
        switch self {
        case .number(let number): number < 0 ? .sum : .atom
        case .input(let input): writing.value.map { $0(input) < 0 ? .sum : .atom } ?? .atom
        case .apply(let function, let arguments) where arguments.count == 2:
            Formula.sign(of: function)?.binding ?? .atom
        default: .atom
        }
    }

    /// The sign of a function between its operands, with what it binds.
    private static func sign(of function: Function) -> (sign: String, binding: Binding)? {
        switch function {
        case .add: (" + ", .sum)
        case .subtract: (" - ", .sum)
        case .multiply: (" * ", .product)
        case .divide: (" / ", .product)
        case .power: (" ^ ", .power)
        case .less: (" < ", .comparison)
        case .lessOrEqual: (" <= ", .comparison)
        case .equal: (" = ", .comparison)
        default: nil
        }
    }

    /// A number as short as it reads back exactly, without a decimal point where it is whole.
    public static func text(of number: Double) -> String {
        guard number.isFinite, number.rounded() == number, abs(number) < 0x1p53 else { return String(number) }
        return String(Int64(number))
    }
}
