/// A run of numbers, one a row of the panel, with a state and a reason beside each.
///
/// A cell that is measured or imputed holds a finite number; every other cell holds a NaN, so that arithmetic on the
/// bare values carries absence along.
public struct Column: Sendable {
    /// The numbers; NaN where there is none.
    public private(set) var values: [Double]
    /// What became of each cell.
    public private(set) var states: [CellState]
    /// Why a cell has no value of its own; nothing for one that was measured.
    public private(set) var reasons: [Reason?]
    /// What more is to be said about single cells, by row.
    public private(set) var notes: [Int: BilingualText]

    /// Creates a column without any value, for one reason.
    public init(count: Int, absent reason: Reason) {
        values = [Double](repeating: .nan, count: count)
        states = [CellState](repeating: reason.state, count: count)
        reasons = [Reason?](repeating: reason, count: count)
        notes = [:]
    }

    /// Creates a column of measured values; those that are not finite become `outside_domain`.
    public init(measured numbers: [Double]) {
        values = numbers
        states = [CellState](repeating: .measured, count: numbers.count)
        reasons = [Reason?](repeating: nil, count: numbers.count)
        notes = [:]
        for row in numbers.indices where !numbers[row].isFinite { leaveOut(.outsideDomain, at: row) }
    }

    /// The number of rows.
    public var count: Int { values.count }

    /// The number of a row, where there is one.
    public subscript(row: Int) -> Double? {
        values[row].isNaN ? nil : values[row]
    }

    /// Puts a measured value into a row; one that is not finite makes the cell fail as `outside_domain`.
    public mutating func measure(_ value: Double, note: BilingualText? = nil, at row: Int) {
        guard value.isFinite else { return leaveOut(.outsideDomain, note: note, at: row) }
        values[row] = value
        states[row] = .measured
        reasons[row] = nil
        remark(note, at: row)
    }

    /// Puts in a value by a rule, keeping the reason why there was none.
    public mutating func impute(_ value: Double, because reason: Reason?, note: BilingualText? = nil, at row: Int) {
        guard value.isFinite else { return leaveOut(.outsideDomain, note: note, at: row) }
        values[row] = value
        states[row] = .imputed
        reasons[row] = reason
        remark(note, at: row)
    }

    /// The column of some of its rows, in the order in which they are named.
    public func rows(_ rows: [Int]) -> Column {
        var column = self
        column.values = rows.map { values[$0] }
        column.states = rows.map { states[$0] }
        column.reasons = rows.map { reasons[$0] }
        column.notes = [:]
        for (place, row) in rows.enumerated() { column.notes[place] = notes[row] }
        return column
    }

    private mutating func remark(_ note: BilingualText?, at row: Int) {
        // Most columns have no notes at all, in which nothing needs to be looked for.
        if note != nil || !notes.isEmpty { notes[row] = note }
    }

    /// Leaves a row without a value.
    public mutating func leaveOut(_ reason: Reason, note: BilingualText? = nil, at row: Int) {
        values[row] = .nan
        states[row] = reason.state
        reasons[row] = reason
        remark(note, at: row)
    }
}
