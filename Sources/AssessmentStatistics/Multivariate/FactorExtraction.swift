/// Factors extracted as principal components of a correlation matrix, and rotated by varimax.
///
/// Source: OECD/JRC (2008), Handbook on Constructing Composite Indicators, steps 4 and 6; G. Nicoletti, S. Scarpetta and
/// O. Boylaud (2000), OECD Economics Department Working Paper 226.
public struct FactorExtraction: Equatable, Sendable {
    /// Which factors are kept.
    public enum Retention: Equatable, Sendable {
        /// So many.
        case count(Int)
        /// Those whose eigenvalue is greater; with 1, Kaiser's criterion.
        case eigenvaluesAbove(Double)
        /// As many as it takes for their cumulative share to reach a share of the variance.
        case cumulativeShare(Double)
    }

    /// All eigenvalues of the correlation matrix, from the largest.
    public let eigenvalues: [Double]
    /// The loadings before rotation: variables as rows, kept factors as columns.
    public let unrotated: Matrix
    /// The loadings after rotation, in the same shape.
    ///
    /// Factors stay in the order of their extraction; in each, the loading of the largest absolute value is positive.
    public let loadings: Matrix

    /// Extracts and rotates the factors of a correlation matrix.
    ///
    /// - Throws: what `SymmetricEigenproblem` and `Varimax` throw; `StatisticsError.parameterOutOfRange` where the rule
    ///   keeps no factor, or more than there are variables.
    public init(
        correlations: Matrix, retaining retention: Retention, kaiserNormalisation: Bool = true
    ) throws(StatisticsError) {
        let solution = try SymmetricEigenproblem(correlations)
        let eigenvalues = solution.values.map { max(0, $0) }
        let count = Self.count(eigenvalues, retention)
        guard (1...max(1, eigenvalues.count)).contains(count), !eigenvalues.isEmpty else {
            throw .parameterOutOfRange("expected to keep 1 to \(eigenvalues.count) factors, found \(count)")
        }
        var unrotated = Matrix(repeating: 0, rows: eigenvalues.count, columns: count)
        for row in 0..<unrotated.rows {
            for column in 0..<count {
                unrotated[row, column] = solution.vectors[row, column] * eigenvalues[column].squareRoot()
            }
        }
        self.eigenvalues = eigenvalues
        self.unrotated = unrotated
        self.loadings = try Varimax(unrotated, kaiserNormalisation: kaiserNormalisation).loadings
    }

    /// The sum of squared loadings of each rotated factor.
    public var explainedVariances: [Double] {
        (0..<loadings.columns).map { factor in Moments.sum(loadings.column(factor).map { $0 * $0 }) }
    }

    /// The share of each variable's variance that the kept factors explain.
    public var communalities: [Double] {
        (0..<loadings.rows).map { variable in Moments.sum(loadings.row(variable).map { $0 * $0 }) }
    }

    /// The weights that the Handbook derives from the rotated loadings; `nil` where no loading differs from zero.
    public var weights: FactorWeights? {
        FactorWeights(loadings: loadings)
    }

    private static func count(_ eigenvalues: [Double], _ retention: Retention) -> Int {
        switch retention {
        case .count(let count): return count
        case .eigenvaluesAbove(let threshold): return eigenvalues.filter { $0 > threshold }.count
        case .cumulativeShare(let share):
            let total = Moments.sum(eigenvalues)
            var reached = 0.0
            for (index, value) in eigenvalues.enumerated() {
                reached += value
                if reached / total >= share { return index + 1 }
            }
            return eigenvalues.count
        }
    }
}
