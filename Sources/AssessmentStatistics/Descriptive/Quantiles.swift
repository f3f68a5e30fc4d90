/// Quantiles of one list of numbers, and the measures of spread made of them.
///
/// Callers drop missing values first; the numbers must be finite. They need not be sorted.
public enum Quantiles {
    /// Where between two neighbours a quantile lies.
    ///
    /// Source: R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical packages, The American Statistician 50,
    /// 361–365; numbered as in R.
    public enum Rule: Int, CaseIterable, Sendable {
        /// At p(n + 1): Excel's PERCENTILE.EXC within its range, SPSS, MINITAB.
        case type6 = 6
        /// At 1 + p(n − 1): the default of R and numpy, Excel's PERCENTILE.INC.
        case type7 = 7
    }

    /// The quantile at a probability from 0 to 1.
    ///
    /// `nil` for no values, or a probability outside 0…1.
    public static func quantile(_ values: [Double], at probability: Double, _ rule: Rule = .type7) -> Double? {
        guard !values.isEmpty, (0...1).contains(probability) else { return nil }
        return quantile(sorted: values.sorted(), at: probability, rule)
    }

    /// The quantiles at several probabilities from 0 to 1, in their order.
    ///
    /// `nil` for no values, or where a probability is outside 0…1.
    public static func quantiles(_ values: [Double], at probabilities: [Double], _ rule: Rule = .type7) -> [Double]? {
        guard !values.isEmpty, probabilities.allSatisfy({ (0...1).contains($0) }) else { return nil }
        let sorted = values.sorted()
        return probabilities.map { quantile(sorted: sorted, at: $0, rule) }
    }

    /// The median: the middle value, or the mean of the two middle ones.
    ///
    /// `nil` for no values.
    public static func median(_ values: [Double]) -> Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// The first quartile, the median and the third quartile.
    public struct Quartiles: Equatable, Sendable {
        /// The quantile at 0.25.
        public let lower: Double
        /// The quantile at 0.5.
        public let median: Double
        /// The quantile at 0.75.
        public let upper: Double
        /// Upper less lower.
        public var range: Double { upper - lower }
    }

    /// The quartiles.
    ///
    /// `nil` for no values.
    public static func quartiles(_ values: [Double], _ rule: Rule = .type7) -> Quartiles? {
        guard let found = quantiles(values, at: [0.25, 0.5, 0.75], rule) else { return nil }
        return Quartiles(lower: found[0], median: found[1], upper: found[2])
    }

    /// The interquartile range.
    ///
    /// `nil` for no values.
    public static func interquartileRange(_ values: [Double], _ rule: Rule = .type7) -> Double? {
        quartiles(values, rule)?.range
    }

    /// Median absolute deviation from the median, times a constant.
    ///
    /// The constant of R's `mad`, 1.4826, makes it comparable with the standard deviation of a normal distribution; 1
    /// gives the plain median. `nil` for no values.
    public static func medianAbsoluteDeviation(_ values: [Double], constant: Double = 1.4826) -> Double? {
        guard let centre = median(values), let spread = median(values.map { abs($0 - centre) }) else { return nil }
        return constant * spread
    }

    private static func quantile(sorted: [Double], at probability: Double, _ rule: Rule) -> Double {
        let count = Double(sorted.count)
        // As R does: a position within rounding of a whole number is that number.
        let fuzz = 4 * Double.ulpOfOne
        let position = rule == .type7 ? 1 + (count - 1) * probability : probability * (count + 1)
        let whole = (position + fuzz).rounded(.down)
        let excess = position - whole
        let share = abs(excess) < fuzz ? 0 : excess
        let low = sorted[min(max(Int(whole), 1), sorted.count) - 1]
        let high = sorted[min(max(Int(whole) + 1, 1), sorted.count) - 1]
        return share == 0 || low == high ? low : (1 - share) * low + share * high
    }
}
