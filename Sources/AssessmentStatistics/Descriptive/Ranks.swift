/// Ranks of one list of numbers, from 1.
///
/// Callers drop missing values first. Two values tie only when they are the same number: round first where noise in the
/// last bits must not tell them apart.
public enum Ranks {
    /// Which end has rank 1.
    public enum Order: String, CaseIterable, Sendable {
        /// The smallest value has rank 1.
        case ascending
        /// The largest value has rank 1.
        case descending
    }

    /// What values that tie are given.
    public enum Ties: String, CaseIterable, Sendable {
        /// The best of their places: 1, 2, 2, 4.
        case minimum
        /// The last of their places: 1, 3, 3, 4.
        case maximum
        /// The mean of their places: 1, 2.5, 2.5, 4.
        case average
        /// One place a value, without gaps: 1, 2, 2, 3.
        case dense
    }

    /// The rank of each value, in the order of the values.
    public static func ranks(of values: [Double], _ order: Order = .ascending, ties: Ties = .minimum) -> [Double] {
        var ranks = [Double](repeating: 0, count: values.count)
        for (index, group) in tiedGroups(values, order).enumerated() {
            let first = Double(group.start + 1)
            let last = Double(group.start + group.members.count)
            let rank =
                switch ties {
                case .minimum: first
                case .maximum: last
                case .average: (first + last) / 2
                case .dense: Double(index + 1)
                }
            for member in group.members { ranks[member] = rank }
        }
        return ranks
    }

    /// The sizes of the groups of two or more equal values, from the smallest value to the largest.
    public static func sizesOfTies(in values: [Double]) -> [Int] {
        tiedGroups(values, .ascending).map(\.members.count).filter { $0 > 1 }
    }

    /// The number of groups of two or more equal values.
    public static func numberOfTies(in values: [Double]) -> Int {
        sizesOfTies(in: values).count
    }

    /// The places of equal values, group after group; `start` counts the values before the group.
    private static func tiedGroups(_ values: [Double], _ order: Order) -> [(start: Int, members: ArraySlice<Int>)] {
        let places = values.indices.sorted { left, right in
            if values[left] == values[right] { return left < right }
            return order == .ascending ? values[left] < values[right] : values[left] > values[right]
        }
        var groups: [(start: Int, members: ArraySlice<Int>)] = []
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, values[places[end]] == values[places[start]] { end += 1 }
            groups.append((start, places[start..<end]))
            start = end
        }
        return groups
    }
}
