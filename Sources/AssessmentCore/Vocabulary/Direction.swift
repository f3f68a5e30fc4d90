/// Whether more of an indicator is better or worse.
public enum Direction: String, Sendable, Hashable, CaseIterable, Codable {
    /// A larger value is better.
    case higherIsBetter = "higher_is_better"
    /// A smaller value is better.
    case lowerIsBetter = "lower_is_better"
}
