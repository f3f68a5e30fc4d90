internal import AssessmentCore

/// The memory of a run of a plan, allocated once.
struct Workspace {
    let rowCount: Int
    /// The numbers of every slot, one slot after another.
    var values: [Double]
    var states: [CellState]
    var reasons: [Reason?]
    /// The share of weight that rests on measured values, for every slot that holds a score; NaN where nothing applies.
    var measuredShares: [Double]
    /// The scores of the children of one node, one child after another.
    var family: [Double]
    var scratch: [Double]
    /// Rows in order, for ranks and medians.
    var order: [Int]
    /// Weights that stand in place of a family's own, by the operation that uses them; empty where its own hold.
    var exchangedWeights: [[Double]] = []
    /// The weights that were fitted in the run, by the operation that used them.
    var fitted: [Int: [FittedWeights]] = [:]
    /// How the places of grades were used in the run, by the operation that gave them.
    var quotaUses: [Int: [Ledger.QuotaUse]] = [:]

    init(_ plan: Plan) {
        rowCount = plan.rowCount
        let cells = plan.operations.count * plan.rowCount
        values = [Double](repeating: .nan, count: cells)
        states = [CellState](repeating: .missing, count: cells)
        reasons = [Reason?](repeating: nil, count: cells)
        measuredShares = [Double](repeating: .nan, count: cells)
        family = [Double](repeating: .nan, count: plan.largestFamily * plan.rowCount)
        scratch = [Double](repeating: 0, count: plan.scratchCount)
        order = [Int](repeating: 0, count: plan.rowCount)
    }

    /// The position of a cell.
    func cell(_ slot: Int, _ row: Int) -> Int { slot * rowCount + row }

    /// Fills a slot from a measured column.
    mutating func load(_ column: Column, into slot: Int) {
        for row in 0..<rowCount {
            let cell = cell(slot, row)
            values[cell] = column.values[row]
            states[cell] = column.states[row]
            reasons[cell] = column.reasons[row]
        }
    }

    /// Fills the numbers of a slot from those of the slots before it and of the children gathered in ``family``.
    mutating func fill(
        _ slot: Int,
        with compute: (
            _ earlier: Span<Double>, _ family: Span<Double>, _ numbers: inout MutableSpan<Double>,
            _ scratch: inout MutableSpan<Double>
        ) throws -> Void
    ) rethrows {
        let start = cell(slot, 0)
        let rows = rowCount
        try values.withUnsafeMutableBufferPointer { values in
            try family.withUnsafeBufferPointer { family in
                try scratch.withUnsafeMutableBufferPointer { scratch in
                    let earlier = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(values)[..<start])
                    let numbers = UnsafeMutableBufferPointer(rebasing: values[start..<start + rows])
                    var numberSpan = numbers.mutableSpan
                    var scratchSpan = scratch.mutableSpan
                    try compute(earlier.span, family.span, &numberSpan, &scratchSpan)
                }
            }
        }
    }

    /// Puts a number into a cell.
    mutating func put(_ value: Double, _ state: CellState, _ reason: Reason?, _ share: Double, at cell: Int) {
        values[cell] = value
        states[cell] = state
        reasons[cell] = reason
        measuredShares[cell] = share
    }

    /// Leaves a cell without a number.
    mutating func leaveOut(_ reason: Reason, _ share: Double, at cell: Int) {
        put(.nan, reason.state, reason, share, at: cell)
    }

    /// Whether every row of a slot has a number that rests on measured values alone.
    func isWhole(_ slot: Int) -> Bool {
        let cells = cell(slot, 0)..<cell(slot, rowCount)
        return Workspace.holds(states, cells, .measured) && Workspace.holds(reasons, cells, nil)
            && values.withUnsafeBufferPointer { numbers in
                measuredShares.withUnsafeBufferPointer { shares in
                    // Counted to the end, which is faster than asking after each row whether to go on.
                    var others = 0
                    for cell in cells { others &+= numbers[cell] == numbers[cell] && shares[cell] == 1 ? 0 : 1 }
                    return others == 0
                }
            }
    }

    /// Whether each of some cells holds one and the same word.
    private static func holds<Word>(_ words: [Word], _ cells: Range<Int>, _ word: Word) -> Bool {
        assert(MemoryLayout<Word>.size == 1 && MemoryLayout<Word>.stride == 1, "words of more than a byte")
        let expected = withUnsafeBytes(of: word) { $0[0] }
        return words.withUnsafeBytes { bytes in
            var difference: UInt8 = 0
            for cell in cells { difference |= bytes[cell] ^ expected }
            return difference == 0
        }
    }

    /// Puts numbers that were filled in to rest on measured values alone.
    mutating func measure(_ slot: Int) {
        let cells = cell(slot, 0)..<cell(slot, rowCount)
        states.withUnsafeMutableBufferPointer { $0[cells].update(repeating: .measured) }
        reasons.withUnsafeMutableBufferPointer { $0[cells].update(repeating: nil) }
        measuredShares.withUnsafeMutableBufferPointer { $0[cells].update(repeating: 1) }
    }

    /// Whether a slot holds finite numbers alone.
    func isFinite(_ slot: Int) -> Bool {
        let cells = cell(slot, 0)..<cell(slot, rowCount)
        return values.withUnsafeBufferPointer { numbers in
            var others = 0
            for cell in cells { others &+= numbers[cell].isFinite ? 0 : 1 }
            return others == 0
        }
    }

    /// Copies the numbers of one slot to another.
    mutating func copyNumbers(_ source: Int, to slot: Int) {
        let (from, to, count) = (cell(source, 0), cell(slot, 0), rowCount)
        values.withUnsafeMutableBufferPointer { numbers in
            _ = numbers[to..<to + count].update(fromContentsOf: numbers[from..<from + count])
        }
    }

    /// Copies one cell to another.
    mutating func copy(_ source: Int, to cell: Int) {
        put(values[source], states[source], reasons[source], measuredShares[source], at: cell)
    }

    /// The column of a slot.
    func column(_ slot: Int, notes: [Int: BilingualText] = [:]) -> Column {
        var column = Column(count: rowCount, absent: .notCollected)
        for row in 0..<rowCount {
            let cell = cell(slot, row)
            if states[cell] == .measured {
                column.measure(values[cell], note: notes[row], at: row)
            } else if states[cell] == .imputed {
                column.impute(values[cell], because: reasons[cell], note: notes[row], at: row)
            } else {
                column.leaveOut(reasons[cell] ?? .notCollected, note: notes[row], at: row)
            }
        }
        return column
    }
}
