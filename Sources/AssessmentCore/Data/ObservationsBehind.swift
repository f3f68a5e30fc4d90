/// The positions of the observations behind each row of a column: mostly one, several where units merged.
public struct ObservationsBehind: Sendable {
    private static let none = UInt32.max

    /// The only position of each row, as far as rows have one.
    private var single: [UInt32] = []
    private var several: [Int: [Int]] = [:]

    /// Creates it without any, with room for so many rows.
    public init(reserving rows: Int = 0) { single.reserveCapacity(rows) }

    /// Creates it from the positions of some rows.
    public init(_ positions: [Int: [Int]]) {
        for (row, positions) in positions { self[row] = positions }
    }

    /// The positions of a row; none where nothing stands behind it.
    public subscript(row: Int) -> [Int] {
        get {
            guard single.indices.contains(row) else { return [] }
            if single[row] != ObservationsBehind.none { return [Int(single[row])] }
            return several.isEmpty ? [] : several[row] ?? []
        }
        set {
            while single.count <= row { single.append(ObservationsBehind.none) }
            if !several.isEmpty { several[row] = nil }
            single[row] = ObservationsBehind.none
            if newValue.count == 1, let position = UInt32(exactly: newValue[0]), position != ObservationsBehind.none {
                single[row] = position
            } else if !newValue.isEmpty {
                several[row] = newValue
            }
        }
    }

    /// Whether nothing stands behind a row.
    public func isEmpty(_ row: Int) -> Bool { self[row].isEmpty }

    /// The positions of all rows, in the order of these.
    public var all: some Sequence<Int> { single.indices.lazy.flatMap { self[$0] } }
}
