/// The F distribution; degrees of freedom must be above zero, else results are not-a-number.
public enum FDistribution {
    /// The probability of a value of f or less.
    public static func cumulative(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
        guard numerator > 0, denominator > 0, !f.isNaN else { return .nan }
        if f <= 0 { return 0 }
        if f == .infinity { return 1 }
        let total = numerator * f + denominator
        return IncompleteBeta.regularised(
            numerator * f / total, complement: denominator / total, numerator / 2, denominator / 2)
    }

    /// The probability of a value above f.
    public static func upperTail(_ f: Double, _ numerator: Double, _ denominator: Double) -> Double {
        guard numerator > 0, denominator > 0, !f.isNaN else { return .nan }
        if f <= 0 { return 1 }
        if f == .infinity { return 0 }
        let total = numerator * f + denominator
        return IncompleteBeta.regularised(
            denominator / total, complement: numerator * f / total, denominator / 2, numerator / 2)
    }

    /// The value below which a given probability lies; `nil` outside 0…1 or for degrees of freedom of zero or less.
    public static func quantile(_ probability: Double, _ numerator: Double, _ denominator: Double) -> Double? {
        guard (0...1).contains(probability), numerator > 0, denominator > 0 else { return nil }
        return probability < 0.5
            ? Bisection.increasing(to: probability) { cumulative($0, numerator, denominator) }
            : Bisection.decreasing(to: 1 - probability) { upperTail($0, numerator, denominator) }
    }
}
