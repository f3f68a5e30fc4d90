internal import AssessmentCore
internal import CAssessmentKernels

/// The memory of a run of a plan, allocated once.
///
/// Every slot has a number a row. Where all of them rest on measured values alone, which most columns do, the slot is whole
/// and nothing more is written; else each row has a state, a reason and a share too.
struct Workspace {
    let rowCount: Int
    /// Where the memory of each slot lies, counted in columns.
    private let places: [Int]
    private var values: [Double]
    private var states: [CellState]
    private var reasons: [Reason?]
    /// The share of weight that rests on measured values; NaN where nothing applies.
    private var shares: [Double]
    private var whole: [Bool]
    /// The scores of the children of one node, one child after another, where they do not lie so anyway.
    private var family: [Double]
    var scratch: [Double]
    /// Rows in order, for ranks and medians.
    var order: [Int]
    var sorting: Sorting
    /// Weights that stand in place of a family's own, by the operation that uses them; empty where its own hold.
    var exchangedWeights: [[Double]] = []
    /// The weights that were fitted in the run, by the operation that used them.
    var fitted: [Int: [FittedWeights]] = [:]
    /// How the places of grades were used in the run, by the operation that gave them.
    var quotaUses: [Int: [Ledger.QuotaUse]] = [:]

    init(_ plan: Plan) {
        rowCount = plan.rowCount
        places = plan.layout.places
        let cells = plan.layout.count * plan.rowCount
        values = Workspace.unwritten(cells)
        values.withUnsafeMutableBytes { assessment_expect_use($0.baseAddress, $0.count) }
        states = Workspace.unwritten(cells)
        reasons = Workspace.unwritten(cells)
        shares = Workspace.unwritten(cells)
        whole = [Bool](repeating: false, count: plan.operations.count)
        family = Workspace.unwritten(plan.largestFamily * plan.rowCount)
        scratch = Workspace.unwritten(plan.scratchCount)
        order = Workspace.unwritten(plan.rowCount)
        sorting = Sorting(plan.rowCount)
    }

    /// Memory that holds anything until it is written: what is never used takes up none of the machine's.
    static func unwritten<Word: BitwiseCopyable>(_ count: Int) -> [Word] {
        [Word](unsafeUninitializedCapacity: count) { $1 = count }
    }

    private func cell(_ slot: Int, _ row: Int) -> Int { places[slot] * rowCount + row }

    private func cells(_ slot: Int) -> Range<Int> { cell(slot, 0)..<cell(slot, rowCount) }
}

/// Reading.
extension Workspace {
    /// The number in a row of a slot; NaN where there is none.
    func number(_ slot: Int, _ row: Int) -> Double { values[cell(slot, row)] }

    /// What became of a cell.
    func state(_ slot: Int, _ row: Int) -> CellState { whole[slot] ? .measured : states[cell(slot, row)] }

    /// Why a cell has no value of its own.
    func reason(_ slot: Int, _ row: Int) -> Reason? { whole[slot] ? nil : reasons[cell(slot, row)] }

    /// The share of weight behind a score that rests on measured values; NaN where nothing applies.
    func share(_ slot: Int, _ row: Int) -> Double { whole[slot] ? 1 : shares[cell(slot, row)] }

    /// Whether every row of a slot has a number that rests on measured values alone.
    func isWhole(_ slot: Int) -> Bool { whole[slot] }

    /// The numbers of a slot.
    func numbers(_ slot: Int) -> ArraySlice<Double> { values[cells(slot)] }

    /// Whether a slot holds finite numbers alone.
    func isFinite(_ slot: Int) -> Bool {
        let start = cell(slot, 0)
        return values.withUnsafeBufferPointer { numbers in
            numbers.baseAddress.map { assessment_is_finite($0 + start, rowCount) != 0 } ?? true
        }
    }

    /// The column of a slot.
    func column(_ slot: Int, notes: [Int: BilingualText] = [:]) -> Column {
        if whole[slot] && notes.isEmpty { return Column(measured: Array(numbers(slot))) }
        var column = Column(count: rowCount, absent: .notCollected)
        for row in 0..<rowCount {
            let number = number(slot, row)
            switch state(slot, row) {
            case .measured: column.measure(number, note: notes[row], at: row)
            case .imputed: column.impute(number, because: reason(slot, row), note: notes[row], at: row)
            case .notApplicable, .missing, .failed:
                column.leaveOut(reason(slot, row) ?? .notCollected, note: notes[row], at: row)
            }
        }
        return column
    }
}

/// Exchanging.
extension Workspace {
    /// What a cell holds.
    struct Cell {
        let value: Double
        let state: CellState
        let reason: Reason?
        let share: Double

        /// Whether a slot that holds such cells alone is whole.
        var isWhole: Bool { state == .measured && reason == nil && share == 1 }
    }

    /// What a slot holds.
    struct Contents {
        fileprivate let values: [Double]
        fileprivate let cells: [Cell]
    }

    /// What a row of a slot holds.
    func cell(at slot: Int, _ row: Int) -> Cell {
        Cell(value: number(slot, row), state: state(slot, row), reason: reason(slot, row), share: share(slot, row))
    }

    /// What a slot holds.
    func contents(_ slot: Int) -> Contents {
        Contents(
            values: Array(numbers(slot)), cells: whole[slot] ? [] : (0..<rowCount).map { cell(at: slot, $0) })
    }

    /// Changes a row of a filled slot.
    mutating func set(_ cell: Cell, _ slot: Int, _ row: Int) {
        if whole[slot] {
            if cell.isWhole { return replace(cell.value, slot, row) }
            spellOut(slot)
        }
        put(cell.value, cell.state, cell.reason, cell.share, slot, row)
    }

    /// Puts back what a slot held.
    mutating func set(_ contents: Contents, of slot: Int) {
        whole[slot] = contents.cells.isEmpty
        Workspace.write(contents.values, into: cells(slot), of: &values)
        for (row, cell) in contents.cells.enumerated() {
            put(cell.value, cell.state, cell.reason, cell.share, slot, row)
        }
    }
}

/// Writing.
extension Workspace {
    /// Fills a slot from a measured column.
    mutating func load(_ column: Column, into slot: Int) {
        let cells = cells(slot)
        Workspace.write(column.values, into: cells, of: &values)
        whole[slot] = Workspace.holds(column.states, .measured) && Workspace.holds(column.reasons, nil)
        if whole[slot] { return }
        Workspace.write(column.states, into: cells, of: &states)
        Workspace.write(column.reasons, into: cells, of: &reasons)
        for row in 0..<rowCount { shares[cells.lowerBound + row] = column.states[row].measuredShare }
    }

    private static func write<Word>(_ words: [Word], into cells: Range<Int>, of memory: inout [Word]) {
        memory.withUnsafeMutableBufferPointer { memory in
            words.withUnsafeBufferPointer { _ = memory[cells].update(fromContentsOf: $0[0..<cells.count]) }
        }
    }

    /// Whether words are all one and the same.
    private static func holds<Word>(_ words: [Word], _ word: Word) -> Bool {
        assert(MemoryLayout<Word>.size == 1 && MemoryLayout<Word>.stride == 1, "words of more than a byte")
        let expected = withUnsafeBytes(of: word) { $0[0] }
        return words.withUnsafeBytes { bytes in
            var difference: UInt8 = 0
            for byte in bytes { difference |= byte ^ expected }
            return difference == 0
        }
    }

    /// Prepares a slot for being written row by row, each of which must be.
    mutating func begin(_ slot: Int) { whole[slot] = false }

    /// Puts the numbers that were filled into a slot to rest on measured values alone.
    mutating func measure(_ slot: Int) { whole[slot] = true }

    /// Copies a slot that is whole to another.
    mutating func copyWhole(_ source: Int, to slot: Int) {
        Workspace.copy(cells(source), to: cells(slot), of: &values)
        whole[slot] = true
    }

    /// Copies a slot to another.
    mutating func copy(_ source: Int, to slot: Int) {
        copyWhole(source, to: slot)
        copyStanding(source, to: slot)
    }

    /// Copies what is said about the rows of one slot to those of another; their numbers stay.
    mutating func copyStanding(_ source: Int, to slot: Int) {
        whole[slot] = whole[source]
        if whole[source] { return }
        let (from, to) = (cells(source), cells(slot))
        Workspace.copy(from, to: to, of: &states)
        Workspace.copy(from, to: to, of: &reasons)
        Workspace.copy(from, to: to, of: &shares)
    }

    private static func copy<Word>(_ source: Range<Int>, to target: Range<Int>, of memory: inout [Word]) {
        memory.withUnsafeMutableBufferPointer { memory in
            _ = memory[target].update(fromContentsOf: UnsafeBufferPointer(memory)[source])
        }
    }

    /// Copies a row of one slot to that of another, which was begun.
    mutating func copy(_ source: Int, to slot: Int, _ row: Int) {
        put(number(source, row), state(source, row), reason(source, row), share(source, row), slot, row)
    }

    /// Puts a number into a row of a slot that was begun.
    mutating func put(
        _ value: Double, _ state: CellState, _ reason: Reason?, _ share: Double, _ slot: Int, _ row: Int
    ) {
        let cell = cell(slot, row)
        values[cell] = value
        states[cell] = state
        reasons[cell] = reason
        shares[cell] = share
    }

    /// Leaves a row of a slot that was begun without a number.
    mutating func leaveOut(_ reason: Reason, _ share: Double, _ slot: Int, _ row: Int) {
        put(.nan, reason.state, reason, share, slot, row)
    }

    /// Puts a number in the place of another one; what is said about the row stays.
    mutating func replace(_ value: Double, _ slot: Int, _ row: Int) { values[cell(slot, row)] = value }

    /// Puts numbers in the place of those of some rows of a slot; what is said about the rows stays.
    mutating func put(_ numbers: [Int32], into slot: Int, at rows: ArraySlice<Int>) {
        let cells = cells(slot)
        values.withUnsafeMutableBufferPointer { values in
            let column = UnsafeMutableBufferPointer(rebasing: values[cells])
            for (number, row) in zip(numbers, rows) { column[row] = Double(number) }
        }
    }

    /// Prepares a filled slot for rows being changed.
    mutating func spellOut(_ slot: Int) {
        guard whole[slot] else { return }
        whole[slot] = false
        let cells = cells(slot)
        states.withUnsafeMutableBufferPointer { $0[cells].update(repeating: .measured) }
        reasons.withUnsafeMutableBufferPointer { $0[cells].update(repeating: nil) }
        shares.withUnsafeMutableBufferPointer { $0[cells].update(repeating: 1) }
    }

    /// Fills the numbers of a slot from those of others, one after another.
    mutating func fill(
        _ slot: Int, from sources: [Int],
        with compute: (
            _ sources: Span<Double>, _ numbers: inout MutableSpan<Double>, _ scratch: inout MutableSpan<Double>
        ) throws -> Void
    ) rethrows {
        let (rows, target) = (rowCount, cells(slot))
        let start = firstPlace(ofConsecutive: sources).map { $0 * rows }
        if start == nil { gather(sources) }
        try values.withUnsafeMutableBufferPointer { values in
            try family.withUnsafeBufferPointer { family in
                try scratch.withUnsafeMutableBufferPointer { scratch in
                    let read =
                        start.map { UnsafeBufferPointer(values)[$0..<$0 + sources.count * rows] }
                        ?? family[..<(sources.count * rows)]
                    var numbers = UnsafeMutableBufferPointer(rebasing: values[target]).mutableSpan
                    var scratch = scratch.mutableSpan
                    try compute(UnsafeBufferPointer(rebasing: read).span, &numbers, &scratch)
                }
            }
        }
    }

    /// The place of the first of some slots whose memory lies one behind another.
    private func firstPlace(ofConsecutive slots: [Int]) -> Int? {
        guard let first = slots.first else { return 0 }
        let place = places[first]
        for (index, slot) in slots.enumerated() where places[slot] != place + index { return nil }
        return place
    }

    /// Puts the numbers of some slots one after another into the family.
    private mutating func gather(_ slots: [Int]) {
        let rows = rowCount
        family.withUnsafeMutableBufferPointer { family in
            values.withUnsafeBufferPointer { values in
                for (position, slot) in slots.enumerated() {
                    let from = places[slot] * rows
                    _ = family[position * rows..<(position + 1) * rows]
                        .update(fromContentsOf: values[from..<from + rows])
                }
            }
        }
    }
}

extension CellState {
    /// How much of a measured column's cell rests on a measured value; NaN where nothing applies.
    var measuredShare: Double {
        switch self {
        case .measured: 1
        case .notApplicable: .nan
        case .imputed, .missing, .failed: 0
        }
    }
}
