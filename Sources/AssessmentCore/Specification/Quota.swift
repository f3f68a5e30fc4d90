/// How many units of a peer group may have a grade, or a better one is theirs no longer (等次名额).
public struct Quota: Sendable, Hashable {
    /// How a number of places that is not whole is rounded.
    public enum Rounding: String, Sendable, Hashable, CaseIterable {
        case down, nearest, up
    }

    /// What becomes of units that share the rank at which the places end.
    public enum Tied: String, Sendable, Hashable, CaseIterable {
        /// None of them has the grade, so that the quota is kept.
        case without = "out"
        /// All of them have it, and the quota is exceeded.
        case within = "in"
    }

    /// The share of the ranked units of a group.
    public var share: Double
    /// The share of single groups, by their ids.
    public var sharesOfGroups: [String: Double]
    /// How the number of places is rounded.
    public var rounding: Rounding
    /// The places that a group has at least, where it has units.
    public var leastPlaces: Int
    /// What becomes of units that share the rank at which the places end.
    public var tied: Tied
    /// Where the specification has it.
    public var position: SourcePosition?

    /// Creates a quota.
    public init(
        share: Double, sharesOfGroups: [String: Double] = [:], rounding: Rounding = .down, leastPlaces: Int = 0,
        tied: Tied = .without, position: SourcePosition? = nil
    ) {
        self.share = share
        self.sharesOfGroups = sharesOfGroups
        self.rounding = rounding
        self.leastPlaces = leastPlaces
        self.tied = tied
        self.position = position
    }

    /// The number of places in a group of so many ranked units.
    public func places(in group: String, of size: Int) -> Int {
        // 29 % of 100 units are 29 and not 28.999…: the product is taken as the decimal number that it stands for.
        let exact = DecimalRounding.round((sharesOfGroups[group] ?? share) * Double(size), decimals: 9)
        let rounded =
            switch rounding {
            case .down: exact.rounded(.down)
            case .nearest: DecimalRounding.round(exact, decimals: 0)
            case .up: exact.rounded(.up)
            }
        return min(size, max(Int(rounded), leastPlaces))
    }
}
