/// Cronbach's alpha of a group of items, and how each item goes with the rest.
///
/// Source: L. J. Cronbach (1951), Coefficient alpha and the internal structure of tests, Psychometrika 16, 297–334;
/// OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 4.
public struct Reliability: Equatable, Sendable {
    /// One item against the others.
    public struct ItemTotal: Equatable, Sendable {
        /// The correlation with the sum of the other items, on the units complete in all items; `nil` where undefined.
        public let correlationWithRest: Double?
        /// The raw alpha of the other items; `nil` where fewer than two remain or it is undefined.
        public let alphaWithout: Double?
    }

    /// Raw alpha: k / (k − 1) × (1 − Σ variances / Σ covariances and variances).
    public let raw: Double
    /// Standardised alpha: k r̄ / (1 + (k − 1) r̄), with r̄ the mean correlation; `nil` where an item does not vary.
    public let standardised: Double?
    /// Each item in its order.
    public let items: [ItemTotal]

    /// Computes it from two items or more.
    ///
    /// `items` holds one list an item, all of one length, not-a-number where a value is missing. Covariances use the
    /// pairs that are complete, as R's `cov(use = "pairwise.complete.obs")` and COINr. `nil` where lists differ in
    /// length, a covariance is undefined or all covariances sum to zero.
    public init?(_ items: [[Double]]) {
        guard let covariances = Self.covariances(items), let raw = Self.alpha(covariances) else { return nil }
        self.raw = raw
        self.standardised = Self.standardised(items)
        let complete = (items.first ?? []).indices.filter { unit in items.allSatisfy { !$0[unit].isNaN } }
        self.items = items.indices.map { item in
            let others = items.indices.filter { $0 != item }
            let rest = complete.map { unit in Moments.sum(others.map { items[$0][unit] }) }
            return ItemTotal(
                correlationWithRest: Correlation.pearson(complete.map { items[item][$0] }, rest)?.coefficient,
                alphaWithout: Self.alpha(others.map { row in others.map { covariances[row][$0] } }))
        }
    }

    private static func alpha(_ covariances: [[Double]]) -> Double? {
        let count = Double(covariances.count)
        guard count >= 2 else { return nil }
        let own = Moments.sum(covariances.indices.map { covariances[$0][$0] })
        let total = Moments.sum(covariances.flatMap(\.self))
        let alpha = count / (count - 1) * (1 - own / total)
        return alpha.isFinite ? alpha : nil
    }

    private static func standardised(_ items: [[Double]]) -> Double? {
        var coefficients: [Double] = []
        for row in items.indices {
            for column in 0..<row {
                guard let result = Correlation.pearson(items[row], items[column]) else { return nil }
                coefficients.append(result.coefficient)
            }
        }
        guard let mean = Moments.mean(coefficients) else { return nil }
        let count = Double(items.count)
        let alpha = count * mean / (1 + (count - 1) * mean)
        return alpha.isFinite ? alpha : nil
    }

    private static func covariances(_ items: [[Double]]) -> [[Double]]? {
        var result = items.map { _ in [Double](repeating: 0, count: items.count) }
        for row in items.indices {
            for column in 0...row {
                guard let (x, y) = Correlation.completePairs(items[row], items[column]),
                    let meanX = Moments.mean(x), let meanY = Moments.mean(y)
                else { return nil }
                let covariance = Correlation.crossProducts(x, meanX, y, meanY) / Double(x.count - 1)
                result[row][column] = covariance
                result[column][row] = covariance
            }
        }
        return result
    }
}
