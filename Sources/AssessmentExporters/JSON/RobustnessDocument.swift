public import AssessmentCore

/// How firm a result is, as it stands in result.json; units are named by their codes.
public struct RobustnessDocument: Codable, Sendable, Hashable {
    /// The number of replications of each question.
    public let draws: Int
    /// What all random numbers follow from.
    public let seed: UInt64
    /// How replications are spread.
    public let sequence: String
    /// The share of replications that an interval holds.
    public let interval: Double
    /// What was held fixed; left out where nothing was.
    public let heldFixed: [BilingualText]?
    /// The ranges over methods; left out where none were varied.
    public let methods: Methods?
    /// What errors of data come to; left out where none were stated.
    public let dataErrors: DataErrors?
    /// To what the spread over methods is laid; left out where that was not asked.
    public let sensitivity: Sensitivity?

    /// The ranges of scores and ranks over methods: no probabilities.
    public struct Methods: Codable, Sendable, Hashable {
        /// The range of a unit.
        public struct Range: Codable, Sendable, Hashable {
            /// The code of the unit.
            public let unit: String
            /// The lowest score.
            public let lowestScore: Double
            /// The highest score.
            public let highestScore: Double
            /// The best rank.
            public let bestRank: Int
            /// The worst rank.
            public let worstRank: Int
            /// The middle of its ranks.
            public let medianRank: Double
            /// The best rank without the outer tails.
            public let middleBestRank: Double
            /// The worst rank without them.
            public let middleWorstRank: Double
        }

        /// What varied, in words.
        public let varied: [BilingualText]
        /// The methods of each kind, by their ids.
        public let choices: [Choice]
        /// How weights varied; left out where they did not.
        public let weights: Weights?
        /// The nodes of which each replication left out one, or none; left out where there are none.
        public let without: [String]?
        /// The number of different settings of methods.
        public let settings: Int
        /// The mean distance of ranks from those of the single run.
        public let meanShift: Double
        /// One a unit with a score.
        public let units: [Range]
    }

    /// The methods of a kind.
    public struct Choice: Codable, Sendable, Hashable {
        /// The kind.
        public let subject: String
        /// The methods by their ids, `as_given`, or `none`.
        public let methods: [String]
        /// The nodes at which they are taken; left out where everywhere.
        public let at: [String]?
    }

    /// How weights varied.
    public struct Weights: Codable, Sendable, Hashable {
        /// `within`, `dirichlet`, `simplex` or `sets`.
        public let kind: String
        /// The share, or the concentration.
        public let value: Double?
        /// The names of the sets.
        public let sets: [String]?
        /// The nodes below which they varied; left out where everywhere.
        public let below: [String]?
    }

    /// Intervals and probabilities from errors of the data.
    public struct DataErrors: Codable, Sendable, Hashable {
        /// A stated error.
        public struct Stated: Codable, Sendable, Hashable {
            /// The nodes whose values have it.
            public let nodes: [String]
            /// `standard_error`, `relative` or `sample_size`.
            public let kind: String
            /// The number; left out where it differs between units or periods.
            public let value: Double?
            /// What a share is counted out of.
            public let whole: Double?
        }

        /// A rank, or the position of a grade, with its probability.
        public struct Share: Codable, Sendable, Hashable {
            /// The rank, or the position among the grades, from 0 for the best.
            public let place: Int
            /// Its probability.
            public let probability: Double
        }

        /// The results of a unit.
        public struct Interval: Codable, Sendable, Hashable {
            /// The code of the unit.
            public let unit: String
            /// The lower end of the interval of its score.
            public let lowScore: Double
            /// The upper end.
            public let highScore: Double
            /// The better end of the interval of its rank.
            public let bestRank: Int
            /// The worse end.
            public let worstRank: Int
            /// Its ranks with their probabilities.
            public let ranks: [Share]
            /// Its grades, likewise; left out where there are none.
            public let grades: [Share]?
        }

        /// Units of two ranks that follow each other; several where they share one.
        public struct Neighbours: Codable, Sendable, Hashable {
            /// The codes of the units ahead.
            public let ahead: [String]
            /// The codes of the units behind them.
            public let behind: [String]
            /// The probability that each of the first ranks ahead of each of the others.
            public let probability: Double
        }

        /// The errors that were stated.
        public let stated: [Stated]
        /// The names of grades, the best first; left out where there are none.
        public let grades: [BilingualText]?
        /// The probability that every rank is as it is in the single run.
        public let sameRanking: Double
        /// Units next to each other.
        public let neighbours: [Neighbours]
        /// Groups of units that are not told apart from the first of them.
        public let tied: [[String]]
        /// One a unit with a score.
        public let units: [Interval]
    }
}

extension RobustnessDocument {
    /// To what the spread over methods is laid.
    public struct Sensitivity: Codable, Sendable, Hashable {
        /// The share of an input in the variance of the mean shift of ranks.
        public struct Index: Codable, Sendable, Hashable {
            /// The input.
            public let input: BilingualText
            /// Its share alone, with its interval; nothing where it cannot be told.
            public let first: [Double]?
            /// Its share with all that it does together with others, with its interval.
            public let total: [Double]?
        }

        /// What leaving out a node does.
        public struct LeftOut: Codable, Sendable, Hashable {
            /// The node.
            public let node: String
            /// The mean distance of ranks.
            public let meanShift: Double
            /// The farthest move of a rank, above zero where it becomes worse.
            public let largestShift: Int
            /// The unit that it is of.
            public let unit: String?
            /// The number of other units that move as far, up or down.
            public let others: Int
        }

        /// The smallest change of one weight that swaps two neighbours.
        public struct Swap: Codable, Sendable, Hashable {
            /// The unit ahead.
            public let ahead: String
            /// The unit behind it.
            public let behind: String
            /// The node whose weight changes.
            public let node: String
            /// Its share among its siblings.
            public let share: Double
            /// The share at which the two change places.
            public let needed: Double
        }

        /// A unit without which others change their order.
        public struct Reversal: Codable, Sendable, Hashable {
            /// The unit that is taken out.
            public let without: String
            /// The number of pairs that turn around.
            public let pairs: Int
            /// Of the first such pair, the unit that was ahead.
            public let ahead: String
            /// The unit that was behind it, and is ahead now.
            public let behind: String
        }

        /// A weight beside the one that the scores give.
        public struct Weight: Codable, Sendable, Hashable {
            /// The node.
            public let node: String
            /// Its share among its siblings.
            public let intended: Double
            /// Its share in the squared correlations; nothing where there is none.
            public let effective: Double?
        }

        /// The share of each input.
        public let indices: [Index]
        /// The variance that they divide.
        public let variance: Double
        /// What leaving out each node does.
        public let leftOut: [LeftOut]
        /// The smallest changes of weights.
        public let swaps: [Swap]
        /// The units whose absence turns the order of others around.
        public let reversals: [Reversal]
        /// Intended and effective weights.
        public let weights: [Weight]
    }
}

extension RobustnessDocument {
    /// What does not fit together in it, where something does not.
    ///
    /// - Parameter units: the codes of the assessed units.
    func contradiction(units: Set<String>) -> String? {
        let ranges = methods?.units ?? []
        let intervals = dataErrors?.units ?? []
        let named =
            ranges.map(\.unit) + intervals.map(\.unit) + (dataErrors?.tied.flatMap(\.self) ?? [])
            + (dataErrors?.neighbours.flatMap { $0.ahead + $0.behind } ?? [])
            + (sensitivity.map { own in
                own.leftOut.compactMap(\.unit) + own.swaps.flatMap { [$0.ahead, $0.behind] }
                    + own.reversals.flatMap { [$0.without, $0.ahead, $0.behind] }
            } ?? [])
        if let unknown = named.first(where: { !units.contains($0) }) {
            return "its robustness names the unit ‘\(printable(unknown))’, which is not assessed"
        }
        if Set(ranges.map(\.unit)).count != ranges.count || Set(intervals.map(\.unit)).count != intervals.count {
            return "its robustness has two intervals of one unit"
        }
        let isOrdered =
            ranges.allSatisfy { $0.lowestScore <= $0.highestScore && 1 <= $0.bestRank && $0.bestRank <= $0.worstRank }
            && intervals.allSatisfy { $0.lowScore <= $0.highScore && 1 <= $0.bestRank && $0.bestRank <= $0.worstRank }
        return isOrdered ? nil : "an interval of its robustness ends before it begins"
    }
}
