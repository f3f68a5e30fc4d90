/// How far reviewers agree, and who rates unlike the others.
///
/// All numbers are in points from 0 to 100, and a statistic that is undefined is nothing.
public struct RatingReport: Sendable, Hashable {
    /// What one source says of an item as a whole.
    public struct Summary: Sendable, Hashable {
        /// The id of the item.
        public let item: String
        /// The period.
        public let period: Period
        /// The id of the source.
        public let source: String
        /// The number of its ratings.
        public let ratings: Int
        /// The number of units that it gives a result for.
        public let units: Int
        /// The number of units that the item has ratings of and that it gives no result for.
        public let unitsWithout: Int
        /// The mean of its results over those units.
        public let mean: Double?
        /// The mean of its results less those of all other sources together, over the units that both rate.
        public let lead: Double?

        /// Creates a summary.
        public init(
            item: String, period: Period, source: String, ratings: Int, units: Int, unitsWithout: Int, mean: Double?,
            lead: Double?
        ) {
            (self.item, self.period, self.source, self.ratings) = (item, period, source, ratings)
            (self.units, self.unitsWithout, self.mean, self.lead) = (units, unitsWithout, mean, lead)
        }
    }

    /// An intraclass correlation with its 95 % confidence interval.
    public struct Intraclass: Sendable, Hashable {
        /// The design, such as `ICC(2,1)`.
        public let form: String
        /// The coefficient; it can be negative.
        public let coefficient: Double
        /// The bounds of the confidence interval, where they are defined.
        public let interval: ClosedRange<Double>?

        /// Creates a coefficient.
        public init(form: String, coefficient: Double, interval: ClosedRange<Double>?) {
            (self.form, self.coefficient, self.interval) = (form, coefficient, interval)
        }
    }

    /// How far the assessors of a source agree on an item.
    public struct Agreement: Sendable, Hashable {
        /// The id of the item.
        public let item: String
        /// The period.
        public let period: Period
        /// The id of the source.
        public let source: String
        /// The assessors of the complete block that is compared.
        public let assessors: [String]
        /// The codes of its units, each of which all of those assessors rated.
        public let units: [String]
        /// The number of ratings outside the block.
        public let ratingsOutside: Int
        /// Kendall's W, corrected for ties.
        public let concordance: Double?
        /// m (n − 1) W.
        public let chiSquare: Double?
        /// The probability of so large a chi-square without agreement; near enough for more than seven units.
        public let pValue: Double?
        /// ICC(2,1), ICC(2,k), ICC(3,1) and ICC(3,k), as far as they are defined.
        public let intraclass: [Intraclass]

        /// Creates an agreement.
        public init(
            item: String, period: Period, source: String, assessors: [String], units: [String], ratingsOutside: Int,
            concordance: Double?, chiSquare: Double?, pValue: Double?, intraclass: [Intraclass]
        ) {
            (self.item, self.period, self.source) = (item, period, source)
            (self.assessors, self.units, self.ratingsOutside) = (assessors, units, ratingsOutside)
            (self.concordance, self.chiSquare, self.pValue) = (concordance, chiSquare, pValue)
            self.intraclass = intraclass
        }
    }

    /// How one assessor rates beside the others of the source, over all items of a period.
    public struct Reviewer: Sendable, Hashable {
        /// The period.
        public let period: Period
        /// The id of the source.
        public let source: String
        /// The code of the assessor.
        public let assessor: String
        /// The number of ratings.
        public let ratings: Int
        /// The number of ratings that others of the source rated the same for.
        public let compared: Int
        /// The mean of the ratings.
        public let mean: Double
        /// Their standard deviation (n − 1).
        public let spread: Double?
        /// The mean deviation from the others; below zero for a harsh assessor, above for a lenient one.
        public let deviation: Double?
        /// The robust z-score of that deviation among the assessors of the source.
        public let robustScore: Double?
        /// Whether it is outlying by the rule of the specification.
        public let isOutlying: Bool

        /// Creates a summary of an assessor.
        public init(
            period: Period, source: String, assessor: String, ratings: Int, compared: Int, mean: Double,
            spread: Double?, deviation: Double?, robustScore: Double?, isOutlying: Bool
        ) {
            (self.period, self.source, self.assessor) = (period, source, assessor)
            (self.ratings, self.compared, self.mean, self.spread) = (ratings, compared, mean, spread)
            (self.deviation, self.robustScore, self.isOutlying) = (deviation, robustScore, isOutlying)
        }
    }

    /// One rating beside those of the others.
    public struct Single: Sendable, Hashable {
        /// The rating.
        public let rating: Rating
        /// Its points from 0 to 100.
        public let points: Double
        /// The median of the others of the source for the same item, unit and period.
        public let consensus: Double?
        /// The points less that median.
        public let deviation: Double?
        /// The robust z-score of that deviation among all ratings of the source in the period.
        public let robustScore: Double?
        /// Whether it is outlying by the rule of the specification.
        public let isOutlying: Bool

        /// Creates a rating beside those of the others.
        public init(
            rating: Rating, points: Double, consensus: Double?, deviation: Double?, robustScore: Double?,
            isOutlying: Bool
        ) {
            (self.rating, self.points, self.consensus) = (rating, points, consensus)
            (self.deviation, self.robustScore, self.isOutlying) = (deviation, robustScore, isOutlying)
        }
    }

    /// What each source says of each item.
    public let summaries: [Summary]
    /// The agreement of the sources whose assessors rated the same units.
    public let agreements: [Agreement]
    /// Every assessor.
    public let reviewers: [Reviewer]
    /// Every rating, in the order of the data.
    public let singles: [Single]

    /// Creates a report.
    public init(summaries: [Summary], agreements: [Agreement], reviewers: [Reviewer], singles: [Single]) {
        self.summaries = summaries
        self.agreements = agreements
        self.reviewers = reviewers
        self.singles = singles
    }
}
