/// The dominant (Perron) eigenvalue and eigenvector of a matrix of positive numbers.
///
/// Such a matrix has one largest eigenvalue, and its eigenvector is positive throughout: for a matrix of pairwise
/// comparisons it holds the weights of the analytic hierarchy process. Found by power iteration. Source: T. L. Saaty
/// (1980), The Analytic Hierarchy Process.
public struct DominantEigenvector: Equatable, Sendable {
    /// The largest eigenvalue, the sum of A w.
    public let value: Double
    /// The eigenvector w, scaled to the sum 1.
    public let vector: [Double]
    /// The number of multiplications that it took.
    public let iterations: Int

    /// Finds them for a square matrix of finite numbers above zero.
    ///
    /// The iteration ends when no component changes by more than 4 rounding units of itself.
    ///
    /// - Throws: `StatisticsError.notSquare`, `.notFinite` or `.notPositive`; `.tooFewRows` for an empty matrix;
    ///   `.noConvergence` after `limit` multiplications.
    public init(_ matrix: Matrix, limit: Int = 100_000) throws(StatisticsError) {
        try matrix.requireSquare()
        guard matrix.rows > 0 else { throw .tooFewRows(found: 0, needed: 1) }
        try matrix.requireFinite()
        if let place = matrix.elements.firstIndex(where: { $0 <= 0 }) {
            throw .notPositive(row: place / matrix.columns, column: place % matrix.columns)
        }
        var current = [Double](repeating: 1 / Double(matrix.rows), count: matrix.rows)
        for step in 1...max(1, limit) {
            let image = try matrix.multiplied(by: current)
            let total = Moments.sum(image)
            let next = image.map { $0 / total }
            let settled = zip(next, current).allSatisfy { abs($0 - $1) <= 4 * Double.ulpOfOne * $0 }
            current = next
            if settled {
                let scale = Moments.sum(current)
                self.value = try Moments.sum(matrix.multiplied(by: current)) / scale
                self.vector = current
                self.iterations = step
                return
            }
        }
        throw .noConvergence(iterations: limit)
    }
}
