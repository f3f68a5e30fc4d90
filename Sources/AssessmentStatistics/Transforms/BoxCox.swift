#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// The Box–Cox transformation: (x^λ − 1) / λ, and ln x for λ = 0.
///
/// Callers drop missing values first. Source: G. E. P. Box and D. R. Cox (1964), An analysis of transformations,
/// Journal of the Royal Statistical Society B 26, 211–252.
public enum BoxCox {
    /// The λ of greatest likelihood, and the likelihood.
    public struct Fit: Equatable, Sendable {
        /// λ.
        public let lambda: Double
        /// The logarithm of the profile likelihood at λ, without its constant, as scipy's `boxcox_llf`.
        public let logLikelihood: Double
    }

    /// The transformed values, in order.
    ///
    /// `nil` where a value is zero or less: shift the values first.
    public static func transform(_ values: [Double], lambda: Double) -> [Double]? {
        guard values.allSatisfy({ $0 > 0 }) else { return nil }
        return values.map { power(log($0), lambda) }
    }

    /// The values before the transformation: (λ y + 1)^(1/λ), and exp y for λ = 0.
    ///
    /// `nil` where λ y + 1 is zero or less, since no positive value is transformed to it.
    public static func inverse(_ values: [Double], lambda: Double) -> [Double]? {
        guard values.allSatisfy({ lambda * $0 + 1 > 0 }) else { return nil }
        return values.map { lambda == 0 ? exp($0) : exp(log1p(lambda * $0) / lambda) }
    }

    /// The values less their minimum plus 1, as COINr's `boxcox` prepares them.
    ///
    /// Empty for no values.
    public static func shiftedToOne(_ values: [Double]) -> [Double] {
        guard let least = values.min() else { return [] }
        return values.map { $0 - least + 1 }
    }

    /// The logarithm of the profile likelihood of λ: (λ − 1) Σ ln x − n/2 ln(variance of the transformed values, over n).
    ///
    /// `nil` for fewer than two values, where a value is zero or less or not finite, or where the values do not vary.
    public static func logLikelihood(_ values: [Double], lambda: Double) -> Double? {
        Profile(values)?.logLikelihood(lambda)
    }

    /// The λ of greatest likelihood: where the slope of the likelihood is zero, by halving a bracket that grows from −2…2.
    ///
    /// A search for the greatest value would leave λ right to eight digits at best, since the likelihood is flat there.
    /// `nil` for fewer than two values, where a value is zero or less or not finite, or where the values do not vary.
    public static func maximumLikelihood(_ values: [Double]) -> Fit? {
        guard let profile = Profile(values) else { return nil }
        var low = -2.0
        var high = 2.0
        for _ in 0..<64 where profile.spreadFalls(at: high) { (low, high) = (high, high * 2) }
        for _ in 0..<64 where !profile.spreadFalls(at: low) { (low, high) = (low * 2, low) }
        while true {
            let middle = low + (high - low) / 2
            // Near zero, absolute precision is enough: λ multiplies logarithms.
            if middle <= low || middle >= high || high - low <= 1e-16 {
                return Fit(lambda: middle, logLikelihood: profile.logLikelihood(middle))
            }
            if profile.spreadFalls(at: middle) { low = middle } else { high = middle }
        }
    }

    /// The transformation of a value whose logarithm is given.
    fileprivate static func power(_ logarithm: Double, _ lambda: Double) -> Double {
        abs(lambda) < 1e-19 ? logarithm : expm1(lambda * logarithm) / lambda
    }
}

/// The profile likelihood on values divided by their geometric mean, which keeps their powers within range.
private struct Profile {
    let centred: [Double]
    let sumOfLogarithms: Double

    init?(_ values: [Double]) {
        guard values.count >= 2, values.allSatisfy({ $0 > 0 && $0.isFinite }), !Moments.isConstant(values),
            let mean = Moments.mean(values.map { log($0) })
        else { return nil }
        centred = values.map { log($0) - mean }
        sumOfLogarithms = mean * Double(values.count)
    }

    /// Whether the variance of the transformed values still falls as λ grows.
    ///
    /// The variance of y has the slope 2 × the covariance of y with its own slope (x e^(λx) − y) / λ. Where powers pass
    /// the range of numbers, the variance falls towards zero.
    func spreadFalls(at lambda: Double) -> Bool {
        let transformed = centred.map { BoxCox.power($0, lambda) }
        let slopes = zip(centred, transformed).map { Self.slope($0, $1, lambda) }
        guard let mean = Moments.mean(transformed), let slope = Moments.mean(slopes) else { return false }
        let covariance = Correlation.crossProducts(transformed, mean, slopes, slope)
        return covariance.isFinite ? covariance < 0 : lambda < 0
    }

    /// How fast (e^(λx) − 1) / λ grows with λ: Σ λ^(k − 2) x^k (k − 1) / k! from k = 2, summed where λx is small.
    private static func slope(_ x: Double, _ transformed: Double, _ lambda: Double) -> Double {
        let exponent = lambda * x
        if abs(exponent) > 1 { return (x * exp(exponent) - transformed) / lambda }
        var term = x * x / 2
        var total = term
        for k in 3..<22 {
            let k = Double(k)
            term *= exponent * (k - 1) / (k * (k - 2))
            total += term
        }
        return total
    }

    func logSpread(_ lambda: Double) -> Double {
        let spread = Moments.variance(centred.map { BoxCox.power($0, lambda) }, .population) ?? .infinity
        return spread.isNaN ? .infinity : log(spread)
    }

    func logLikelihood(_ lambda: Double) -> Double {
        -sumOfLogarithms - Double(centred.count) / 2 * logSpread(lambda)
    }
}
