/// The exact confidence interval of a share, from a number of cases among independent draws.
///
/// Source: Clopper and Pearson, “The use of confidence or fiducial limits illustrated in the case of the binomial”,
/// Biometrika 26 (1934), 404–413; written with quantiles of the F distribution.
public enum BinomialInterval {
    /// The interval.
    ///
    /// - Parameters:
    ///   - cases: how many of the draws are cases.
    ///   - draws: how many draws there are.
    ///   - confidence: the probability with which such intervals hold the true share, above 0 and below 1.
    /// - Returns: both ends, from 0 to 1; nothing where there are no draws, or more cases than draws.
    public static func exact(cases: Int, of draws: Int, confidence: Double = 0.95) -> ClosedRange<Double>? {
        guard draws > 0, (0...draws).contains(cases), confidence > 0, confidence < 1 else { return nil }
        let tail = (1 - confidence) / 2
        let (k, n) = (Double(cases), Double(draws))
        var (lower, upper) = (0.0, 1.0)
        if cases > 0 {
            guard let f = FDistribution.quantile(tail, 2 * k, 2 * (n - k + 1)) else { return nil }
            lower = k * f / (n - k + 1 + k * f)
        }
        if cases < draws {
            guard let f = FDistribution.quantile(1 - tail, 2 * (k + 1), 2 * (n - k)) else { return nil }
            upper = (k + 1) * f / (n - k + (k + 1) * f)
        }
        return lower...max(lower, upper)
    }
}
