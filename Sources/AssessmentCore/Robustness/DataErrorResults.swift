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

    /// Units of two ranks that follow each other; several where they share one.
    public struct Neighbours: Sendable, Hashable {
        /// The units ahead, by their positions.
        public let ahead: [Int]
        /// The units behind them, by their positions.
        public let behind: [Int]
        /// The probability that each of the first ranks ahead of each of the others.
        public let probability: Double

        /// Creates it.
        public init(ahead: [Int], behind: [Int], probability: Double) {
            self.ahead = ahead
            self.behind = behind
            self.probability = probability
        }
    }

    /// One a unit; nothing for one without a score.
    public let results: [Result?]
    /// The number of replications.
    public let draws: Int
    /// The units next to each other in each peer group, from the best on.
    public let neighbours: [Neighbours]
    /// The groups of units that the errors do not tell apart, from the best on, by their positions: each holds its leader
    /// and those behind it that score less than the leader in a smaller share of replications than the interval asks.
    public let tied: [[Int]]
    /// The probability that every rank is as it is in the single run.
    public let sameRanking: Double

    /// Creates results.
    public init(
        results: [Result?], draws: Int, neighbours: [Neighbours], tied: [[Int]], sameRanking: Double
    ) {
        self.results = results
        self.draws = draws
        self.neighbours = neighbours
        self.tied = tied
        self.sameRanking = sameRanking
    }
}
