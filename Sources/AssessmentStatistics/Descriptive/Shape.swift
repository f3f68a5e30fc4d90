extension Moments {
    /// Which of three common estimators of skewness and kurtosis is meant.
    ///
    /// Source: D. N. Joanes and C. A. Gill (1998), Comparing measures of sample skewness and kurtosis, The
    /// Statistician 47, 183–189; numbered as in R's e1071.
    public enum ShapeType: Int, CaseIterable, Sendable {
        /// g₁ = m₃ / m₂^1.5 and g₂ = m₄ / m₂² − 3, as in older textbooks and scipy's default.
        case moments = 1
        /// G₁ and G₂, corrected for bias as in SAS, SPSS, Excel's SKEW and KURT, and COINr.
        case biasCorrected = 2
        /// b₁ and b₂, with the sample variance in place of m₂, as in MINITAB and BMDP.
        case sampleVariance = 3
    }

    /// Skewness.
    ///
    /// `nil` where the values do not vary, or for fewer than three values under `biasCorrected` (otherwise two).
    public static func skewness(_ values: [Double], _ type: ShapeType = .biasCorrected) -> Double? {
        shape(values, type).skewness
    }

    /// Excess kurtosis: 0 for a normal distribution.
    ///
    /// `nil` where the values do not vary, or for fewer than four values under `biasCorrected` (otherwise two).
    public static func excessKurtosis(_ values: [Double], _ type: ShapeType = .biasCorrected) -> Double? {
        shape(values, type).excessKurtosis
    }

    /// Skewness and excess kurtosis, each as above, with the values gone through once for both.
    public static func shape(
        _ values: [Double], _ type: ShapeType = .biasCorrected
    ) -> (skewness: Double?, excessKurtosis: Double?) {
        guard values.count >= 2, !isConstant(values), let mean = mean(values) else { return (nil, nil) }
        var (squares, cubes, fourths) = (0.0, 0.0, 0.0)
        for value in values {
            let deviation = value - mean
            let square = deviation * deviation
            squares += square
            cubes += square * deviation
            fourths += square * deviation * deviation
        }
        let n = Double(values.count)
        let second = squares / n
        let third = cubes / n / (second * second.squareRoot())
        let fourth = fourths / n / (second * second)
        let shrinkage = (n - 1) / n
        let (skewness, kurtosis): (Double, Double) =
            switch type {
            case .moments: (third, fourth - 3)
            case .biasCorrected:
                (
                    n < 3 ? .nan : third * (n * (n - 1)).squareRoot() / (n - 2),
                    n < 4 ? .nan : ((n + 1) * (fourth - 3) + 6) * (n - 1) / ((n - 2) * (n - 3))
                )
            case .sampleVariance:
                (third * shrinkage * shrinkage.squareRoot(), fourth * shrinkage * shrinkage - 3)
            }
        return (skewness.isFinite ? skewness : nil, kurtosis.isFinite ? kurtosis : nil)
    }
}
