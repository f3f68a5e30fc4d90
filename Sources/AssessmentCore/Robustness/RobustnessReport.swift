/// How firm the result of an assessment is.
///
/// Ranges over methods and probabilities from errors of data stand apart: no number comes from both.
public struct RobustnessReport: Sendable, Hashable {
    /// What was asked.
    public let request: RobustnessRequest
    /// The units, in the order of the panel, by their codes.
    public let units: [String]
    /// The results of the single run in the assessed period, one a unit.
    public let nominal: [Standing]
    /// The ranges over methods; nothing where none were varied.
    public let methods: MethodRanges?
    /// What errors of data come to; nothing where none were stated.
    public let dataErrors: DataErrorResults?
    /// To what the spread over methods is laid; nothing where that was not asked.
    public let sensitivity: SensitivityResults?
    /// What was held fixed, and why.
    public let held: [BilingualText]

    /// Creates a report.
    public init(
        request: RobustnessRequest, units: [String], nominal: [Standing], methods: MethodRanges? = nil,
        dataErrors: DataErrorResults? = nil, sensitivity: SensitivityResults? = nil, held: [BilingualText] = []
    ) {
        self.request = request
        self.units = units
        self.nominal = nominal
        self.methods = methods
        self.dataErrors = dataErrors
        self.sensitivity = sensitivity
        self.held = held
    }

    /// Where a unit stands in a run.
    public struct Standing: Sendable, Hashable {
        /// The peer group that it is ranked in, by its position.
        public let group: Int
        /// Its score.
        public let score: Double?
        /// Its rank within its peer group.
        public let rank: Int?
        /// The position of its grade, the best one first.
        public let grade: Int?

        /// Creates it.
        public init(group: Int, score: Double?, rank: Int?, grade: Int?) {
            self.group = group
            self.score = score
            self.rank = rank
            self.grade = grade
        }
    }
}

/// The spread of scores and ranks over methods that could be defended: ranges, and no probabilities.
public struct MethodRanges: Sendable, Hashable {
    /// The range of a unit.
    public struct Range: Sendable, Hashable {
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
        /// The best rank without the outer tails, which leave the interval that was asked.
        public let middleBestRank: Double
        /// The worst rank without them.
        public let middleWorstRank: Double

        /// Creates a range.
        public init(
            lowestScore: Double, highestScore: Double, bestRank: Int, worstRank: Int, medianRank: Double,
            middleBestRank: Double, middleWorstRank: Double
        ) {
            self.lowestScore = lowestScore
            self.highestScore = highestScore
            self.bestRank = bestRank
            self.worstRank = worstRank
            self.medianRank = medianRank
            self.middleBestRank = middleBestRank
            self.middleWorstRank = middleWorstRank
        }
    }

    /// One a unit; nothing for one without a score.
    public let ranges: [Range?]
    /// The number of replications.
    public let draws: Int
    /// What varied, in words.
    public let varied: [BilingualText]
    /// The number of different settings of methods among the replications.
    public let settings: Int
    /// The mean over units and replications of how far ranks lie from those of the single run.
    public let meanShift: Double

    /// Creates ranges.
    public init(ranges: [Range?], draws: Int, varied: [BilingualText], settings: Int, meanShift: Double) {
        self.ranges = ranges
        self.draws = draws
        self.varied = varied
        self.settings = settings
        self.meanShift = meanShift
    }
}

/// What errors of measured values come to in scores, ranks and grades.
public struct DataErrorResults: Sendable, Hashable {
    /// A rank or a grade with its probability.
    public struct Share: Sendable, Hashable {
        /// The rank, or the position of the grade.
        public let place: Int
        /// Its probability.
        public let probability: Double

        /// Creates it.
        public init(place: Int, probability: Double) {
            self.place = place
            self.probability = probability
        }
    }

    /// The results of a unit.
    public struct Result: Sendable, Hashable {
        /// The lower end of the interval of its score.
        public let lowScore: Double
        /// The upper end.
        public let highScore: Double
        /// The better end of the interval of its rank.
        public let bestRank: Int
        /// The worse end.
        public let worstRank: Int
        /// Its ranks, from the best on, each with its probability; those that never came are left out.
        public let ranks: [Share]
        /// Its grades, from the best on, likewise.
        public let grades: [Share]

        /// Creates results.
        public init(
            lowScore: Double, highScore: Double, bestRank: Int, worstRank: Int, ranks: [Share], grades: [Share]
        ) {
            self.lowScore = lowScore
            self.highScore = highScore
            self.bestRank = bestRank
            self.worstRank = worstRank
            self.ranks = ranks
            self.grades = grades
        }
    }

    /// One a unit; nothing for one without a score.
    public let results: [Result?]
    /// The number of replications.
    public let draws: Int
    /// The groups of units that the errors do not tell apart, from the best on, by their positions: each holds its leader
    /// and those behind it that score less than the leader in a smaller share of replications than the interval asks.
    public let tied: [[Int]]
    /// The probability that every rank is as it is in the single run.
    public let sameRanking: Double

    /// Creates results.
    public init(results: [Result?], draws: Int, tied: [[Int]], sameRanking: Double) {
        self.results = results
        self.draws = draws
        self.tied = tied
        self.sameRanking = sameRanking
    }
}

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
        /// The unit that it is of, by its position; nothing where none moves.
        public let unit: Int?

        /// Creates it.
        public init(node: String, meanShift: Double, largestShift: Int, unit: Int?) {
            self.node = node
            self.meanShift = meanShift
            self.largestShift = largestShift
            self.unit = unit
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

        /// Creates it.
        public init(without: Int, pairs: Int) {
            self.without = without
            self.pairs = pairs
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
