public import AssessmentCore

/// What would lift a unit to a grade or past another unit: for each single indicator the smallest change of its value, all
/// others as they are.
public struct Reach: Sendable {
    /// What is to be reached.
    public enum Goal: Sendable, Hashable {
        /// A grade, by its position, the best one first, or a better one.
        case grade(position: Int, name: BilingualText)
        /// A better rank than another unit of the peer group, by its code.
        case pass(unit: String, name: BilingualText)
    }

    /// What one indicator can do.
    public enum Outcome: Sendable, Hashable {
        /// It reaches the goal with this value, which was tried as it is printed.
        case reached(value: Double, total: Double?, rank: Int?)
        /// It does not within what was tried; the best total that was found, and a value that gives it.
        case unreachable(bestTotal: Double?, at: Double)
        /// There is nothing that could change: the indicator does not apply, or could not be computed.
        case noValue
    }

    /// An indicator of the unit.
    public struct Option: Sendable, Hashable {
        /// The node.
        public let node: String
        /// Its name.
        public let name: BilingualText
        /// What it is measured in.
        public let unitOfMeasure: UnitOfMeasure
        /// The value now; nothing where there is none.
        public let current: Double?
        /// Why there is none.
        public let reason: Reason?
        /// Whether all values that it can have were within what was tried, as of a share, a rating or yes and no.
        public let isBounded: Bool
        /// What it can do.
        public let outcome: Outcome

        /// The change as a share of the value now; nothing where that is zero or the goal is not reached.
        public var relativeChange: Double? {
            guard case .reached(let value, _, _) = outcome, let current, current != 0 else { return nil }
            return (value - current) / current.magnitude
        }
    }

    /// The code of the unit.
    public let unit: String
    /// Its name.
    public let name: BilingualText
    /// The assessed period.
    public let period: Period
    /// What is to be reached.
    public let goal: Goal
    /// Where the unit stands.
    public let line: HistoryLine
    /// Whether it has reached the goal as it is; there are no options then.
    public let isReached: Bool
    /// The indicators: those that reach the goal by the size of the relative change, then those that do not by the best total,
    /// then those without a value.
    public let options: [Option]
}
