/// The weights that rotated factors give the variables.
///
/// Squared loadings scaled to unity sum within each factor, variables grouped by their highest loading, groups scaled by
/// explained variance. Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6, Tables 17 and 18;
/// G. Nicoletti, S. Scarpetta and O. Boylaud (2000), OECD Economics Department Working Paper 226.
public struct FactorWeights: Equatable, Sendable {
    /// The factor on which each variable loads most in absolute value, from 0; the first on a tie.
    public let factors: [Int]
    /// Squared loadings over the explained variance of their factor, variables as rows: each column sums to 1.
    public let shares: Matrix
    /// The explained variance of each factor over that of all.
    public let factorShares: [Double]
    /// The weight of each variable: its share within its factor times the factor's, scaled to the sum 1.
    public let weights: [Double]

    /// Computes them from rotated loadings, variables as rows and factors as columns.
    ///
    /// `nil` where no loading differs from zero or one is not finite.
    public init?(loadings: Matrix) {
        let variances = (0..<loadings.columns).map { factor in
            Moments.sum(loadings.column(factor).map { $0 * $0 })
        }
        let total = Moments.sum(variances)
        guard total > 0, total.isFinite else { return nil }
        var shares = loadings
        for row in 0..<shares.rows {
            for column in 0..<shares.columns {
                let loading = loadings[row, column]
                shares[row, column] = variances[column] > 0 ? loading * loading / variances[column] : 0
            }
        }
        let factors = (0..<loadings.rows).map { row in
            var best = 0
            for column in 0..<loadings.columns where abs(loadings[row, column]) > abs(loadings[row, best]) {
                best = column
            }
            return best
        }
        let factorShares = variances.map { $0 / total }
        let parts = factors.enumerated().map { row, factor in shares[row, factor] * factorShares[factor] }
        let sum = Moments.sum(parts)
        self.factors = factors
        self.shares = shares
        self.factorShares = factorShares
        self.weights = parts.map { $0 / sum }
    }
}
