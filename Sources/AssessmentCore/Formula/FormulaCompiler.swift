/// Compiles a formula into instructions over columns.
struct FormulaCompiler {
    private typealias Operand = FormulaCode.Operand
    private typealias CompilationError = FormulaProgram.CompilationError

    private let inputs: [String: FormulaInput]
    private let shape: FormulaProgram.Shape
    private let childCount: Int
    private var code = FormulaCode()
    private var columns: [String: Int] = [:]
    /// The registers of statistics, which may be taken of one formula several times.
    private var statistics: [Formula: Int] = [:]

    private init(_ inputs: [String: FormulaInput], _ shape: FormulaProgram.Shape, childCount: Int) {
        self.inputs = inputs
        self.shape = shape
        self.childCount = childCount
    }

    /// The code of a formula.
    ///
    /// - Throws: `FormulaProgram.CompilationError`.
    static func compile(
        _ formula: Formula, _ inputs: [String: FormulaInput], _ shape: FormulaProgram.Shape, childCount: Int
    ) throws -> FormulaCode {
        var compiler = FormulaCompiler(inputs, shape, childCount: childCount)
        compiler.code.stretches = (shape.references?.members ?? []).map { rows in
            guard let first = rows.first, let last = rows.last else { return 0..<0 }
            // The rows of a set are in order.
            return last - first == rows.count - 1 ? first..<last + 1 : nil
        }
        let result = try compiler.compile(formula, free: 0, withinChildren: false)
        compiler.code.result = compiler.ofRows(result, free: 0)
        return compiler.code
    }

    /// Compiles a formula; what it computes by the way stands in the slots from a free one on, and its result in that.
    private mutating func compile(_ formula: Formula, free slot: Int, withinChildren: Bool) throws -> Operand {
        switch formula {
        case .number(let number): return .number(number)
        case .input("score") where withinChildren: return .score
        case .input("weight") where withinChildren: return .weight
        case .input("direction") where withinChildren: return .direction
        case .input(let name): return try operand(of: name)
        case .apply(let function, let arguments):
            guard function.arity.map({ $0 == arguments.count }) ?? !arguments.isEmpty else {
                throw CompilationError.wrongNumberOfArguments(function)
            }
            var operands: [Operand] = []
            for (index, argument) in arguments.enumerated() {
                operands.append(try compile(argument, free: slot + index, withinChildren: withinChildren))
            }
            return apply(function, operands, free: slot)
        case .lag(let formula, let periods):
            guard periods >= 0 else { throw CompilationError.negativeLag(periods) }
            let operand = try compile(formula, free: slot + 1, withinChildren: withinChildren)
            let units = shape.panel.units.count
            let earlier = shape.earlierPeriods(by: periods, of: formula.inputs)
            return gather(column(operand, free: slot + 1), into: slot) { row in
                earlier[row / units].map { $0 * units + row % units } ?? -1
            }
        case .ofUnit(let unitCode, let formula):
            guard let unit = shape.panel.unitIndex(of: unitCode) else { throw CompilationError.unknownUnit(unitCode) }
            let operand = try compile(formula, free: slot + 1, withinChildren: withinChildren)
            let units = shape.panel.units.count
            return gather(column(operand, free: slot + 1), into: slot) { $0 / units * units + unit }
        case .statistic(let statistic, let operand):
            guard shape.references != nil else { throw CompilationError.noReferenceSet }
            if let register = statistics[formula] { return .register(register) }
            let operand = column(
                try compile(operand, free: slot + 1, withinChildren: withinChildren), free: slot + 1)
            if statistic.isRank {
                use(slot)
                code.instructions.append(.places(statistic, operand, into: slot))
                return .slot(slot)
            }
            let register = newRegister()
            code.instructions.append(.statistic(statistic, operand, into: register))
            statistics[formula] = register
            return .register(register)
        case .overUnits: throw CompilationError.noUnits
        case .overChildren(let reduction, let body):
            let position = code.instructions.count
            code.liveCount = max(code.liveCount, childCount)
            use(slot)
            code.instructions.append(.spread(.number(0), into: slot))
            // What stands within a reduction is computed for each child: its registers are of the body alone.
            let known = statistics
            statistics = [:]
            let result = ofRows(
                try compile(body, free: slot + 1, withinChildren: true), free: slot + 1)
            statistics = known
            code.instructions[position] = .overChildren(
                reduction, bodyLength: code.instructions.count - position - 1, result, into: slot)
            return .slot(slot)
        }
    }

    private mutating func operand(of name: String) throws -> Operand {
        switch inputs[name] {
        case .number(let number): return .number(number)
        case .live(let index):
            code.liveCount = max(code.liveCount, childCount + index + 1)
            return .live(childCount + index)
        case .column(let numbers):
            if let index = columns[name] { return .column(index) }
            let index = columns.count
            columns[name] = index
            code.columns += numbers
            return .column(index)
        case nil: throw CompilationError.unboundInput(name)
        }
    }

    /// Applies a function to what its arguments came to.
    private mutating func apply(_ function: Formula.Function, _ operands: [Operand], free slot: Int) -> Operand {
        guard let first = operands.first else { return .number(.nan) }
        let free = slot + operands.count
        if function == .choose {
            if operands.allSatisfy(\.isOfSets) {
                let register = newRegister()
                code.instructions.append(.chooseSets(first, operands[1], operands[2], into: register))
                return .register(register)
            }
            let rows = operands.indices.map { ofRows(operands[$0], free: free + $0) }
            use(slot)
            code.instructions.append(.choose(rows[0], rows[1], rows[2], into: slot))
            return .slot(slot)
        }
        if operands.count == 1 { return map(function, first, into: slot, free: free) }
        return operands.dropFirst().reduce(first) { combine(function, $0, $1, into: slot, free: free) }
    }

    private mutating func map(_ function: Formula.Function, _ operand: Operand, into slot: Int, free: Int) -> Operand {
        switch function {
        // Of a single number the smallest, the largest and the first are that number.
        case .minimum, .maximum, .coalesce: return operand
        default: break
        }
        if case .number(let number) = operand { return .number(function.value(number)) }
        if operand.isOfSets {
            let register = newRegister()
            code.instructions.append(.mapSets(function, operand, into: register))
            return .register(register)
        }
        use(slot)
        code.instructions.append(.map(function, column(operand, free: free), into: slot))
        return .slot(slot)
    }

    private mutating func combine(
        _ function: Formula.Function, _ left: Operand, _ right: Operand, into slot: Int, free: Int
    ) -> Operand {
        if case .number(let first) = left, case .number(let second) = right {
            return .number(function.value(first, second))
        }
        if left.isOfSets, right.isOfSets {
            let register = newRegister()
            code.instructions.append(.combineSets(function, left, right, into: register))
            return .register(register)
        }
        let (left, right) = (ofRows(left, free: free), ofRows(right, free: free))
        use(slot)
        code.instructions.append(.combine(function, left, right, into: slot))
        return .slot(slot)
    }

    private mutating func gather(_ operand: Operand, into slot: Int, from source: (Int) -> Int) -> Operand {
        use(slot)
        code.instructions.append(.gather(sources: code.sources.count, operand, into: slot))
        code.sources.append((0..<shape.rowCount).map(source))
        return .slot(slot)
    }

    /// The operand in a form that is read row by row: as it is where it is one number, as a column where each set has its
    /// own.
    private mutating func ofRows(_ operand: Operand, free slot: Int) -> Operand {
        guard case .register = operand, shape.references?.count != 1 else { return operand }
        return column(operand, free: slot)
    }

    /// The operand as a column.
    private mutating func column(_ operand: Operand, free slot: Int) -> Operand {
        if operand.isColumn { return operand }
        use(slot)
        code.instructions.append(.spread(operand, into: slot))
        return .slot(slot)
    }

    private mutating func newRegister() -> Int {
        code.registerCount += 1
        return code.registerCount - 1
    }

    private mutating func use(_ slot: Int) { code.slotCount = max(code.slotCount, slot + 1) }
}
