/// The intraclass correlations of several raters who each rate the same targets.
///
/// Source: P. E. Shrout and J. L. Fleiss (1979), Intraclass correlations: uses in assessing rater reliability,
/// Psychological Bulletin 86, 420–428; intervals also in K. O. McGraw and S. P. Wong (1996), Psychological Methods 1,
/// 30–46.
public struct IntraclassCorrelation: Equatable, Sendable {
    /// The design that a coefficient supposes; names as in psych and pingouin.
    public enum Form: String, CaseIterable, Sendable {
        /// ICC(1,1): each target has raters of its own; the reliability of one rating.
        case icc1 = "ICC1"
        /// ICC(2,1): raters are a random sample and rate all targets; absolute agreement of one rating.
        case icc2 = "ICC2"
        /// ICC(3,1): these raters only; consistency of one rating.
        case icc3 = "ICC3"
        /// ICC(1,k): as ICC(1,1), for the mean of the k ratings.
        case icc1k = "ICC1k"
        /// ICC(2,k): as ICC(2,1), for the mean of the k ratings.
        case icc2k = "ICC2k"
        /// ICC(3,k): as ICC(3,1), for the mean of the k ratings; equal to Cronbach's alpha.
        case icc3k = "ICC3k"
    }

    /// A coefficient with its F test against zero and its confidence interval.
    public struct Estimate: Equatable, Sendable {
        /// The coefficient; it can be negative.
        public let coefficient: Double
        /// The F value; infinite where raters agree without error.
        public let f: Double
        /// The degrees of freedom of its numerator.
        public let numeratorDegrees: Int
        /// The degrees of freedom of its denominator.
        public let denominatorDegrees: Int
        /// The probability of so large an F where the coefficient is zero.
        public let pValue: Double
        /// The bounds of the confidence interval; `nil` where F is infinite or a bound undefined.
        public let interval: ClosedRange<Double>?
    }

    /// The mean squares of the two-way analysis of variance without replication.
    public struct MeanSquares: Equatable, Sendable {
        /// Between targets (BMS).
        public let targets: Double
        /// Within targets (WMS).
        public let within: Double
        /// Between raters (JMS).
        public let raters: Double
        /// Residual (EMS).
        public let residual: Double
    }

    /// The mean squares that all forms rest on.
    public let meanSquares: MeanSquares
    private let estimates: [Form: Estimate]

    /// The estimate of a form; `nil` where its coefficient is 0 / 0, as when no rating varies.
    public subscript(form: Form) -> Estimate? {
        estimates[form]
    }

    /// Computes all six from ratings, targets as rows and raters as columns.
    ///
    /// - Throws: `StatisticsError.tooFewRows` or `.tooFewColumns` for fewer than two; `.notFinite`;
    ///   `.parameterOutOfRange` for a confidence level outside 0…1.
    public init(_ ratings: Matrix, confidence: Double = 0.95) throws(StatisticsError) {
        guard ratings.rows >= 2 else { throw .tooFewRows(found: ratings.rows, needed: 2) }
        guard ratings.columns >= 2 else { throw .tooFewColumns(found: ratings.columns, needed: 2) }
        guard confidence > 0, confidence < 1 else {
            throw .parameterOutOfRange("the confidence level must lie between 0 and 1, found \(confidence)")
        }
        try ratings.requireFinite()
        let squares = Self.meanSquares(ratings)
        let design = Design(
            squares: squares, n: Double(ratings.rows), k: Double(ratings.columns),
            probability: 1 - (1 - confidence) / 2)
        meanSquares = squares
        estimates = Dictionary(
            uniqueKeysWithValues: Form.allCases.compactMap { form in design.estimate(form).map { (form, $0) } })
    }

    private static func meanSquares(_ ratings: Matrix) -> MeanSquares {
        let n = Double(ratings.rows)
        let k = Double(ratings.columns)
        let grand = Moments.mean(ratings.elements) ?? 0
        let targetMeans = (0..<ratings.rows).map { Moments.mean(ratings.row($0)) ?? 0 }
        let raterMeans = (0..<ratings.columns).map { Moments.mean(ratings.column($0)) ?? 0 }
        var within = 0.0
        var residual = 0.0
        for row in 0..<ratings.rows {
            for column in 0..<ratings.columns {
                let deviation = ratings[row, column] - targetMeans[row]
                within += deviation * deviation
                let left = deviation - raterMeans[column] + grand
                residual += left * left
            }
        }
        return MeanSquares(
            targets: k * Moments.sumOfSquares(targetMeans, grand) / (n - 1),
            within: within / (n * (k - 1)),
            raters: n * Moments.sumOfSquares(raterMeans, grand) / (k - 1),
            residual: residual / ((n - 1) * (k - 1)))
    }
}

/// The mean squares with the shape of the ratings: all that an estimate needs.
private struct Design {
    let squares: IntraclassCorrelation.MeanSquares
    let n: Double
    let k: Double
    /// The probability below the upper bound of an interval.
    let probability: Double

    func estimate(_ form: IntraclassCorrelation.Form) -> IntraclassCorrelation.Estimate? {
        let coefficient = coefficient(form)
        guard coefficient.isFinite else { return nil }
        let oneWay = form == .icc1 || form == .icc1k
        let f = squares.targets / (oneWay ? squares.within : squares.residual)
        let above = n - 1
        let below = oneWay ? n * (k - 1) : (n - 1) * (k - 1)
        let bounds = f.isFinite ? bounds(form, f, above, below) : nil
        return IntraclassCorrelation.Estimate(
            coefficient: coefficient, f: f, numeratorDegrees: Int(above), denominatorDegrees: Int(below),
            pValue: FDistribution.upperTail(f, above, below),
            interval: bounds.flatMap { low, high in
                low.isFinite && high.isFinite && low <= high ? low...high : nil
            })
    }

    private func coefficient(_ form: IntraclassCorrelation.Form) -> Double {
        let (targets, within, raters, residual) =
            (squares.targets, squares.within, squares.raters, squares.residual)
        return switch form {
        case .icc1: (targets - within) / (targets + (k - 1) * within)
        case .icc2: (targets - residual) / (targets + (k - 1) * residual + k * (raters - residual) / n)
        case .icc3: (targets - residual) / (targets + (k - 1) * residual)
        case .icc1k: (targets - within) / targets
        case .icc2k: (targets - residual) / (targets + (raters - residual) / n)
        case .icc3k: (targets - residual) / targets
        }
    }

    private func bounds(
        _ form: IntraclassCorrelation.Form, _ f: Double, _ above: Double, _ below: Double
    ) -> (Double, Double)? {
        switch form {
        case .icc2: return agreementBounds()
        case .icc2k:
            guard let (low, high) = agreementBounds() else { return nil }
            return (low * k / (1 + low * (k - 1)), high * k / (1 + high * (k - 1)))
        case .icc1, .icc3, .icc1k, .icc3k:
            guard let lowerQuantile = FDistribution.quantile(probability, above, below),
                let upperQuantile = FDistribution.quantile(probability, below, above)
            else { return nil }
            let low = f / lowerQuantile
            let high = f * upperQuantile
            return form == .icc1 || form == .icc3
                ? ((low - 1) / (low + k - 1), (high - 1) / (high + k - 1)) : (1 - 1 / low, 1 - 1 / high)
        }
    }

    /// The interval of ICC(2,1), with Satterthwaite's degrees of freedom.
    private func agreementBounds() -> (Double, Double)? {
        let (targets, raters, residual) = (squares.targets, squares.raters, squares.residual)
        let icc = coefficient(.icc2)
        let ratio = raters / residual
        let base = n * (1 + (k - 1) * icc) - k * icc
        let sum = k * icc * ratio + base
        let degrees =
            (n - 1) * (k - 1) * sum * sum
            / ((n - 1) * k * k * icc * icc * ratio * ratio + base * base)
        guard degrees.isFinite, let first = FDistribution.quantile(probability, n - 1, degrees),
            let second = FDistribution.quantile(probability, degrees, n - 1)
        else { return nil }
        let error = k * raters + (k * n - k - n) * residual
        return (
            n * (targets - first * residual) / (first * error + n * targets),
            n * (second * targets - residual) / (error + n * second * targets)
        )
    }
}
