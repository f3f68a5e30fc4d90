/// How the ratings of several assessors become one number.
public enum RatingCombination: Sendable, Hashable {
    /// Their arithmetic mean.
    case mean
    /// The middle one, or the mean of the two middle ones.
    case median
    /// The mean of what is left when ⌊n · share⌋ of n ratings are cut from each end.
    ///
    /// Source: J. W. Tukey (1962), The future of data analysis, Annals of Mathematical Statistics 33, 1–67; as R's
    /// `mean(trim =)` and scipy's `trim_mean`, but a product within rounding of a whole number is that number, so that
    /// 0.29 of 100 ratings are 29.
    case trimmedShare(Double)
    /// The mean of what is left when so many ratings are cut from each end (去掉最高分和最低分).
    case trimmedEach(Int)

    /// The number of ratings that are cut from each end of so many.
    public func cut(of count: Int) -> Int {
        switch self {
        case .mean, .median: 0
        case .trimmedShare(let share): Int((Double(count) * share + 1e-9).rounded(.down))
        case .trimmedEach(let each): each
        }
    }

    /// The ratings as one number, whatever their order; nothing where none is left.
    public func combine(_ ratings: [Double]) -> Double? {
        let sorted = ratings.sorted()
        let cut = cut(of: sorted.count)
        guard sorted.count > 2 * cut else { return nil }
        if self == .median {
            let middle = sorted.count / 2
            return sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
        }
        let kept = sorted[cut..<(sorted.count - cut)]
        return kept.reduce(0, +) / Double(kept.count)
    }

    /// What is done with so many ratings, in words.
    func wording(of count: Int) -> BilingualText {
        if count == 1 { return BilingualText(zh: "1份", en: "one rating") }
        let cut = cut(of: count)
        return switch self {
        case .mean: BilingualText(zh: "\(count)份的均值", en: "mean of \(count)")
        case .median: BilingualText(zh: "\(count)份的中位数", en: "median of \(count)")
        case .trimmedShare, .trimmedEach:
            BilingualText(
                zh: "\(count)份，两端各去\(cut)份后的均值", en: "mean of \(count) without \(cut) at each end")
        }
    }
}
