internal import AssessmentCore
internal import AssessmentStatistics

/// The skewness and the excess kurtosis of some numbers, corrected for bias.
struct DistributionShape: Sendable {
    /// G₁; nothing for fewer than three numbers or where they do not vary.
    let skewness: Double?
    /// G₂; nothing for fewer than four numbers or where they do not vary.
    let kurtosis: Double?

    init(_ numbers: [Double]) {
        let shape = Moments.shape(numbers)
        (skewness, kurtosis) = (shape.skewness, shape.excessKurtosis)
    }

    /// Both in words, to four decimals.
    var text: BilingualText {
        func text(_ number: Double?) -> String {
            number.map { Formula.text(of: DecimalRounding.round($0, decimals: 4)) } ?? "–"
        }
        return BilingualText(
            zh: "偏度\(text(skewness))、峰度\(text(kurtosis))",
            en: "skewness \(text(skewness)), excess kurtosis \(text(kurtosis))")
    }
}

/// The limits beyond which a distribution counts as having outliers.
struct ShapeLimits: Sendable {
    /// The absolute skewness from which on it counts.
    let skewness: Double
    /// The excess kurtosis from which on it counts.
    let kurtosis: Double

    /// Whether a shape lies within one of the limits; nothing where it cannot be judged.
    func admit(_ shape: DistributionShape) -> Bool? {
        if let own = shape.skewness, abs(own) < skewness { return true }
        if let own = shape.kurtosis, own < kurtosis { return true }
        return shape.skewness == nil || shape.kurtosis == nil ? nil : false
    }
}
