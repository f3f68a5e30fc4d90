import AssessmentCore

/// Random formulas of every kind.
struct FormulaTrees {
    var generator: SplitMix64

    private static let names = [
        "x", "life.online_medical", "sales@q1", "_a1", "人均消费", "é", "CO2 emissions (kt)", "2020 sales", "a-b", "and",
        "of", "units", "not", "mean", "if", "sum", "nan", "“x”", "½",
    ]
    private static let numbers = [
        0, 1, 2.5, -3, 1e16, -1e-7, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 0.1, 123_456_789,
    ]

    mutating func tree(_ depth: Int) -> Formula {
        guard depth > 0, Int.random(in: 0..<6, using: &generator) > 0 else {
            return Bool.random(using: &generator)
                ? .number(Self.numbers.randomElement(using: &generator) ?? 0)
                : .input(Self.names.randomElement(using: &generator) ?? "x")
        }
        let below = depth - 1
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: return .lag(tree(below), periods: [0, 1, 2, 100].randomElement(using: &generator) ?? 1)
        case 1: return .ofUnit(["340100", "甲 乙", "a`b"].randomElement(using: &generator) ?? "1", tree(below))
        case 2: return .statistic(Formula.Statistic.allCases.randomElement(using: &generator) ?? .mean, tree(below))
        case 3:
            return .overChildren(Formula.Reduction.allCases.randomElement(using: &generator) ?? .sum, tree(below))
        case 4: return .overUnits(Formula.Reduction.allCases.randomElement(using: &generator) ?? .sum, tree(below))
        default:
            let function = Formula.Function.allCases.randomElement(using: &generator) ?? .add
            let count = function.arity ?? Int.random(in: 1...4, using: &generator)
            return .apply(function, (0..<count).map { _ in tree(below) })
        }
    }
}
