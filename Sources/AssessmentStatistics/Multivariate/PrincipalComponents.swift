/// The principal components of several variables.
///
/// Source: I. T. Jolliffe (2002), Principal Component Analysis; agrees with R's `prcomp` up to the sign of a component.
public struct PrincipalComponents: Equatable, Sendable {
    /// What the components are taken from.
    public enum Basis: String, CaseIterable, Sendable {
        /// Variables of equal standing: each centred and divided by its sample standard deviation.
        case correlation
        /// Variables of one unit: each centred.
        case covariance
    }

    /// What the components were taken from.
    public let basis: Basis
    /// The variances of the components (n − 1), from the largest; as many as variables, none below zero.
    public let eigenvalues: [Double]
    /// The components as columns of length 1, variables as rows: what `prcomp` calls rotation and COINr loadings.
    ///
    /// Signs by the rule of `SymmetricEigenproblem`.
    public let vectors: Matrix
    /// The scores, units as rows and components as columns: the prepared values times the vectors.
    public let scores: Matrix
    /// The mean of each variable.
    public let means: [Double]
    /// The number each centred variable was divided by: its sample standard deviation, or 1 on the covariance basis.
    public let scales: [Double]

    /// Takes the components of a table, units as rows and variables as columns, without missing values.
    ///
    /// - Throws: `StatisticsError.tooFewRows` for fewer than two units, `.tooFewColumns` for no variables, `.notFinite`,
    ///   or `.constantColumn` on the correlation basis.
    public init(_ data: Matrix, basis: Basis = .correlation) throws(StatisticsError) {
        guard data.rows >= 2 else { throw .tooFewRows(found: data.rows, needed: 2) }
        guard data.columns >= 1 else { throw .tooFewColumns(found: data.columns, needed: 1) }
        try data.requireFinite()
        var means: [Double] = []
        var scales: [Double] = []
        var prepared = data
        for column in 0..<data.columns {
            let values = data.column(column)
            if basis == .correlation, Moments.isConstant(values) { throw .constantColumn(column) }
            let mean = Moments.mean(values) ?? 0
            let scale = basis == .correlation ? Moments.standardDeviation(values) ?? 1 : 1
            for row in 0..<data.rows { prepared[row, column] = (values[row] - mean) / scale }
            means.append(mean)
            scales.append(scale)
        }
        var covariances = Matrix(repeating: 0, rows: data.columns, columns: data.columns)
        for left in 0..<data.columns {
            for right in 0...left {
                var total = 0.0
                for row in 0..<data.rows { total += prepared[row, left] * prepared[row, right] }
                covariances[left, right] = total / Double(data.rows - 1)
                covariances[right, left] = covariances[left, right]
            }
        }
        let solution = try SymmetricEigenproblem(covariances)
        self.basis = basis
        self.eigenvalues = solution.values.map { max(0, $0) }
        self.vectors = solution.vectors
        self.scores = try prepared.multiplied(by: solution.vectors)
        self.means = means
        self.scales = scales
    }

    /// The share of the total variance that each component explains.
    public var explainedShares: [Double] {
        let total = Moments.sum(eigenvalues)
        return eigenvalues.map { total > 0 ? $0 / total : 0 }
    }

    /// The share that each component explains together with those before it.
    public var cumulativeShares: [Double] {
        var total = 0.0
        return explainedShares.map { share in
            total += share
            return total
        }
    }

    /// The vectors times the roots of the eigenvalues: on the correlation basis, the correlations of variables (rows)
    /// with components (columns).
    public var loadings: Matrix {
        var result = vectors
        for row in 0..<result.rows {
            for column in 0..<result.columns { result[row, column] *= eigenvalues[column].squareRoot() }
        }
        return result
    }
}
