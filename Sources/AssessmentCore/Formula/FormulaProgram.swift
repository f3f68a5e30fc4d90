/// What an input of a formula is bound to.
public enum FormulaInput: Sendable {
    /// One number for every row.
    case number(Double)
    /// A number a row; NaN where there is none.
    case column([Double])
    /// A column that changes from run to run and is handed over at each evaluation, by its position after the children.
    case live(Int = 0)
}

/// A formula compiled for the rows of a panel: evaluated by whole columns, without allocating.
///
/// Cells without a value are NaN on the way in and out. Infinite results come out as NaN.
public struct FormulaProgram: Sendable {
    /// What a formula is compiled against.
    public struct Shape: Sendable {
        /// The rows.
        public let panel: Panel
        /// The reference set of each row; needed by formulas that take statistics.
        public let references: ReferenceSets?
        /// The indices of the periods at which the series of an input begins anew, by input.
        public let breaks: [String: [Int]]

        /// Creates a shape.
        public init(_ panel: Panel, references: ReferenceSets? = nil, breaks: [String: [Int]] = [:]) {
            self.panel = panel
            self.references = references
            self.breaks = breaks
        }

        /// The number of rows.
        public var rowCount: Int { panel.rowCount }

        /// For each period the period a number of years before; nothing where the panel does not hold it, or where the
        /// series of one of the inputs begins anew between the two.
        func earlierPeriods(by years: Int, of inputs: [String]) -> [Int?] {
            let anew = inputs.flatMap { breaks[$0] ?? [] }
            return panel.periods.indices.map { period in
                let earlier = panel.periods.firstIndex { $0.year == panel.periods[period].year - years }
                return earlier.flatMap { earlier in
                    anew.contains { earlier < $0 && $0 <= period } ? nil : earlier
                }
            }
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
        /// A lag reaches forward.
        case negativeLag(Int)
        /// The units that belong to one are known to indicators only.
        case noUnits
        /// A unit is named that is not assessed.
        case unknownUnit(String)

        /// The error in words.
        public var description: String {
            switch self {
            case .unboundInput(let name): "the formula reads ‘\(name)’, which has no value here"
            case .wrongNumberOfArguments(let function): "‘\(function.rawValue)’ has a wrong number of arguments"
            case .noReferenceSet: "the formula takes a statistic, and no reference set is named"
            case .wrongLength(let name): "the column ‘\(name)’ has another length than the panel"
            case .negativeLag(let periods): "a lag of \(periods) periods reaches forward"
            case .noUnits: "the formula reads the units that belong to one, which only an indicator can"
            case .unknownUnit(let code): "the formula reads the unit ‘\(code)’, which is not assessed"
            }
        }
    }

    enum Instruction: Sendable {
        case fill(Double, into: Int)
        case load([Double], into: Int)
        case loadLive(Int, into: Int)
        case loadScore(into: Int)
        case loadWeight(into: Int)
        case loadDirection(into: Int)
        case gather(from: [Int?], into: Int)
        case apply(Formula.Function, count: Int, into: Int)
        case statistic(Formula.Statistic, into: Int)
        case overChildren(Formula.Reduction, bodyLength: Int, into: Int)
    }

    private let shape: Shape
    private let directions: [Double]
    private var instructions: [Instruction] = []
    private var slotCount = 0

    /// The number of doubles that an evaluation needs as scratch.
    ///
    /// Behind the slots lies room for the result of each reference set and for rows in order.
    public var scratchCount: Int {
        slotCount * shape.rowCount + (shape.references.map { $0.count + shape.rowCount } ?? 0)
    }

    /// Compiles a formula.
    ///
    /// - Parameters:
    ///   - formula: what is computed.
    ///   - inputs: the bindings by name. `score`, `weight` and `direction` are bound within reductions over children.
    ///   - shape: the rows, and the sets that statistics are taken over.
    ///   - children: whether more of each child is better; none for a formula that does not reduce over children.
    /// - Throws: ``CompilationError``.
    public init(
        _ formula: Formula, inputs: [String: FormulaInput], shape: Shape, children: [Direction] = []
    ) throws {
        self.shape = shape
        directions = children.map(\.sign)
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
        case .input("score") where withinChildren: instructions.append(.loadScore(into: slot))
        case .input("weight") where withinChildren: instructions.append(.loadWeight(into: slot))
        case .input("direction") where withinChildren: instructions.append(.loadDirection(into: slot))
        case .input(let name):
            switch inputs[name] {
            case .number(let number): instructions.append(.fill(number, into: slot))
            case .column(let numbers): instructions.append(.load(numbers, into: slot))
            case .live(let index): instructions.append(.loadLive(directions.count + index, into: slot))
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
            guard periods >= 0 else { throw CompilationError.negativeLag(periods) }
            try compile(operand, into: slot + 1, inputs, withinChildren: withinChildren)
            let units = shape.panel.units.count
            let earlier = shape.earlierPeriods(by: periods, of: operand.inputs)
            let sources = (0..<shape.rowCount).map { row in earlier[row / units].map { $0 * units + row % units } }
            instructions.append(.gather(from: sources, into: slot))
        case .ofUnit(let code, let operand):
            guard let unit = shape.panel.unitIndex(of: code) else { throw CompilationError.unknownUnit(code) }
            try compile(operand, into: slot + 1, inputs, withinChildren: withinChildren)
            let units = shape.panel.units.count
            instructions.append(.gather(from: (0..<shape.rowCount).map { $0 / units * units + unit }, into: slot))
        case .statistic(let statistic, let operand):
            guard shape.references != nil else { throw CompilationError.noReferenceSet }
            try compile(operand, into: slot + 1, inputs, withinChildren: withinChildren)
            instructions.append(.statistic(statistic, into: slot))
        case .overUnits: throw CompilationError.noUnits
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
    ///   - live: the scores of one child after another, then the live columns.
    ///   - weights: the weight of each child; or of each child in each row, one child after another.
    ///   - result: the result, a number a row.
    ///   - scratch: at least ``scratchCount`` doubles; what they hold before and after does not matter.
    public func evaluate(
        live: Span<Double>, weights: Span<Double>, into result: inout MutableSpan<Double>,
        scratch: inout MutableSpan<Double>
    ) {
        let rows = shape.rowCount
        precondition(scratch.count >= scratchCount && result.count >= rows, "too little memory for the formula")
        precondition(
            weights.count == directions.count || weights.count == directions.count * rows,
            "the formula was compiled for another number of children")
        live.withUnsafeBufferPointer { live in
            weights.withUnsafeBufferPointer { weights in
                scratch.withUnsafeMutableBufferPointer { scratch in
                    result.withUnsafeMutableBufferPointer { result in
                        guard let slots = scratch.baseAddress, let result = result.baseAddress else { return }
                        let run = FormulaRun(
                            shape: shape, slotCount: slotCount, slots: slots, live: live, weights: weights,
                            directions: directions)
                        run.run(instructions[...], child: 0)
                        for row in 0..<rows { result[row] = slots[row].isFinite ? slots[row] : .nan }
                    }
                }
            }
        }
    }
}
