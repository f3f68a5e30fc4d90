/// Robust z-scores: how far values lie from the median of all, in units of a spread that outliers do not widen.
///
/// z = (x − median) / (1.4826 · MAD). Where more than half of the values are the same, the median absolute deviation is
/// zero and the mean one takes its place: z = (x − median) / (1.2533 · mean |x − median|); both factors make the spread
/// that of a normal distribution. Source: B. Iglewicz and D. C. Hoaglin (1993), How to Detect and Handle Outliers, ASQC;
/// the second form as in IBM SPSS.
public enum RobustScores {
    /// √(π / 2), the standard deviation of a normal distribution over its mean absolute deviation.
    private static let meanFactor = 1.2533141373155003
    /// What differs by less than this share of the largest value is the same but for rounding.
    private static let rounding = 1e-12

    /// The score of each value, in their order; 0 for all where no value differs from the median.
    ///
    /// `nil` for fewer than three values, of which none can be told to be the odd one.
    public static func scores(_ values: [Double]) -> [Double]? {
        guard values.count >= 3, let centre = Quantiles.median(values) else { return nil }
        let limit = RobustScores.rounding * max(1, values.map(\.magnitude).max() ?? 1)
        let deviations = values.map { abs($0 - centre) <= limit ? 0 : $0 - centre }
        let sizes = deviations.map(\.magnitude)
        guard let middle = Quantiles.median(sizes), let mean = Moments.mean(sizes) else { return nil }
        let spread = middle > 0 ? 1.4826 * middle : meanFactor * mean
        return deviations.map { spread > 0 ? $0 / spread : 0 }
    }
}
