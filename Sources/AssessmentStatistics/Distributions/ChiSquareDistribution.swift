/// The chi-square distribution; degrees of freedom must be above zero, else results are not-a-number.
public enum ChiSquareDistribution {
    /// The probability of a value of x or less.
    public static func cumulative(_ x: Double, degreesOfFreedom: Double) -> Double {
        IncompleteGamma.lower(degreesOfFreedom / 2, max(0, x) / 2)
    }

    /// The probability of a value above x.
    public static func upperTail(_ x: Double, degreesOfFreedom: Double) -> Double {
        IncompleteGamma.upper(degreesOfFreedom / 2, max(0, x) / 2)
    }

    /// The value below which a given probability lies; `nil` outside 0…1 or for degrees of freedom of zero or less.
    public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
        guard (0...1).contains(probability), degreesOfFreedom > 0 else { return nil }
        return probability < 0.5
            ? Bisection.increasing(to: probability) { cumulative($0, degreesOfFreedom: degreesOfFreedom) }
            : Bisection.decreasing(to: 1 - probability) { upperTail($0, degreesOfFreedom: degreesOfFreedom) }
    }
}
