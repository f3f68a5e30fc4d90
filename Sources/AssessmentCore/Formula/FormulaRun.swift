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

    private var rows: Int { shape.rowCount }

    private func slot(_ index: Int) -> UnsafeMutablePointer<Double> {
        slots + index * shape.rowCount
    }

    /// The live column of a child; the only one outside of reductions.
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
            case .loadLive(let index): copy(column(child), to: slot(index))
            case .loadWeight(let index): slot(index).update(repeating: weights[child], count: rows)
            case .apply(let function, let count, let index): apply(function, count, slot(index))
            case .lag(let earlier, let index): lag(earlier, from: slot(index + 1), to: slot(index))
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

    private func lag(
        _ earlier: [Int?], from source: UnsafeMutablePointer<Double>, to target: UnsafeMutablePointer<Double>
    ) {
        let units = shape.panel.units.count
        for (period, earlier) in earlier.enumerated() {
            let start = target + period * units
            if let earlier {
                start.update(from: source + earlier * units, count: units)
            } else {
                start.update(repeating: .nan, count: units)
            }
        }
    }

    /// Reduces over the children that have a score.
    private func reduce(
        _ reduction: Formula.Reduction, _ body: ArraySlice<FormulaProgram.Instruction>,
        _ next: UnsafeMutablePointer<Double>, into total: UnsafeMutablePointer<Double>
    ) {
        total.update(repeating: reduction.start, count: rows)
        for child in 0..<weights.count {
            run(body, child: child)
            let scores = column(child)
            switch reduction {
            case .sum: combine(.sum, scores, next, total)
            case .count: combine(.count, scores, next, total)
            case .minimum: combine(.minimum, scores, next, total)
            case .maximum: combine(.maximum, scores, next, total)
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

    /// Takes a statistic over each reference set. Sums run in the order of the rows, so that the same inputs give the
    /// same last bit.
    private func fill(
        _ statistic: Formula.Statistic, of values: UnsafeMutablePointer<Double>,
        into target: UnsafeMutablePointer<Double>
    ) {
        guard let references = shape.references else { return }
        references.setOfRow.withUnsafeBufferPointer { setOfRow in
            let sets = references.count
            let counts = slots + slotCount * rows
            let (results, squares) = (counts + sets, counts + 2 * sets)
            counts.update(repeating: 0, count: sets)
            results.update(
                repeating: statistic == .minimum ? .infinity : statistic == .maximum ? -.infinity : 0, count: sets)
            for row in 0..<rows where !values[row].isNaN {
                let (value, set) = (values[row], setOfRow[row])
                counts[set] += 1
                switch statistic {
                case .minimum: results[set] = Swift.min(results[set], value)
                case .maximum: results[set] = Swift.max(results[set], value)
                case .mean, .sum, .count, .standardDeviation: results[set] += value
                }
            }
            if statistic == .standardDeviation {
                squares.update(repeating: 0, count: sets)
                for row in 0..<rows where !values[row].isNaN {
                    let set = setOfRow[row]
                    let deviation = values[row] - results[set] / counts[set]
                    squares[set] += deviation * deviation
                }
            }
            for set in 0..<sets {
                let count = counts[set]
                switch statistic {
                case .count: results[set] = count
                case .sum: break
                case .mean: results[set] /= count
                case .minimum, .maximum: if count == 0 { results[set] = .nan }
                case .standardDeviation:
                    results[set] = count > 1 ? (squares[set] / (count - 1)).squareRoot() : .nan
                }
            }
            for row in 0..<rows { target[row] = results[setOfRow[row]] }
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
