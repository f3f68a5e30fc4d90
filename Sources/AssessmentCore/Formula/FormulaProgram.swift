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

    private let shape: Shape
    private let directions: [Double]
    private let code: FormulaCode

    /// The number of doubles that an evaluation needs as scratch.
    public var scratchCount: Int { code.scratchCount(shape) }

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
        code = try FormulaCompiler.compile(formula, inputs, shape, childCount: children.count)
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
        precondition(live.count >= code.liveCount * rows, "too few columns for the formula")
        precondition(
            weights.count == directions.count || weights.count == directions.count * rows,
            "the formula was compiled for another number of children")
        live.withUnsafeBufferPointer { live in
            weights.withUnsafeBufferPointer { weights in
                scratch.withUnsafeMutableBufferPointer { scratch in
                    result.withUnsafeMutableBufferPointer { result in
                        code.columns.withUnsafeBufferPointer { columns in
                            directions.withUnsafeBufferPointer { directions in
                                guard let slots = scratch.baseAddress, let result = result.baseAddress else { return }
                                FormulaRun(
                                    code: code, rows: rows, references: shape.references, slots: slots,
                                    live: live.baseAddress, columns: columns.baseAddress, weights: weights,
                                    directions: directions
                                ).run(into: result)
                            }
                        }
                    }
                }
            }
        }
    }
}
