/// Kendall's coefficient of concordance W: how far several raters rank the same items alike.
///
/// W = 12 S / (m²(n³ − n) − m Σ(t³ − t)), with S the sum of squared deviations of the rank sums, m raters, n items and
/// t the sizes of tied groups within each rater; 0 without agreement, 1 with full agreement. Source: M. G. Kendall and
/// B. Babington Smith (1939), The problem of m rankings, Annals of Mathematical Statistics 10, 275–287; S. Siegel and
/// N. J. Castellan (1988), Nonparametric Statistics for the Behavioral Sciences, 9.7.
public struct Concordance: Equatable, Sendable {
    /// W, corrected for ties.
    public let coefficient: Double
    /// m (n − 1) W, which is near to chi-square with n − 1 degrees of freedom for more than seven items.
    public let chiSquare: Double
    /// n − 1.
    public let degreesOfFreedom: Int
    /// The probability of so large a chi-square without agreement.
    public let pValue: Double
    /// The number of raters.
    public let raters: Int
    /// The number of items.
    public let items: Int

    /// Computes it from ratings, scores or ranks, items as rows and raters as columns; ties get their mean rank.
    ///
    /// - Throws: `StatisticsError.tooFewRows` or `.tooFewColumns` for fewer than two; `.notFinite`; `.constantColumn`
    ///   where each rater gives all items the same, so that nothing is ranked.
    public init(_ ratings: Matrix) throws(StatisticsError) {
        guard ratings.rows >= 2 else { throw .tooFewRows(found: ratings.rows, needed: 2) }
        guard ratings.columns >= 2 else { throw .tooFewColumns(found: ratings.columns, needed: 2) }
        try ratings.requireFinite()
        let n = Double(ratings.rows)
        let m = Double(ratings.columns)
        var sums = [Double](repeating: 0, count: ratings.rows)
        var ties = 0.0
        for rater in 0..<ratings.columns {
            let column = ratings.column(rater)
            for (item, rank) in Ranks.ranks(of: column, ties: .average).enumerated() { sums[item] += rank }
            for size in Ranks.sizesOfTies(in: column) {
                let t = Double(size)
                ties += t * t * t - t
            }
        }
        let squares = Moments.sumOfSquares(sums, m * (n + 1) / 2)
        let divisor = m * m * (n * n * n - n) - m * ties
        guard divisor > 0 else { throw .constantColumn(0) }
        coefficient = 12 * squares / divisor
        chiSquare = m * (n - 1) * coefficient
        degreesOfFreedom = ratings.rows - 1
        pValue = ChiSquareDistribution.upperTail(chiSquare, degreesOfFreedom: n - 1)
        raters = ratings.columns
        items = ratings.rows
    }
}
