/// An arithmetic expression over named inputs.
///
/// One tree serves the kinds of indicators and every method that has a closed form. It is evaluated column by column
/// (``FormulaProgram``), row by row for explanations (``FormulaTrace``), and printed (``Formula/text``).
public indirect enum Formula: Sendable, Hashable {
    /// A number.
    case number(Double)
    /// An input by its name: a variable, a parameter, `value`, `target` or another node; within ``overChildren(_:_:)``
    /// also `score` and `weight` of the child, and its `direction`: 1 where more is better, −1 where less is.
    case input(String)
    /// A function of other formulas.
    case apply(Function, [Formula])
    /// The value of the same unit a number of periods before.
    case lag(Formula, periods: Int)
    /// The value of one unit in the same period.
    case ofUnit(String, Formula)
    /// A statistic over the reference set of the row, or the place of the row in it.
    case statistic(Statistic, Formula)
    /// A reduction over the units that belong to the unit of the row and are in force in its period; without a value
    /// where one of them has none. For indicators.
    case overUnits(Reduction, Formula)
    /// A reduction over the children of a node that have a score.
    case overChildren(Reduction, Formula)

    /// A function of numbers. One without a value at a point, such as a division by zero, leaves the cell out.
    public enum Function: String, Sendable, Hashable, CaseIterable {
        case add, subtract, multiply, divide, power
        case minimum = "min"
        case maximum = "max"
        case absolute = "abs"
        case ln, log10, exp, sqrt
        /// −1, 0 or 1.
        case sign
        /// The first argument to so many decimals, halves away from zero.
        case round
        /// 1 where there is a value, else 0.
        case hasValue = "has_value"
        /// The second argument where the first is not zero, else the third.
        case choose = "if"
        /// The first argument that has a value.
        case coalesce
        case less, lessOrEqual, equal
        case and, or, not

        /// The number of arguments that it takes, where that is fixed.
        public var arity: Int? {
            switch self {
            case .add, .subtract, .multiply, .divide, .power, .less, .lessOrEqual, .equal, .and, .or, .round: 2
            case .absolute, .ln, .log10, .exp, .sqrt, .sign, .not, .hasValue: 1
            case .choose: 3
            case .minimum, .maximum, .coalesce: nil
            }
        }
    }

    /// A statistic over a reference set; cells without a value are passed over.
    public enum Statistic: String, Sendable, Hashable, CaseIterable {
        case minimum, maximum, mean, sum, count, median
        /// The sample standard deviation, with n − 1.
        case standardDeviation = "standard_deviation"
        /// The standard deviation of a whole population, with n.
        case populationStandardDeviation = "population_standard_deviation"
        /// The place from the smallest up, equal values sharing the first of theirs: 1, 2, 2, 4.
        case rank
        /// The place from the smallest up, equal values sharing the mean of theirs: 1, 2.5, 2.5, 4.
        case averageRank = "average_rank"

        /// Whether it differs within a reference set and rests on the order of its values.
        var isRank: Bool { self == .rank || self == .averageRank }
        /// Whether it needs the values in order.
        var needsOrder: Bool { isRank || self == .median }
    }

    /// A reduction over children.
    public enum Reduction: String, Sendable, Hashable, CaseIterable {
        case sum, minimum, maximum, count, product
    }
}

extension Formula: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
    /// Creates a number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// Creates a number.
    public init(integerLiteral value: Int) { self = .number(Double(value)) }
}

extension Formula {
    /// The input of a variable.
    public static func variable(_ variable: Variable) -> Formula { .input(variable.id) }

    /// A value kept between two bounds.
    public static func clip(_ value: Formula, from lower: Formula, to upper: Formula) -> Formula {
        .apply(.minimum, [.apply(.maximum, [value, lower]), upper])
    }

    /// The sum of two formulas.
    public static func + (left: Formula, right: Formula) -> Formula { .apply(.add, [left, right]) }
    /// The difference of two formulas.
    public static func - (left: Formula, right: Formula) -> Formula { .apply(.subtract, [left, right]) }
    /// The product of two formulas.
    public static func * (left: Formula, right: Formula) -> Formula { .apply(.multiply, [left, right]) }
    /// The quotient of two formulas; without a value where the denominator is zero.
    public static func / (left: Formula, right: Formula) -> Formula { .apply(.divide, [left, right]) }

    /// The inputs that it reads, each once, in order of appearance.
    public var inputs: [String] {
        var seen: Set<String> = []
        var names: [String] = []
        visit { formula in
            if case .input(let name) = formula, seen.insert(name).inserted { names.append(name) }
        }
        return names
    }

    /// Whether it reduces over the units that belong to one.
    public var reducesOverUnits: Bool {
        var found = false
        visit { if case .overUnits = $0 { found = true } }
        return found
    }

    /// Whether it reduces over children.
    public var reducesOverChildren: Bool {
        var found = false
        visit { if case .overChildren = $0 { found = true } }
        return found
    }

    /// Whether it takes a statistic over the reference set.
    public var takesStatistics: Bool {
        var found = false
        visit { if case .statistic = $0 { found = true } }
        return found
    }

    /// The largest parts whose result rests on the rows of other units too, each once.
    var partsOverOthers: [Formula] {
        switch self {
        case .statistic, .ofUnit: return [self]
        case .overChildren(_, let body): return body.partsOverOthers.isEmpty ? [] : [self]
        default:
            return operands.reduce(into: []) { parts, operand in
                for part in operand.partsOverOthers where !parts.contains(part) { parts.append(part) }
            }
        }
    }

    /// The pairs of an input and a number of periods by which it is lagged, each once; zero for the period itself.
    /// Without those that are read of other units.
    public var laggedInputs: [(input: String, periods: Int)] {
        struct Pair: Hashable { let input: String, periods: Int }
        var pairs: [Pair] = []
        func collect(_ formula: Formula, _ periods: Int) {
            if case .input(let name) = formula {
                let pair = Pair(input: name, periods: periods)
                if !pairs.contains(pair) { pairs.append(pair) }
            }
            if case .overUnits = formula { return }
            var further = periods
            if case .lag(_, let lag) = formula { further += lag }
            for operand in formula.operands { collect(operand, further) }
        }
        collect(self, 0)
        return pairs.map { ($0.input, $0.periods) }
    }

    /// The formula with its inputs renamed.
    public func renamingInputs(_ name: (String) -> String) -> Formula {
        switch self {
        case .number: self
        case .input(let input): .input(name(input))
        case .apply(let function, let arguments): .apply(function, arguments.map { $0.renamingInputs(name) })
        case .lag(let body, let periods): .lag(body.renamingInputs(name), periods: periods)
        case .ofUnit(let code, let body): .ofUnit(code, body.renamingInputs(name))
        case .statistic(let statistic, let body): .statistic(statistic, body.renamingInputs(name))
        case .overUnits(let reduction, let body): .overUnits(reduction, body.renamingInputs(name))
        case .overChildren(let reduction, let body): .overChildren(reduction, body.renamingInputs(name))
        }
    }

    /// The formulas directly below.
    public var operands: [Formula] {
        switch self {
        case .number, .input: []
        case .apply(_, let arguments): arguments
        case .lag(let formula, _), .ofUnit(_, let formula), .statistic(_, let formula), .overUnits(_, let formula),
            .overChildren(_, let formula):
            [formula]
        }
    }

    /// Calls a function with this formula and every one below, outermost first.
    func visit(_ body: (Formula) -> Void) {
        body(self)
        for operand in operands { operand.visit(body) }
    }
}
