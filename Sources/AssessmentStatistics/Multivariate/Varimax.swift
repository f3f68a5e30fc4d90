#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Varimax rotation of factor loadings: it makes each factor's squared loadings as unequal as can be.
///
/// By plane rotations in cyclic order until none turns by more than 10⁻¹² radians. Source: H. F. Kaiser (1958), The
/// varimax criterion for analytic rotation in factor analysis, Psychometrika 23, 187–200.
public struct Varimax: Equatable, Sendable {
    /// The rotated loadings, in the shape of the given ones.
    ///
    /// Factors keep their order; in each, the loading of the largest absolute value is positive.
    public let loadings: Matrix

    /// Rotates loadings, variables as rows and factors as columns.
    ///
    /// With Kaiser's normalisation each variable counts the same: its loadings are divided by the root of their sum of
    /// squares for the rotation, and multiplied by it afterwards.
    ///
    /// - Throws: `StatisticsError.notFinite`; `.noConvergence` after 1,000 sweeps.
    public init(_ given: Matrix, kaiserNormalisation: Bool = true) throws(StatisticsError) {
        try given.requireFinite()
        let lengths = (0..<given.rows).map { row in
            let squares = Moments.sum(given.row(row).map { $0 * $0 })
            return kaiserNormalisation && squares > 0 ? squares.squareRoot() : 1
        }
        var columns = (0..<given.columns).map { column in
            zip(given.column(column), lengths).map { $0 / $1 }
        }
        try Self.rotate(&columns)
        let restored = columns.map { column in
            SignRule.largestPositive(zip(column, lengths).map { $0 * $1 })
        }
        loadings = given.columns == 0 ? given : try Matrix(columnArrays: restored)
    }

    private static func rotate(_ columns: inout [[Double]]) throws(StatisticsError) {
        let limit = 1_000
        for _ in 0..<limit {
            var moved = false
            for first in columns.indices {
                for second in columns.indices where second > first {
                    let angle = angle(columns[first], columns[second])
                    if abs(angle) <= 1e-12 { continue }
                    moved = true
                    let (c, s) = (cos(angle), sin(angle))
                    for row in columns[first].indices {
                        let (x, y) = (columns[first][row], columns[second][row])
                        columns[first][row] = x * c + y * s
                        columns[second][row] = y * c - x * s
                    }
                }
            }
            if !moved { return }
        }
        throw .noConvergence(iterations: limit)
    }

    /// The angle in the plane of two factors at which their criterion is greatest.
    private static func angle(_ x: [Double], _ y: [Double]) -> Double {
        var (sumU, sumV, difference, product, size) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for (a, b) in zip(x, y) {
            let u = a * a - b * b
            let v = 2 * a * b
            sumU += u
            sumV += v
            difference += u * u - v * v
            product += 2 * u * v
            size += u * u + v * v
        }
        let count = Double(x.count)
        let numerator = product - 2 * sumU * sumV / count
        let denominator = difference - (sumU * sumU - sumV * sumV) / count
        // Where the criterion is the same at all angles, rounding must not choose one.
        let magnitude = (numerator * numerator + denominator * denominator).squareRoot()
        if magnitude <= 1e-14 * size { return 0 }
        return atan2(numerator, denominator) / 4
    }
}
