/// The eigenvalues and eigenvectors of a symmetric matrix.
///
/// Found by Jacobi's method in cyclic order, which gives the same bits on every processor. Source: W. H. Press and
/// others, Numerical Recipes (2007), 11.1; G. H. Golub and C. F. Van Loan, Matrix Computations (2013), 8.5.
public struct SymmetricEigenproblem: Equatable, Sendable {
    /// The eigenvalues from the largest to the smallest.
    public let values: [Double]
    /// The eigenvectors of length 1 as columns, in the order of the eigenvalues.
    ///
    /// The sign rule: in each, the component of the largest absolute value is positive; among components that reach it
    /// to within one part in 10⁹, the first decides, so that rounding does not.
    public let vectors: Matrix

    /// Solves the problem for a square, finite matrix, symmetric to within rounding.
    ///
    /// - Throws: `StatisticsError.notSquare`, `.notFinite` or `.notSymmetric`; `.noConvergence` after 100 sweeps, which
    ///   no finite matrix is known to need.
    public init(_ matrix: Matrix) throws(StatisticsError) {
        try matrix.requireSquare()
        try matrix.requireFinite()
        let size = matrix.rows
        let largest = matrix.elements.reduce(0) { max($0, abs($1)) }
        for row in 0..<size {
            for column in 0..<row where abs(matrix[row, column] - matrix[column, row]) > 1e-12 * largest {
                throw .notSymmetric(row: row, column: column)
            }
        }
        var (diagonal, rotations) = try Self.diagonalise(matrix)
        let order = (0..<size).sorted { diagonal[$0] == diagonal[$1] ? $0 < $1 : diagonal[$0] > diagonal[$1] }
        var vectors = Matrix(repeating: 0, rows: size, columns: size)
        for (place, source) in order.enumerated() {
            let column = SignRule.largestPositive(rotations.column(source))
            for row in 0..<size { vectors[row, place] = column[row] }
        }
        rotations = vectors
        diagonal = order.map { diagonal[$0] }
        self.values = diagonal
        self.vectors = rotations
    }

    private static func diagonalise(_ matrix: Matrix) throws(StatisticsError) -> ([Double], Matrix) {
        let size = matrix.rows
        var a = matrix
        var v = Matrix.identity(size)
        let sweeps = 100
        for _ in 0..<sweeps {
            var moved = false
            for p in 0..<size {
                for q in p + 1..<max(size, p + 1) {
                    let element = a[p, q]
                    // Below this the rotation would not change a digit of the diagonal.
                    if abs(element) <= Double.ulpOfOne * Double.ulpOfOne * (abs(a[p, p]) + abs(a[q, q])) { continue }
                    moved = true
                    let theta = (a[q, q] - a[p, p]) / (2 * element)
                    let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
                    let c = 1 / (t * t + 1).squareRoot()
                    let s = t * c
                    let tau = s / (1 + c)
                    a[p, p] -= t * element
                    a[q, q] += t * element
                    a[p, q] = 0
                    a[q, p] = 0
                    for k in 0..<size where k != p && k != q {
                        let left = a[k, p]
                        let right = a[k, q]
                        a[k, p] = left - s * (right + left * tau)
                        a[k, q] = right + s * (left - right * tau)
                        a[p, k] = a[k, p]
                        a[q, k] = a[k, q]
                    }
                    for k in 0..<size {
                        let left = v[k, p]
                        let right = v[k, q]
                        v[k, p] = left - s * (right + left * tau)
                        v[k, q] = right + s * (left - right * tau)
                    }
                }
            }
            if !moved { return ((0..<size).map { a[$0, $0] }, v) }
        }
        throw .noConvergence(iterations: sweeps)
    }
}

/// The rule that fixes the sign of a vector which is only known up to its sign.
enum SignRule {
    /// The vector or its opposite: the component of the largest absolute value is positive, the first such on a tie.
    static func largestPositive(_ vector: [Double]) -> [Double] {
        let largest = vector.reduce(0) { max($0, abs($1)) }
        guard let decisive = vector.first(where: { abs($0) >= largest * (1 - 1e-9) }), decisive < 0 else {
            return vector
        }
        return vector.map { -$0 }
    }
}
