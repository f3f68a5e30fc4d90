/// Whether more of an indicator is better or worse.
public enum Direction: String, Sendable, Hashable, CaseIterable, Codable {
    /// A larger value is better.
    case higherIsBetter = "higher_is_better"
    /// A smaller value is better.
    case lowerIsBetter = "lower_is_better"
}

extension Direction {
    /// 1 where a larger value is better, −1 where a smaller one is.
    public var sign: Double { self == .higherIsBetter ? 1 : -1 }

    /// The other direction.
    public var reversed: Direction { self == .higherIsBetter ? .lowerIsBetter : .higherIsBetter }
}
