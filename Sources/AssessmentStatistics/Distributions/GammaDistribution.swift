#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// The gamma distribution with scale 1.
public enum GammaDistribution {
    /// The logarithm of the value below which a given probability lies, also where the value itself is too small to be a number.
    public static func logQuantile(_ probability: Double, shape: Double) -> Double? {
        guard let quantile = quantile(probability, shape: shape) else { return nil }
        if quantile > 1e-290 || probability == 0 { return log(quantile) }
        // P(a, x) ≈ x^a / (a Γ(a)) near zero: its next term is x times as large.
        return (log(probability) + log(shape) + LogGamma.gamma(shape)) / shape
    }

    /// The value below which a given probability lies, for a positive shape.
    ///
    /// Newton's method on the regularised incomplete gamma function, kept within a bracket that halves where a step would
    /// leave it; the first guess is that of Wilson and Hilferty (1931), or the first term of the series where the shape is
    /// small. `nil` for a probability outside 0…1 or a shape that is not positive.
    public static func quantile(_ probability: Double, shape: Double) -> Double? {
        guard (0...1).contains(probability), shape > 0, shape.isFinite else { return nil }
        if probability == 0 { return 0 }
        if probability == 1 { return .infinity }
        let logarithm = LogGamma.gamma(shape)
        // P(a, x) ≈ x^a / (a Γ(a)) near zero.
        let small = exp((log(probability) + log(shape) + logarithm) / shape)
        var x = small
        if shape > 0.5, let z = NormalDistribution.quantile(probability) {
            let cube = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
            if cube > 0.1 { x = shape * cube * cube * cube }
        }
        guard x > 0 else { return 0 }
        var (low, high) = (0.0, Double.infinity)
        for _ in 0..<200 {
            let excess = IncompleteGamma.lower(shape, x) - probability
            if excess == 0 { return x }
            if excess > 0 { high = x } else { low = x }
            let density = exp((shape - 1) * log(x) - x - logarithm)
            var next = x - excess / density
            if !(next > low && next < high) {
                next = high.isFinite ? low + (high - low) / 2 : 2 * x
            }
            if next == low || next == high || abs(next - x) <= 2e-16 * x { return next }
            x = next
        }
        return x
    }
}
