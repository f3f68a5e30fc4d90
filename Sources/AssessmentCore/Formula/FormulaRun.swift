internal import CAssessmentKernels

/// One evaluation of a compiled formula: the instructions applied to whole columns, one after another.
///
/// The loops run over plain pointers and are specialised for each function and for what they read, since they are what a run
/// spends its time in.
struct FormulaRun {
    let code: FormulaCode
    let rows: Int
    let references: ReferenceSets?
    let slots: UnsafeMutablePointer<Double>
    let live: UnsafePointer<Double>?
    let columns: UnsafePointer<Double>?
    let weights: UnsafeBufferPointer<Double>
    let directions: UnsafeBufferPointer<Double>

    /// What an instruction reads, found.
    private enum Found {
        case number(Double)
        case column(UnsafePointer<Double>)

        var isTwo: Bool { if case .number(2) = self { true } else { false } }

        subscript(row: Int) -> Double {
            switch self {
            case .number(let number): number
            case .column(let numbers): numbers[row]
            }
        }
    }

    private var setCount: Int { references?.count ?? 1 }
    private var registers: UnsafeMutablePointer<Double> { slots + code.slotCount * rows }
    /// Room for rows in order.
    private var order: UnsafeMutablePointer<Double> { registers + code.registerCount * setCount }

    private func slot(_ index: Int) -> UnsafeMutablePointer<Double> { slots + index * rows }

    private func register(_ index: Int) -> UnsafeMutablePointer<Double> { registers + index * setCount }

    /// Computes the formula; infinite results come out as NaN.
    func run(into result: UnsafeMutablePointer<Double>) {
        code.instructions.withUnsafeBufferPointer { run($0[...], child: 0) }
        switch find(code.result, child: 0) {
        case .number(let number): result.update(repeating: number.isFinite ? number : .nan, count: rows)
        case .column(let numbers):
            assessment_copy_finite(numbers, rows, result)
        }
    }

    private func run(_ instructions: Slice<UnsafeBufferPointer<FormulaCode.Instruction>>, child: Int) {
        var position = instructions.startIndex
        while position < instructions.endIndex {
            switch instructions[position] {
            case .combine(let function, let left, let right, let index):
                combine(function, find(left, child: child), find(right, child: child), slot(index))
            case .map(let function, let operand, let index):
                if case .column(let numbers) = find(operand, child: child) { map(function, numbers, slot(index)) }
            case .choose(let condition, let then, let otherwise, let index):
                choose(
                    find(condition, child: child), find(then, child: child), find(otherwise, child: child), slot(index))
            case .combineSets(let function, let left, let right, let index):
                for set in 0..<setCount {
                    register(index)[set] = function.value(number(left, set), number(right, set))
                }
            case .mapSets(let function, let operand, let index):
                for set in 0..<setCount { register(index)[set] = function.value(number(operand, set)) }
            case .chooseSets(let condition, let then, let otherwise, let index):
                for set in 0..<setCount {
                    register(index)[set] = Formula.Function.chosen(
                        number(condition, set), number(then, set), number(otherwise, set))
                }
            case .spread(let operand, let index): spread(operand, child: child, into: slot(index))
            case .gather(let sources, let operand, let index):
                if case .column(let numbers) = find(operand, child: child) {
                    gather(code.sources[sources], from: numbers, into: slot(index))
                }
            case .statistic(let statistic, let operand, let index):
                if case .column(let numbers) = find(operand, child: child) {
                    take(statistic, of: numbers, into: register(index))
                }
            case .places(let statistic, let operand, let index):
                guard case .column(let numbers) = find(operand, child: child) else { break }
                slot(index).update(repeating: .nan, count: rows)
                for members in references?.members ?? [] {
                    statistic.places(of: numbers, at: members, order: order, into: slot(index))
                }
            case .overChildren(let reduction, let bodyLength, let result, let index):
                let body = instructions[position + 1..<position + 1 + bodyLength]
                reduce(reduction, body, result, into: slot(index))
                position += bodyLength
            }
            position += 1
        }
    }

    private func find(_ operand: FormulaCode.Operand, child: Int) -> Found {
        switch operand {
        case .number(let number): .number(number)
        // Where there are more sets than one, a register is spread over the rows before it is read.
        case .register(let index): .number(register(index)[0])
        case .slot(let index): .column(slot(index))
        case .live(let index): column(live, index)
        case .score: column(live, child)
        case .column(let index): column(columns, index)
        case .weight: weights.count == directions.count ? .number(weights[child]) : column(weights.baseAddress, child)
        case .direction: .number(directions[child])
        }
    }

    private func column(_ columns: UnsafePointer<Double>?, _ index: Int) -> Found {
        columns.map { .column($0 + index * rows) } ?? .number(.nan)
    }

    /// What a number for each set is in one of them.
    private func number(_ operand: FormulaCode.Operand, _ set: Int) -> Double {
        switch operand {
        case .number(let number): number
        case .register(let index): register(index)[set]
        case .slot, .live, .column, .score, .weight, .direction: .nan
        }
    }

    private func spread(_ operand: FormulaCode.Operand, child: Int, into target: UnsafeMutablePointer<Double>) {
        if case .register(let index) = operand, setCount != 1, let references {
            let numbers = register(index)
            references.setOfRow.withUnsafeBufferPointer { setOfRow in
                for row in 0..<rows { target[row] = numbers[setOfRow[row]] }
            }
            return
        }
        switch find(operand, child: child) {
        case .number(let number): target.update(repeating: number, count: rows)
        case .column(let numbers): target.update(from: numbers, count: rows)
        }
    }

    private func gather(
        _ sources: [Int], from numbers: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>
    ) {
        sources.withUnsafeBufferPointer { sources in
            for row in 0..<rows { target[row] = sources[row] < 0 ? .nan : numbers[sources[row]] }
        }
    }

    /// Takes a statistic over each reference set.
    private func take(
        _ statistic: Formula.Statistic, of numbers: UnsafePointer<Double>, into results: UnsafeMutablePointer<Double>
    ) {
        guard let references else { return }
        for set in 0..<references.count {
            results[set] =
                if let stretch = code.stretches[set] {
                    statistic.value(of: numbers, at: stretch, order: order)
                } else {
                    statistic.value(of: numbers, at: references.members[set], order: order)
                }
        }
    }
}

/// The loops over rows: what formulas mostly do, by a kernel in C, and the rest.
extension FormulaRun {
    private func combine(
        _ function: Formula.Function, _ left: Found, _ right: Found, _ target: UnsafeMutablePointer<Double>
    ) {
        if case .number(let first) = left, case .number(let second) = right {
            return target.update(repeating: function.value(first, second), count: rows)
        }
        switch function {
        case .add: each(assessment_add, left, right, target)
        case .subtract: each(assessment_subtract, left, right, target)
        case .multiply: each(assessment_multiply, left, right, target)
        case .divide: each(assessment_divide, left, right, target)
        case .minimum: each(assessment_minimum, left, right, target)
        case .maximum: each(assessment_maximum, left, right, target)
        case .less: each(assessment_less, left, right, target)
        case .lessOrEqual: each(assessment_less_or_equal, left, right, target)
        case .equal: each(assessment_equal, left, right, target)
        case .and: each(assessment_and, left, right, target)
        case .or: each(assessment_or, left, right, target)
        case .coalesce: each(assessment_coalesce, left, right, target)
        case .power where right.isTwo: each(assessment_multiply, left, left, target)
        case .power, .round:
            for row in 0..<rows { target[row] = function.value(left[row], right[row]) }
        case .absolute, .ln, .log10, .exp, .sqrt, .sign, .not, .hasValue, .choose: break
        }
    }

    private typealias Kernel = (
        UnsafePointer<Double>?, Int32, UnsafePointer<Double>?, Int32, Int, UnsafeMutablePointer<Double>?
    ) -> Void

    private func each(_ kernel: Kernel, _ left: Found, _ right: Found, _ target: UnsafeMutablePointer<Double>) {
        withPointer(left) { left, leftIsOne in
            withPointer(right) { right, rightIsOne in
                kernel(left, leftIsOne ? 1 : 0, right, rightIsOne ? 1 : 0, rows, target)
            }
        }
    }

    private func withPointer(_ found: Found, _ body: (UnsafePointer<Double>, _ isOne: Bool) -> Void) {
        switch found {
        case .number(let number): withUnsafePointer(to: number) { body($0, true) }
        case .column(let numbers): body(numbers, false)
        }
    }

    private func map(
        _ function: Formula.Function, _ numbers: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>
    ) {
        // A switch over the function inside a loop costs more than the arithmetic: each case gets a loop of its own.
        switch function {
        case .sign: each(.sign, numbers, target)
        case .not: each(.not, numbers, target)
        case .hasValue: each(.hasValue, numbers, target)
        case .absolute: each(.absolute, numbers, target)
        case .ln: each(.ln, numbers, target)
        case .log10: each(.log10, numbers, target)
        case .exp: each(.exp, numbers, target)
        case .sqrt: each(.sqrt, numbers, target)
        case .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .coalesce, .less, .lessOrEqual, .equal,
            .and, .or, .round, .choose:
            break
        }
    }

    @inline(__always)
    private func each(
        _ function: Formula.Function, _ numbers: UnsafePointer<Double>, _ target: UnsafeMutablePointer<Double>
    ) {
        for row in 0..<rows { target[row] = function.value(numbers[row]) }
    }

    private func choose(
        _ condition: Found, _ then: Found, _ otherwise: Found, _ target: UnsafeMutablePointer<Double>
    ) {
        for row in 0..<rows {
            target[row] = Formula.Function.chosen(condition[row], then[row], otherwise[row])
        }
    }

    /// Reduces over the children that have a score.
    private func reduce(
        _ reduction: Formula.Reduction, _ body: Slice<UnsafeBufferPointer<FormulaCode.Instruction>>,
        _ result: FormulaCode.Operand, into total: UnsafeMutablePointer<Double>
    ) {
        total.update(repeating: reduction.start, count: rows)
        for child in directions.indices {
            guard case .column(let scores) = column(live, child) else { return }
            if reduction == .sum, let weight = weight(of: child, in: body) {
                assessment_add_weighted(scores, weight, rows, total)
                continue
            }
            run(body, child: child)
            let next = find(result, child: child)
            switch reduction {
            case .sum: reduce(assessment_add_present, scores, next, total)
            case .product: reduce(assessment_multiply_present, scores, next, total)
            case .minimum: reduce(assessment_minimum_present, scores, next, total)
            case .maximum: reduce(assessment_maximum_present, scores, next, total)
            case .count: reduce(assessment_count_present, scores, next, total)
            }
        }
    }

    private typealias Reduction = (
        UnsafePointer<Double>?, UnsafePointer<Double>?, Int32, Int, UnsafeMutablePointer<Double>?
    ) -> Void

    private func reduce(
        _ kernel: Reduction, _ scores: UnsafePointer<Double>, _ next: Found, _ total: UnsafeMutablePointer<Double>
    ) {
        withPointer(next) { kernel(scores, $0, $1 ? 1 : 0, rows, total) }
    }

    /// The weight of a child where a reduction adds weight times score and no more, which most do.
    private func weight(of child: Int, in body: Slice<UnsafeBufferPointer<FormulaCode.Instruction>>) -> Double? {
        guard body.count == 1, case .combine(.multiply, .weight, .score, _) = body[body.startIndex],
            case .number(let weight) = find(.weight, child: child)
        else { return nil }
        return weight
    }
}

extension Formula.Reduction {
    /// What a reduction over no children begins with.
    var start: Double {
        switch self {
        case .sum, .count: 0
        case .product: 1
        case .minimum: .infinity
        case .maximum: -.infinity
        }
    }

    /// The reduction with one more child; a child whose expression has no value takes the value from the whole.
    @inline(__always)
    func combined(_ total: Double, _ next: Double) -> Double {
        if total.isNaN || next.isNaN { return .nan }
        return switch self {
        case .sum: (total + next).magnitude == .infinity ? .nan : total + next
        case .product: (total * next).magnitude == .infinity ? .nan : total * next
        case .count: total + 1
        case .minimum: Swift.min(total, next)
        case .maximum: Swift.max(total, next)
        }
    }
}
