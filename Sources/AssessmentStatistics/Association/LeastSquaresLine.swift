/// The straight line y = intercept + slope × x of least squares.
public struct LeastSquaresLine: Equatable, Sendable {
    /// The change in y for one unit of x.
    public let slope: Double
    /// The value of y at x = 0.
    public let intercept: Double
    /// The share of the variance of y that the line explains; `nil` where y does not vary.
    public let determination: Double?
    /// The standard error of the slope; `nil` for two points.
    public let slopeStandardError: Double?
    /// The two-sided probability, by Student's t on n − 2 degrees of freedom, of a slope as far from zero; `nil` for two
    /// points or where y does not vary.
    public let pValue: Double?
    /// The number of points.
    public let count: Int

    /// Fits the line to complete pairs; a not-a-number marks a missing value.
    ///
    /// `nil` where the lists differ in length, fewer than two pairs remain or x does not vary.
    public init?(x: [Double], y: [Double]) {
        guard let (x, y) = Correlation.completePairs(x, y), !Moments.isConstant(x),
            let meanX = Moments.mean(x), let meanY = Moments.mean(y)
        else { return nil }
        let squares = Moments.sumOfSquares(x, meanX)
        let slope = Correlation.crossProducts(x, meanX, y, meanY) / squares
        let intercept = meanY - slope * meanX
        guard slope.isFinite, intercept.isFinite else { return nil }
        self.slope = slope
        self.intercept = intercept
        count = x.count
        let correlation = Correlation.pearson(x, y)
        determination = correlation.map { $0.coefficient * $0.coefficient }
        if x.count > 2 {
            let residual = zip(x, y).reduce(0.0) { total, point in
                let deviation = (point.1 - meanY) - slope * (point.0 - meanX)
                return total + deviation * deviation
            }
            slopeStandardError = (residual / Double(x.count - 2) / squares).squareRoot()
            pValue = correlation?.pValue
        } else {
            slopeStandardError = nil
            pValue = nil
        }
    }

    /// The value of the line at x.
    public func value(at x: Double) -> Double {
        intercept + slope * x
    }
}
