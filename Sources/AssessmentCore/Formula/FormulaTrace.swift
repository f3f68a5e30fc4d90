/// Evaluates a formula for single rows, to show how a value came about or why there is none.
///
/// It follows the same arithmetic as ``FormulaProgram``; a test holds the two together.
public struct FormulaTrace {
    /// Reads an input in a row; NaN where it has no value.
    public typealias Reader = (_ input: String, _ row: Int) -> Double

    /// Why a formula has no value in a row.
    public enum Absence: Error, Hashable {
        /// An input has none in a row, which is an earlier one under a lag.
        case input(String, row: Int)
        /// A lag reaches back to a year that the panel does not hold.
        case noEarlierPeriod
        /// A lag crosses a break in a series.
        case seriesBreak
        /// A denominator is zero.
        case zeroDenominator(Formula)
        /// A function has no value for its arguments, or too large a one.
        case outsideDomain(Formula)
    }

    private let shape: FormulaProgram.Shape
    private let read: Reader
    private let children: (scores: [Int], weights: [Double])
    private let readChild: (_ child: Int, _ row: Int) -> Double
    private let statistics = Statistics()

    /// The statistics taken so far, so that each is taken once for its reference set and not once a row.
    private final class Statistics {
        struct Key: Hashable {
            let formula: Formula
            let set: Int
            let child: Int?
        }

        var values: [Key: Double] = [:]
    }

    /// Creates a trace over inputs.
    ///
    /// - Parameters:
    ///   - weights: the weights of the children, for formulas that reduce over children.
    ///   - readChild: reads the score of a child in a row.
    public init(
        shape: FormulaProgram.Shape, weights: [Double] = [],
        readChild: @escaping (_ child: Int, _ row: Int) -> Double = { _, _ in .nan }, read: @escaping Reader
    ) {
        self.shape = shape
        self.read = read
        self.children = (Array(weights.indices), weights)
        self.readChild = readChild
    }

    /// The value in a row; NaN where there is none.
    public func value(of formula: Formula, row: Int) -> Double {
        let value = evaluate(formula, row, child: nil)
        return value.isFinite ? value : .nan
    }

    /// Why a formula has no value in a row; nothing where it has one.
    public func absence(of formula: Formula, row: Int) -> Absence? {
        absence(of: formula, row, child: nil)
    }

    /// The formula with inputs and statistics replaced by their numbers in a row; not for reductions over children.
    public func filled(_ formula: Formula, row: Int) -> Formula {
        switch formula {
        case .number: formula
        case .input, .statistic, .overChildren: .number(value(of: formula, row: row))
        case .apply(let function, let arguments): .apply(function, arguments.map { filled($0, row: row) })
        case .lag(let operand, let periods):
            switch lagged(operand, periods, row) {
            case .success(let earlier): filled(operand, row: earlier)
            case .failure: .number(.nan)
            }
        }
    }

    private func evaluate(_ formula: Formula, _ row: Int, child: Int?) -> Double {
        switch formula {
        case .number(let number): return number
        case .input("score"):
            return child.map { readChild($0, row) } ?? read("score", row)
        case .input("weight"):
            return child.map { children.weights[$0] } ?? read("weight", row)
        case .input(let name): return read(name, row)
        case .apply(let function, let arguments):
            let values = arguments.map { evaluate($0, row, child: child) }
            if function == .choose, values.count == 3 {
                return Formula.Function.chosen(values[0], values[1], values[2])
            }
            guard let first = values.first else { return .nan }
            if values.count == 1 { return function.value(first) }
            return values.dropFirst().reduce(first) { function.value($0, $1) }
        case .lag(let operand, let periods):
            guard case .success(let earlier) = lagged(operand, periods, row) else { return .nan }
            return evaluate(operand, earlier, child: child)
        case .statistic(let statistic, let operand):
            guard let references = shape.references else { return .nan }
            let key = Statistics.Key(formula: formula, set: references.setOfRow[row], child: child)
            if let known = statistics.values[key] { return known }
            let value = self.statistic(statistic, operand, key.set, references, child: child)
            statistics.values[key] = value
            return value
        case .overChildren(let reduction, let body):
            return children.scores.filter { !readChild($0, row).isNaN }
                .reduce(reduction.start) { reduction.combined($0, evaluate(body, row, child: $1)) }
        }
    }

    private func statistic(
        _ statistic: Formula.Statistic, _ operand: Formula, _ set: Int, _ references: ReferenceSets, child: Int?
    ) -> Double {
        let values = (0..<shape.rowCount).filter { references.setOfRow[$0] == set }
            .map { evaluate(operand, $0, child: child) }.filter { !$0.isNaN }
        let (count, sum) = (Double(values.count), values.reduce(0, +))
        switch statistic {
        case .count: return count
        case .sum: return sum
        case .mean: return sum / count
        // Of zeros of both signs the program keeps the one that its functions keep.
        case .minimum: return values.isEmpty ? .nan : values.reduce(.infinity) { Swift.min($0, $1) }
        case .maximum: return values.isEmpty ? .nan : values.reduce(-.infinity) { Swift.max($0, $1) }
        case .standardDeviation:
            let mean = sum / count
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            return count > 1 ? (squares / (count - 1)).squareRoot() : .nan
        }
    }

    /// The row that a lag reads, or why it reads none.
    private func lagged(_ operand: Formula, _ periods: Int, _ row: Int) -> Result<Int, Absence> {
        guard let earlier = shape.panel.row(row, yearsBefore: periods) else { return .failure(.noEarlierPeriod) }
        let (from, to) = (earlier / shape.panel.units.count, row / shape.panel.units.count)
        let breaks = operand.inputs.flatMap { shape.breaks[$0] ?? [] }
        return breaks.contains { from < $0 && $0 <= to } ? .failure(.seriesBreak) : .success(earlier)
    }

    private func absence(of formula: Formula, _ row: Int, child: Int?) -> Absence? {
        guard !evaluate(formula, row, child: child).isFinite else { return nil }
        if case .lag(let operand, let periods) = formula {
            switch lagged(operand, periods, row) {
            case .success(let earlier): return absence(of: operand, earlier, child: child)
            case .failure(let absence): return absence
            }
        }
        if case .input(let name) = formula { return .input(name, row: row) }
        if case .overChildren(_, let body) = formula {
            let present = children.scores.filter { !readChild($0, row).isNaN }
            return present.lazy.compactMap { absence(of: body, row, child: $0) }.first ?? .outsideDomain(formula)
        }
        if case .apply(.choose, let arguments) = formula, arguments.count == 3 {
            if let absence = absence(of: arguments[0], row, child: child) { return absence }
            let isChosen = evaluate(arguments[0], row, child: child) != 0
            return absence(of: arguments[isChosen ? 1 : 2], row, child: child)
        }
        if case .statistic = formula { return .outsideDomain(formula) }
        for operand in formula.operands {
            if let absence = absence(of: operand, row, child: child) { return absence }
        }
        if case .apply(.divide, let arguments) = formula, arguments.count == 2,
            evaluate(arguments[1], row, child: child) == 0
        {
            return .zeroDenominator(arguments[1])
        }
        return .outsideDomain(formula)
    }
}
