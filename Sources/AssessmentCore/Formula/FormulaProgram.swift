/// What an input of a formula is bound to.
public enum FormulaInput: Sendable {
    /// One number for every row.
    case number(Double)
    /// A number a row; NaN where there is none.
    case column([Double])
    /// The column that changes from run to run and is handed over at each evaluation.
    case live
}

/// A formula compiled for the rows of a panel: evaluated by whole columns, without allocating.
///
/// Cells without a value are NaN on the way in and out. Infinite results come out as NaN.
public struct FormulaProgram: Sendable {
    /// What a formula is compiled against.
    public struct Shape: Sendable {
        /// The number of rows.
        public let rowCount: Int
        /// The number of units, by which one period lies behind another.
        public let unitCount: Int
        /// The reference set of each row; needed by formulas that take statistics.
        public let references: ReferenceSets?
        /// The indices of the periods at which the series of an input begins anew, by input.
        public let breaks: [String: [Int]]

        /// Creates a shape.
        public init(
            rowCount: Int, unitCount: Int, references: ReferenceSets? = nil, breaks: [String: [Int]] = [:]
        ) {
            self.rowCount = rowCount
            self.unitCount = unitCount
            self.references = references
            self.breaks = breaks
        }
    }

    /// Why a formula cannot be compiled.
    public enum CompilationError: Error, Sendable, Equatable, CustomStringConvertible {
        /// No binding was given for an input.
        case unboundInput(String)
        /// A function was given a wrong number of arguments.
        case wrongNumberOfArguments(Formula.Function)
        /// A statistic needs a reference set.
        case noReferenceSet
        /// A column has another length than the panel.
        case wrongLength(input: String)

        /// The error in words.
        public var description: String {
            switch self {
            case .unboundInput(let name): "the formula reads ‘\(name)’, which has no value here"
            case .wrongNumberOfArguments(let function): "‘\(function.rawValue)’ has a wrong number of arguments"
            case .noReferenceSet: "the formula takes a statistic, and no reference set is named"
            case .wrongLength(let name): "the column ‘\(name)’ has another length than the panel"
            }
        }
    }

    private enum Instruction: Sendable {
        case fill(Double, into: Int)
        case load([Double], into: Int)
        case loadLive(into: Int)
        case loadWeight(into: Int)
        case apply(Formula.Function, count: Int, into: Int)
        case lag(periods: Int, breaks: [Int], into: Int)
        case statistic(Formula.Statistic, into: Int)
        case overChildren(Formula.Reduction, bodyLength: Int, into: Int)
    }

    private let shape: Shape
    private var instructions: [Instruction] = []
    private var slotCount = 0

    /// The number of doubles that an evaluation needs as scratch.
    public var scratchCount: Int { slotCount * shape.rowCount + 4 * (shape.references?.count ?? 0) }

    /// Compiles a formula.
    ///
    /// - Parameter inputs: the bindings by name. `score` and `weight` are bound within reductions over children.
    /// - Throws: ``CompilationError``.
    public init(_ formula: Formula, inputs: [String: FormulaInput], shape: Shape) throws {
        self.shape = shape
        for (name, input) in inputs {
            if case .column(let numbers) = input, numbers.count != shape.rowCount {
                throw CompilationError.wrongLength(input: name)
            }
        }
        try compile(formula, into: 0, inputs, withinChildren: false)
    }

    private mutating func compile(
        _ formula: Formula, into slot: Int, _ inputs: [String: FormulaInput], withinChildren: Bool
    ) throws {
        slotCount = max(slotCount, slot + 1)
        switch formula {
        case .number(let number): instructions.append(.fill(number, into: slot))
        case .input("score") where withinChildren: instructions.append(.loadLive(into: slot))
        case .input("weight") where withinChildren: instructions.append(.loadWeight(into: slot))
        case .input(let name):
            switch inputs[name] {
            case .number(let number): instructions.append(.fill(number, into: slot))
            case .column(let numbers): instructions.append(.load(numbers, into: slot))
            case .live: instructions.append(.loadLive(into: slot))
            case nil: throw CompilationError.unboundInput(name)
            }
        case .apply(let function, let arguments):
            guard function.arity.map({ $0 == arguments.count }) ?? !arguments.isEmpty else {
                throw CompilationError.wrongNumberOfArguments(function)
            }
            for (index, argument) in arguments.enumerated() {
                try compile(argument, into: slot + index, inputs, withinChildren: withinChildren)
            }
            instructions.append(.apply(function, count: arguments.count, into: slot))
        case .lag(let operand, let periods):
            try compile(operand, into: slot + 1, inputs, withinChildren: withinChildren)
            let breaks = Set(operand.inputs.flatMap { shape.breaks[$0] ?? [] }).sorted()
            instructions.append(.lag(periods: periods, breaks: breaks, into: slot))
        case .statistic(let statistic, let operand):
            guard shape.references != nil else { throw CompilationError.noReferenceSet }
            try compile(operand, into: slot + 1, inputs, withinChildren: withinChildren)
            instructions.append(.statistic(statistic, into: slot))
        case .overChildren(let reduction, let body):
            let position = instructions.count
            instructions.append(.fill(0, into: slot))
            try compile(body, into: slot + 1, inputs, withinChildren: true)
            instructions[position] = .overChildren(
                reduction, bodyLength: instructions.count - position - 1, into: slot)
        }
    }

    /// Evaluates the formula over every row.
    ///
    /// - Parameters:
    ///   - live: the live column; for a reduction over children the scores of one child after another.
    ///   - weights: the weight of each child.
    ///   - result: the result, a number a row.
    ///   - scratch: at least ``scratchCount`` doubles; what they hold before and after does not matter.
    public func evaluate(
        live: Span<Double>, weights: Span<Double>, into result: inout MutableSpan<Double>,
        scratch: inout MutableSpan<Double>
    ) {
        live.withUnsafeBufferPointer { live in
            weights.withUnsafeBufferPointer { weights in
                scratch.withUnsafeMutableBufferPointer { scratch in
                    run(0..<instructions.count, live, weights, child: 0, scratch)
                    for row in 0..<shape.rowCount {
                        result[row] = scratch[row].isFinite ? scratch[row] : .nan
                    }
                }
            }
        }
    }

    private func run(
        _ range: Range<Int>, _ live: UnsafeBufferPointer<Double>, _ weights: UnsafeBufferPointer<Double>, child: Int,
        _ scratch: UnsafeMutableBufferPointer<Double>
    ) {
        let rows = shape.rowCount
        var position = range.lowerBound
        while position < range.upperBound {
            switch instructions[position] {
            case .fill(let number, let slot):
                for row in 0..<rows { scratch[slot * rows + row] = number }
            case .load(let numbers, let slot):
                for row in 0..<rows { scratch[slot * rows + row] = numbers[row] }
            case .loadLive(let slot):
                for row in 0..<rows { scratch[slot * rows + row] = live[child * rows + row] }
            case .loadWeight(let slot):
                for row in 0..<rows { scratch[slot * rows + row] = weights[child] }
            case .apply(let function, let count, let slot):
                let start = slot * rows
                if count == 1 {
                    for row in start..<start + rows { scratch[row] = function.value(scratch[row]) }
                } else if function == .choose {
                    for row in start..<start + rows {
                        scratch[row] = Formula.Function.chosen(
                            scratch[row], scratch[row + rows], scratch[row + 2 * rows])
                    }
                } else {
                    for argument in 1..<count {
                        for row in start..<start + rows {
                            scratch[row] = function.value(scratch[row], scratch[row + argument * rows])
                        }
                    }
                }
            case .lag(let periods, let breaks, let slot):
                lag(periods, breaks, slot, scratch)
            case .statistic(let statistic, let slot):
                fillStatistic(statistic, slot, scratch)
            case .overChildren(let reduction, let bodyLength, let slot):
                let body = position + 1..<position + 1 + bodyLength
                for row in 0..<rows { scratch[slot * rows + row] = reduction.start }
                for child in 0..<weights.count {
                    run(body, live, weights, child: child, scratch)
                    for row in 0..<rows where !live[child * rows + row].isNaN {
                        let (total, next) = (slot * rows + row, scratch[(slot + 1) * rows + row])
                        scratch[total] = reduction.combined(scratch[total], next)
                    }
                }
                position += bodyLength
            }
            position += 1
        }
    }

    private func lag(_ periods: Int, _ breaks: [Int], _ slot: Int, _ scratch: UnsafeMutableBufferPointer<Double>) {
        let (rows, units) = (shape.rowCount, shape.unitCount)
        guard units > 0 else { return }
        for period in 0..<rows / units {
            let earlier = period - periods
            let isComparable = earlier >= 0 && !breaks.contains { earlier < $0 && $0 <= period }
            for unit in 0..<units {
                scratch[slot * rows + period * units + unit] =
                    isComparable ? scratch[(slot + 1) * rows + earlier * units + unit] : .nan
            }
        }
    }

    /// Sums run in the order of the rows, so that the same inputs give the same last bit.
    private func fillStatistic(
        _ statistic: Formula.Statistic, _ slot: Int, _ scratch: UnsafeMutableBufferPointer<Double>
    ) {
        guard let references = shape.references else { return }
        let (rows, sets) = (shape.rowCount, references.count)
        let operand = (slot + 1) * rows
        let count = slotCount * rows
        let (sum, extreme, squares) = (count + sets, count + 2 * sets, count + 3 * sets)
        for set in 0..<sets {
            scratch[count + set] = 0
            scratch[sum + set] = 0
            scratch[extreme + set] = statistic == .minimum ? .infinity : -.infinity
            scratch[squares + set] = 0
        }
        for row in 0..<rows where !scratch[operand + row].isNaN {
            let (value, set) = (scratch[operand + row], references.setOfRow[row])
            scratch[count + set] += 1
            scratch[sum + set] += value
            let bound = scratch[extreme + set]
            scratch[extreme + set] = statistic == .minimum ? Swift.min(bound, value) : Swift.max(bound, value)
        }
        if statistic == .standardDeviation {
            for row in 0..<rows where !scratch[operand + row].isNaN {
                let set = references.setOfRow[row]
                let deviation = scratch[operand + row] - scratch[sum + set] / scratch[count + set]
                scratch[squares + set] += deviation * deviation
            }
        }
        for row in 0..<rows {
            let set = references.setOfRow[row]
            let size = scratch[count + set]
            scratch[slot * rows + row] =
                switch statistic {
                case .count: size
                case .sum: scratch[sum + set]
                case .mean: scratch[sum + set] / size
                case .minimum, .maximum: size > 0 ? scratch[extreme + set] : .nan
                case .standardDeviation: size > 1 ? (scratch[squares + set] / (size - 1)).squareRoot() : .nan
                }
        }
    }
}

extension Formula.Reduction {
    /// What a reduction over no children begins with.
    var start: Double {
        switch self {
        case .sum, .count: 0
        case .minimum: .infinity
        case .maximum: -.infinity
        }
    }

    /// The reduction with one more child; a child whose expression has no value takes the value from the whole.
    func combined(_ total: Double, _ next: Double) -> Double {
        if total.isNaN || next.isNaN { return .nan }
        return switch self {
        case .sum: total + next
        case .count: total + 1
        case .minimum: Swift.min(total, next)
        case .maximum: Swift.max(total, next)
        }
    }
}
