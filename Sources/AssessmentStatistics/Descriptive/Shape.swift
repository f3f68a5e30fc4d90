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
        guard values.count >= (type == .biasCorrected ? 3 : 2), !isConstant(values), let mean = mean(values) else {
            return nil
        }
        let n = Double(values.count)
        let second = centralSum(values, mean, power: 2) / n
        let g = centralSum(values, mean, power: 3) / n / (second * second.squareRoot())
        let skewness =
            switch type {
            case .moments: g
            case .biasCorrected: g * (n * (n - 1)).squareRoot() / (n - 2)
            case .sampleVariance: g * ((n - 1) / n) * ((n - 1) / n).squareRoot()
            }
        return skewness.isFinite ? skewness : nil
    }

    /// Excess kurtosis: 0 for a normal distribution.
    ///
    /// `nil` where the values do not vary, or for fewer than four values under `biasCorrected` (otherwise two).
    public static func excessKurtosis(_ values: [Double], _ type: ShapeType = .biasCorrected) -> Double? {
        guard values.count >= (type == .biasCorrected ? 4 : 2), !isConstant(values), let mean = mean(values) else {
            return nil
        }
        let n = Double(values.count)
        let second = centralSum(values, mean, power: 2) / n
        let g = centralSum(values, mean, power: 4) / n / (second * second) - 3
        let kurtosis =
            switch type {
            case .moments: g
            case .biasCorrected: ((n + 1) * g + 6) * (n - 1) / ((n - 2) * (n - 3))
            case .sampleVariance: (g + 3) * ((n - 1) / n) * ((n - 1) / n) - 3
            }
        return kurtosis.isFinite ? kurtosis : nil
    }
}
