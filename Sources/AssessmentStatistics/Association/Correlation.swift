#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// A correlation coefficient with its significance.
public struct CorrelationResult: Equatable, Sendable {
    /// The coefficient, from −1 to 1.
    public let coefficient: Double
    /// The two-sided probability of a coefficient as far from zero under independence; `nil` where there is no test for
    /// so few pairs.
    public let pValue: Double?
    /// The number of complete pairs.
    public let count: Int
}

/// A coefficient of correlation.
public enum CorrelationMethod: String, CaseIterable, Sendable {
    /// Pearson's product-moment correlation.
    case pearson
    /// Spearman's rank correlation, ties at their mean rank.
    case spearman
    /// Kendall's tau-b.
    case kendall
}

/// Correlation of two lists, pair by pair.
///
/// A not-a-number marks a missing value: a pair counts only where both are numbers. `nil` where the lists differ in
/// length, fewer than two pairs remain or one side does not vary.
public enum Correlation {
    /// The correlation by a method.
    public static func compute(_ x: [Double], _ y: [Double], _ method: CorrelationMethod) -> CorrelationResult? {
        switch method {
        case .pearson: pearson(x, y)
        case .spearman: spearman(x, y)
        case .kendall: kendall(x, y)
        }
    }

    /// Pearson's correlation, tested by Student's t on n − 2 degrees of freedom.
    ///
    /// With two pairs the coefficient is ±1 and the probability 1, as in scipy's `pearsonr`.
    public static func pearson(_ x: [Double], _ y: [Double]) -> CorrelationResult? {
        guard let (x, y) = completePairs(x, y), let coefficient = productMoment(x, y) else { return nil }
        let count = x.count
        guard count > 2 else {
            return CorrelationResult(coefficient: coefficient < 0 ? -1 : 1, pValue: 1, count: count)
        }
        return CorrelationResult(
            coefficient: coefficient, pValue: probability(coefficient, count: count), count: count)
    }

    /// Spearman's correlation: Pearson's of the ranks, tested by Student's t as in scipy's `spearmanr`.
    ///
    /// With two pairs there is no test.
    public static func spearman(_ x: [Double], _ y: [Double]) -> CorrelationResult? {
        guard let (x, y) = completePairs(x, y),
            let coefficient = productMoment(Ranks.ranks(of: x, ties: .average), Ranks.ranks(of: y, ties: .average))
        else { return nil }
        return CorrelationResult(
            coefficient: coefficient, pValue: x.count > 2 ? probability(coefficient, count: x.count) : nil,
            count: x.count)
    }

    /// The pairs in which both are numbers; `nil` where the lists differ in length or fewer than two pairs remain.
    static func completePairs(_ x: [Double], _ y: [Double]) -> (x: [Double], y: [Double])? {
        guard x.count == y.count else { return nil }
        let places = x.indices.filter { !x[$0].isNaN && !y[$0].isNaN }
        return places.count < 2 ? nil : (places.map { x[$0] }, places.map { y[$0] })
    }

    /// Σ(x − x̄)(y − ȳ) over the root of the product of the sums of squares.
    static func productMoment(_ x: [Double], _ y: [Double]) -> Double? {
        guard !Moments.isConstant(x), !Moments.isConstant(y), let meanX = Moments.mean(x), let meanY = Moments.mean(y)
        else { return nil }
        let squaresX = Moments.sumOfSquares(x, meanX)
        let squaresY = Moments.sumOfSquares(y, meanY)
        // The root of the product is exact for lists in proportion; the product of the roots keeps extremes in range.
        let product = squaresX * squaresY
        let root = product.isNormal ? product.squareRoot() : squaresX.squareRoot() * squaresY.squareRoot()
        let ratio = crossProducts(x, meanX, y, meanY) / root
        return ratio.isFinite ? min(1, max(-1, ratio)) : nil
    }

    /// Σ(x − x̄)(y − ȳ).
    static func crossProducts(_ x: [Double], _ meanX: Double, _ y: [Double], _ meanY: Double) -> Double {
        var total = 0.0
        for (a, b) in zip(x, y) { total += (a - meanX) * (b - meanY) }
        return total
    }

    /// The two-sided probability of t = r √((n − 2) / (1 − r²)).
    private static func probability(_ coefficient: Double, count: Int) -> Double {
        let unexplained = (1 - coefficient) * (1 + coefficient)
        // (n − 2) / (n − 2 + t²) is 1 − r².
        return IncompleteBeta.regularised(
            unexplained, complement: coefficient * coefficient, Double(count - 2) / 2, 0.5)
    }
}
