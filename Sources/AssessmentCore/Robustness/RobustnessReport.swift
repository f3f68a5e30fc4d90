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

extension MethodRanges.Range {
    /// The ranks without the outer tails, rounded outwards as those of intervals are.
    package var middleRanks: ClosedRange<Int> {
        let best = Int(middleBestRank.rounded(.down))
        return best...max(best, Int(middleWorstRank.rounded(.up)))
    }
}

extension [RobustnessReport.Standing] {
    /// The positions of those that have a rank, peer group by peer group, from the best on.
    package var ranked: [Int] {
        indices.filter { self[$0].rank != nil }.sorted {
            (self[$0].group, self[$0].rank ?? 0, $0) < (self[$1].group, self[$1].rank ?? 0, $1)
        }
    }

    /// Those of them that have others in their peer group: the rank of one alone is no finding.
    package var compared: [Int] {
        let ranked = ranked
        let sizes = Dictionary(grouping: ranked) { self[$0].group }.mapValues(\.count)
        return ranked.filter { sizes[self[$0].group] ?? 0 > 1 }
    }

    /// The positions of units that stand next to each other in a peer group: those of a rank, and those of the next one.
    package var neighbours: [(ahead: [Int], behind: [Int])] {
        var ranks: [[Int]] = []
        for unit in ranked {
            if let last = ranks.last?.first, self[last].group == self[unit].group, self[last].rank == self[unit].rank {
                ranks[ranks.count - 1].append(unit)
            } else {
                ranks.append([unit])
            }
        }
        return zip(ranks, ranks.dropFirst()).compactMap { ahead, behind in
            self[ahead[0]].group == self[behind[0]].group ? (ahead, behind) : nil
        }
    }
}
