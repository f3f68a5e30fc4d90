#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Moments of one list of numbers: centre, spread and shape.
///
/// Callers drop missing values first; the numbers must be finite. Sums run from left to right. A statistic that is
/// undefined (too few values, no variation) is `nil`, never zero or not-a-number.
public enum Moments {
    /// What a sum of squared deviations is divided by.
    public enum Divisor: String, CaseIterable, Sendable {
        /// n − 1: the unbiased estimate from a sample, as in R, COINr and Excel's VAR.S.
        case sample
        /// n: the spread of the population itself, as in numpy and Excel's VAR.P.
        case population
    }

    /// Arithmetic mean in two passes (the mean of the deviations is added to the first mean, as R does).
    ///
    /// `nil` for no values.
    public static func mean(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let count = Double(values.count)
        let first = sum(values) / count
        guard first.isFinite else { return first }
        var remainder = 0.0
        for value in values { remainder += value - first }
        return first + remainder / count
    }

    /// Variance: Σ(x − mean)² over n − 1 or n.
    ///
    /// `nil` for fewer than two values (sample) or none (population).
    public static func variance(_ values: [Double], _ divisor: Divisor = .sample) -> Double? {
        let degrees = divisor == .sample ? values.count - 1 : values.count
        guard degrees > 0, let mean = mean(values) else { return nil }
        if isConstant(values) { return 0 }
        return sumOfSquares(values, mean) / Double(degrees)
    }

    /// Standard deviation, the square root of the variance.
    ///
    /// `nil` for fewer than two values (sample) or none (population).
    public static func standardDeviation(_ values: [Double], _ divisor: Divisor = .sample) -> Double? {
        variance(values, divisor)?.squareRoot()
    }

    /// Coefficient of variation: standard deviation over mean, with the sign of the mean.
    ///
    /// `nil` where the standard deviation is undefined or the mean is zero.
    public static func coefficientOfVariation(_ values: [Double], _ divisor: Divisor = .sample) -> Double? {
        guard let deviation = standardDeviation(values, divisor), let mean = mean(values), mean != 0 else { return nil }
        return deviation / mean
    }

    /// Geometric mean: exp of the mean logarithm.
    ///
    /// `nil` for no values, or where one is zero or less.
    public static func geometricMean(_ values: [Double]) -> Double? {
        guard values.allSatisfy({ $0 > 0 }), let mean = mean(values.map { log($0) }) else { return nil }
        return exp(mean)
    }

    /// Harmonic mean: n over the sum of reciprocals.
    ///
    /// `nil` for no values, or where one is zero or less.
    public static func harmonicMean(_ values: [Double]) -> Double? {
        guard values.allSatisfy({ $0 > 0 }), let mean = mean(values.map { 1 / $0 }) else { return nil }
        return 1 / mean
    }

    /// The sum from left to right.
    static func sum(_ values: [Double]) -> Double {
        var total = 0.0
        for value in values { total += value }
        return total
    }

    /// Σ(x − centre)².
    static func sumOfSquares(_ values: [Double], _ centre: Double) -> Double {
        var total = 0.0
        for value in values { total += (value - centre) * (value - centre) }
        return total
    }

    /// Whether all values are the same number; decided by comparison, since rounding in the mean could invent spread.
    static func isConstant(_ values: [Double]) -> Bool {
        guard let first = values.first else { return true }
        return values.allSatisfy { $0 == first }
    }
}
