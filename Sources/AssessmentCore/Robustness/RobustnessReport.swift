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

extension [RobustnessReport.Standing] {
    /// The positions of those that have a rank, peer group by peer group, from the best on.
    package var ranked: [Int] {
        indices.filter { self[$0].rank != nil }.sorted {
            (self[$0].group, self[$0].rank ?? 0, $0) < (self[$1].group, self[$1].rank ?? 0, $1)
        }
    }

    /// The positions of two units that stand next to each other in a peer group, with different ranks.
    package var neighbours: [(ahead: Int, behind: Int)] {
        let ranked = ranked
        return zip(ranked, ranked.dropFirst()).compactMap { ahead, behind in
            self[ahead].group == self[behind].group && self[ahead].rank != self[behind].rank ? (ahead, behind) : nil
        }
    }
}
