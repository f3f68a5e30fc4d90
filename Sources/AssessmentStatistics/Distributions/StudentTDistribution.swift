/// Student's t distribution; degrees of freedom must be above zero, else results are not-a-number.
public enum StudentTDistribution {
    /// The probability of a value of t or less.
    public static func cumulative(_ t: Double, degreesOfFreedom: Double) -> Double {
        upperTail(-t, degreesOfFreedom: degreesOfFreedom)
    }

    /// The probability of a value above t.
    public static func upperTail(_ t: Double, degreesOfFreedom: Double) -> Double {
        let half = twoSided(t, degreesOfFreedom: degreesOfFreedom) / 2
        return t > 0 ? half : 1 - half
    }

    /// The probability of a value as far from zero as t, or farther.
    public static func twoSided(_ t: Double, degreesOfFreedom: Double) -> Double {
        guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
        let square = t * t
        guard square < .infinity else { return 0 }
        let total = degreesOfFreedom + square
        return IncompleteBeta.regularised(
            degreesOfFreedom / total, complement: square / total, degreesOfFreedom / 2, 0.5)
    }

    /// The value below which a given probability lies; `nil` outside 0…1 or for degrees of freedom of zero or less.
    public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double? {
        guard (0...1).contains(probability), degreesOfFreedom > 0 else { return nil }
        if probability == 0.5 { return 0 }
        let tail = min(probability, 1 - probability)
        let magnitude = Bisection.decreasing(to: tail) { upperTail($0, degreesOfFreedom: degreesOfFreedom) }
        return probability < 0.5 ? -magnitude : magnitude
    }
}
