/// To what the spread of ranks over methods is laid.
public struct SensitivityResults: Sendable, Hashable {
    /// The share of an input in the variance of the mean shift of ranks.
    public struct Index: Sendable, Hashable {
        /// The input.
        public let input: BilingualText
        /// The share of the input alone.
        public let first: Double
        /// The lower end of its interval.
        public let firstLow: Double
        /// The upper end of its interval.
        public let firstHigh: Double
        /// The share of the input with all that it does together with others.
        public let total: Double
        /// The lower end of its interval.
        public let totalLow: Double
        /// The upper end of its interval.
        public let totalHigh: Double

        /// Creates an index.
        public init(
            input: BilingualText, first: Double, firstLow: Double, firstHigh: Double, total: Double, totalLow: Double,
            totalHigh: Double
        ) {
            self.input = input
            self.first = first
            self.firstLow = firstLow
            self.firstHigh = firstHigh
            self.total = total
            self.totalLow = totalLow
            self.totalHigh = totalHigh
        }
    }

    /// What leaving out a node does.
    public struct LeftOut: Sendable, Hashable {
        /// The node.
        public let node: String
        /// The mean over units of how far ranks move.
        public let meanShift: Double
        /// The farthest move of a rank, above zero where it becomes worse.
        public let largestShift: Int
        /// The unit that it is of, by its position, the first one of several; nothing where none moves.
        public let unit: Int?
        /// The number of other units that move as far, up or down.
        public let others: Int

        /// Creates it.
        public init(node: String, meanShift: Double, largestShift: Int, unit: Int?, others: Int) {
            self.node = node
            self.meanShift = meanShift
            self.largestShift = largestShift
            self.unit = unit
            self.others = others
        }
    }

    /// The smallest change of one weight that swaps two neighbours.
    public struct Swap: Sendable, Hashable {
        /// The unit ahead, by its position.
        public let ahead: Int
        /// The unit behind it, by its position.
        public let behind: Int
        /// The node whose weight changes.
        public let node: String
        /// Its share among its siblings.
        public let share: Double
        /// The share at which the two change places, the siblings keeping their proportions.
        public let needed: Double

        /// Creates a swap.
        public init(ahead: Int, behind: Int, node: String, share: Double, needed: Double) {
            self.ahead = ahead
            self.behind = behind
            self.node = node
            self.share = share
            self.needed = needed
        }
    }

    /// A pair of units that changes places when a third one is not assessed.
    public struct Reversal: Sendable, Hashable {
        /// The unit that is taken out, by its position.
        public let without: Int
        /// The number of pairs of others whose order turns around.
        public let pairs: Int
        /// Of the first such pair in the ranking, the unit that was ahead, by its position.
        public let ahead: Int
        /// The unit that was behind it, and is ahead now.
        public let behind: Int

        /// Creates it.
        public init(without: Int, pairs: Int, ahead: Int, behind: Int) {
            self.without = without
            self.pairs = pairs
            self.ahead = ahead
            self.behind = behind
        }
    }

    /// A weight beside the one that the scores give.
    public struct Weight: Sendable, Hashable {
        /// The node.
        public let node: String
        /// Its share among its siblings, as the specification has it.
        public let intended: Double
        /// Its share among the siblings in the squared correlations with the node above.
        public let effective: Double

        /// Creates it.
        public init(node: String, intended: Double, effective: Double) {
            self.node = node
            self.intended = intended
            self.effective = effective
        }
    }

    /// The share of each input; empty where fewer than two vary.
    public let indices: [Index]
    /// The variance that the indices divide.
    public let variance: Double
    /// What leaving out each node does.
    public let leftOut: [LeftOut]
    /// The smallest change that swaps each two neighbours; those that no change of one weight swaps are left out.
    public let swaps: [Swap]
    /// The units whose absence turns the order of others around.
    public let reversals: [Reversal]
    /// Intended and effective weights.
    public let weights: [Weight]

    /// Creates results.
    public init(
        indices: [Index] = [], variance: Double = 0, leftOut: [LeftOut] = [], swaps: [Swap] = [],
        reversals: [Reversal] = [], weights: [Weight] = []
    ) {
        self.indices = indices
        self.variance = variance
        self.leftOut = leftOut
        self.swaps = swaps
        self.reversals = reversals
        self.weights = weights
    }
}
