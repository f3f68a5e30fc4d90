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

    /// The children of a node, for formulas that reduce over them.
    public struct Children {
        let directions: [Direction]
        let score: (_ child: Int, _ row: Int) -> Double
        let weight: (_ child: Int, _ row: Int) -> Double

        /// Creates children.
        ///
        /// - Parameters:
        ///   - directions: whether more of each is better.
        ///   - score: reads the score of a child in a row; NaN where it has none.
        ///   - weight: reads the weight of a child in a row.
        public init(
            _ directions: [Direction], score: @escaping (_ child: Int, _ row: Int) -> Double,
            weight: @escaping (_ child: Int, _ row: Int) -> Double
        ) {
            self.directions = directions
            self.score = score
            self.weight = weight
        }

        /// No children.
        public static var none: Children { Children([], score: { _, _ in .nan }, weight: { _, _ in .nan }) }
    }

    private let shape: FormulaProgram.Shape
    private let read: Reader
    private let children: Children
    private let resolved: [Formula: [Double]]
    private let statistics = Statistics()

    /// The statistics taken so far, so that each is taken once for its reference set and not once a row.
    private final class Statistics {
        struct Key: Hashable {
            let formula: Formula
            let child: Int?
        }

        /// The result for each row of the panel that belongs to a set.
        var columns: [Key: [Double]] = [:]
    }

    /// Creates a trace over inputs.
    ///
    /// - Parameters:
    ///   - shape: the rows.
    ///   - children: for formulas that reduce over children.
    ///   - resolved: the results of parts that read other rows than those of the shape: see ``ClosedForm/resolved``.
    ///   - read: the number of an input in a row, NaN where there is none.
    public init(
        shape: FormulaProgram.Shape, children: Children = .none, resolved: [Formula: [Double]] = [:],
        read: @escaping Reader
    ) {
        self.shape = shape
        self.resolved = resolved
        self.read = read
        self.children = children
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
        case .input, .statistic, .overUnits, .overChildren: .number(value(of: formula, row: row))
        case .apply(let function, let arguments): .apply(function, arguments.map { filled($0, row: row) })
        case .lag(let operand, let periods):
            switch lagged(operand, periods, row) {
            case .success(let earlier): filled(operand, row: earlier)
            case .failure: .number(.nan)
            }
        case .ofUnit(let code, let operand):
            resolved[formula].map { .number($0[row]) }
                ?? self.row(of: code, in: row).map { filled(operand, row: $0) } ?? .number(.nan)
        }
    }

    /// The formula filled with its numbers in a row, as text.
    package func filledText(
        _ formula: Formula, row: Int, numbers number: @escaping (Double) -> String
    ) -> BilingualText {
        let formula = formula.isArithmetic ? formula : filled(formula, row: row)
        return formula.words(
            filling: { input in
                let value = read(input, row)
                return value.isFinite ? value : .nan
            }, numbers: number)
    }

    private func evaluate(_ formula: Formula, _ row: Int, child: Int?) -> Double {
        if !resolved.isEmpty, child == nil, let results = resolved[formula] { return results[row] }
        switch formula {
        case .number(let number): return number
        case .input(let name):
            guard let child else { return read(name, row) }
            switch name {
            case "score": return children.score(child, row)
            case "weight": return children.weight(child, row)
            case "direction": return children.directions[child].sign
            default: return read(name, row)
            }
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
        case .ofUnit(let code, let operand):
            return self.row(of: code, in: row).map { evaluate(operand, $0, child: child) } ?? .nan
        case .statistic(let statistic, let operand):
            guard let references = shape.references else { return .nan }
            let key = Statistics.Key(formula: formula, child: child)
            if let known = statistics.columns[key] { return known[row] }
            let column = column(of: statistic, operand, references, child: child)
            statistics.columns[key] = column
            return column[row]
        case .overUnits: return .nan
        case .overChildren(let reduction, let body):
            return present(row).reduce(reduction.start) { reduction.combined($0, evaluate(body, row, child: $1)) }
        }
    }

    /// The children that have a score in a row.
    private func present(_ row: Int) -> [Int] {
        children.directions.indices.filter { !children.score($0, row).isNaN }
    }

    /// A statistic for every row, by the arithmetic of the program.
    private func column(
        of statistic: Formula.Statistic, _ operand: Formula, _ references: ReferenceSets, child: Int?
    ) -> [Double] {
        let rows = shape.rowCount
        var values = [Double](repeating: .nan, count: rows)
        for members in references.members {
            for row in members { values[row] = evaluate(operand, row, child: child) }
        }
        var order = [Double](repeating: 0, count: rows)
        var column = [Double](repeating: .nan, count: rows)
        values.withUnsafeBufferPointer { values in
            order.withUnsafeMutableBufferPointer { order in
                column.withUnsafeMutableBufferPointer { column in
                    guard let values = values.baseAddress, let order = order.baseAddress,
                        let target = column.baseAddress
                    else { return }
                    if statistic.isRank {
                        for members in references.members {
                            statistic.places(of: values, at: members, order: order, into: target)
                        }
                        return
                    }
                    let results = references.members.map { statistic.value(of: values, at: $0, order: order) }
                    for row in 0..<rows { target[row] = results[references.setOfRow[row]] }
                }
            }
        }
        return column
    }

    /// The row of a unit in the period of a row.
    private func row(of code: String, in row: Int) -> Int? {
        shape.panel.unitIndex(of: code).map { row / shape.panel.units.count * shape.panel.units.count + $0 }
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
        if case .ofUnit(let code, let operand) = formula {
            return self.row(of: code, in: row).flatMap { absence(of: operand, $0, child: child) }
                ?? .outsideDomain(formula)
        }
        if case .overChildren(_, let body) = formula {
            return present(row).lazy.compactMap { absence(of: body, row, child: $0) }.first ?? .outsideDomain(formula)
        }
        if case .apply(.choose, let arguments) = formula, arguments.count == 3 {
            if let absence = absence(of: arguments[0], row, child: child) { return absence }
            let isChosen = evaluate(arguments[0], row, child: child) != 0
            return absence(of: arguments[isChosen ? 1 : 2], row, child: child)
        }
        switch formula {
        case .statistic, .overUnits: return .outsideDomain(formula)
        default: break
        }
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
