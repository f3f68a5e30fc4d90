/// One evaluation of a compiled formula: the instructions applied to whole columns, one after another.
///
/// Every slot is a run of one number a row. The loops run over plain pointers and are specialised for each function,
/// since they are what a run spends its time in.
struct FormulaRun {
    let shape: FormulaProgram.Shape
    let slotCount: Int
    let slots: UnsafeMutablePointer<Double>
    let live: UnsafeBufferPointer<Double>
    let weights: UnsafeBufferPointer<Double>
    let directions: [Double]

    private var rows: Int { shape.rowCount }

    private func slot(_ index: Int) -> UnsafeMutablePointer<Double> {
        slots + index * shape.rowCount
    }

    /// The scores of a child, or a live column behind those of the children.
    private func column(_ child: Int) -> UnsafeBufferPointer<Double> {
        UnsafeBufferPointer(rebasing: live[child * rows..<(child + 1) * rows])
    }

    /// Applies instructions.
    func run(_ instructions: ArraySlice<FormulaProgram.Instruction>, child: Int) {
        var position = instructions.startIndex
        while position < instructions.endIndex {
            switch instructions[position] {
            case .fill(let number, let index): slot(index).update(repeating: number, count: rows)
            case .load(let numbers, let index):
                numbers.withUnsafeBufferPointer { copy($0, to: slot(index)) }
            case .loadLive(let column, let index): copy(self.column(column), to: slot(index))
            case .loadScore(let index): copy(column(child), to: slot(index))
            case .loadWeight(let index): loadWeight(of: child, into: slot(index))
            case .loadDirection(let index): slot(index).update(repeating: directions[child], count: rows)
            case .apply(let function, let count, let index): apply(function, count, slot(index))
            case .gather(let sources, let index): gather(sources, from: slot(index + 1), to: slot(index))
            case .statistic(let statistic, let index): fill(statistic, of: slot(index + 1), into: slot(index))
            case .overChildren(let reduction, let bodyLength, let index):
                let body = position + 1..<position + 1 + bodyLength
                reduce(reduction, instructions[body], slot(index + 1), into: slot(index))
                position += bodyLength
            }
            position += 1
        }
    }

    private func copy(_ source: UnsafeBufferPointer<Double>, to target: UnsafeMutablePointer<Double>) {
        if let start = source.baseAddress { target.update(from: start, count: min(rows, source.count)) }
    }

    // A switch over the function inside a loop costs more than the arithmetic: each case gets a loop of its own.
    private func apply(_ function: Formula.Function, _ count: Int, _ target: UnsafeMutablePointer<Double>) {
        switch function {
        case .add: combine(.add, count, target)
        case .subtract: combine(.subtract, count, target)
        case .multiply: combine(.multiply, count, target)
        case .divide: combine(.divide, count, target)
        case .power: combine(.power, count, target)
        case .minimum: combine(.minimum, count, target)
        case .maximum: combine(.maximum, count, target)
        case .coalesce: combine(.coalesce, count, target)
        case .less: combine(.less, count, target)
        case .lessOrEqual: combine(.lessOrEqual, count, target)
        case .equal: combine(.equal, count, target)
        case .and: combine(.and, count, target)
        case .or: combine(.or, count, target)
        case .round: combine(.round, count, target)
        case .sign: map(.sign, target)
        case .not: map(.not, target)
        case .hasValue: map(.hasValue, target)
        case .absolute: map(.absolute, target)
        case .ln: map(.ln, target)
        case .log10: map(.log10, target)
        case .exp: map(.exp, target)
        case .sqrt: map(.sqrt, target)
        case .choose:
            let (then, otherwise) = (target + rows, target + 2 * rows)
            for row in 0..<rows { target[row] = Formula.Function.chosen(target[row], then[row], otherwise[row]) }
        }
    }

    @inline(__always)
    private func combine(_ function: Formula.Function, _ count: Int, _ target: UnsafeMutablePointer<Double>) {
        for argument in 1..<max(1, count) {
            let other = target + argument * rows
            for row in 0..<rows { target[row] = function.value(target[row], other[row]) }
        }
    }

    @inline(__always)
    private func map(_ function: Formula.Function, _ target: UnsafeMutablePointer<Double>) {
        for row in 0..<rows { target[row] = function.value(target[row]) }
    }

    private func gather(
        _ sources: [Int?], from values: UnsafeMutablePointer<Double>, to target: UnsafeMutablePointer<Double>
    ) {
        sources.withUnsafeBufferPointer { sources in
            for row in 0..<rows { target[row] = sources[row].map { values[$0] } ?? .nan }
        }
    }

    private func loadWeight(of child: Int, into target: UnsafeMutablePointer<Double>) {
        if weights.count == directions.count {
            target.update(repeating: weights[child], count: rows)
        } else {
            copy(UnsafeBufferPointer(rebasing: weights[child * rows..<(child + 1) * rows]), to: target)
        }
    }

    /// Reduces over the children that have a score.
    private func reduce(
        _ reduction: Formula.Reduction, _ body: ArraySlice<FormulaProgram.Instruction>,
        _ next: UnsafeMutablePointer<Double>, into total: UnsafeMutablePointer<Double>
    ) {
        total.update(repeating: reduction.start, count: rows)
        for child in directions.indices {
            run(body, child: child)
            let scores = column(child)
            switch reduction {
            case .sum: combine(.sum, scores, next, total)
            case .count: combine(.count, scores, next, total)
            case .minimum: combine(.minimum, scores, next, total)
            case .maximum: combine(.maximum, scores, next, total)
            case .product: combine(.product, scores, next, total)
            }
        }
    }

    @inline(__always)
    private func combine(
        _ reduction: Formula.Reduction, _ scores: UnsafeBufferPointer<Double>, _ next: UnsafeMutablePointer<Double>,
        _ total: UnsafeMutablePointer<Double>
    ) {
        for row in 0..<rows {
            total[row] = scores[row].isNaN ? total[row] : reduction.combined(total[row], next[row])
        }
    }

    /// Takes a statistic over each reference set.
    private func fill(
        _ statistic: Formula.Statistic, of values: UnsafeMutablePointer<Double>,
        into target: UnsafeMutablePointer<Double>
    ) {
        guard let references = shape.references else { return }
        let results = slots + slotCount * rows
        let order = results + references.count
        if statistic.isRank {
            target.update(repeating: .nan, count: rows)
            for members in references.members {
                statistic.places(of: values, at: members, order: order, into: target)
            }
            return
        }
        for (set, members) in references.members.enumerated() {
            results[set] = statistic.value(of: values, at: members, order: order)
        }
        references.setOfRow.withUnsafeBufferPointer { setOfRow in
            for row in 0..<rows { target[row] = results[setOfRow[row]] }
        }
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
    func combined(_ total: Double, _ next: Double) -> Double {
        if total.isNaN || next.isNaN { return .nan }
        return switch self {
        case .sum: (total + next).isInfinite ? .nan : total + next
        case .product: (total * next).isInfinite ? .nan : total * next
        case .count: total + 1
        case .minimum: Swift.min(total, next)
        case .maximum: Swift.max(total, next)
        }
    }
}
