import AssessmentStatistics
import Testing

@Suite("Quantiles")
struct QuantilesTests {
    static let values = MomentsTests.values
    static let probabilities = [0, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1]

    @Test(
        "Types 6 and 7 agree with numpy",
        arguments: [
            // numpy.quantile(values, p, method="linear") and method="weibull"
            (Quantiles.Rule.type7, [2.5, 2.71, 2.92, 3.1, 4.7, 6.475, 9.459999999999999, 12.106, 12.4]),
            (.type6, [2.5, 2.5, 2.5, 3.1, 4.7, 7.625, 12.4, 12.4, 12.4]),
        ])
    func types(rule: Quantiles.Rule, expected: [Double]) throws {
        let found = try #require(Quantiles.quantiles(Self.values, at: Self.probabilities, rule))
        for (value, wanted) in zip(found, expected) { #expect(agree(value, wanted, within: 1e-14)) }
        for (probability, wanted) in zip(Self.probabilities, expected) {
            #expect(agree(Quantiles.quantile(Self.values, at: probability, rule), wanted, within: 1e-14))
        }
    }

    @Test("Quartiles, their range, the median and the median absolute deviation")
    func spread() throws {
        let quartiles = try #require(Quantiles.quartiles(Self.values))
        #expect(quartiles.lower == 3.1)
        #expect(quartiles.median == 4.7)
        #expect(agree(quartiles.upper, 6.475, within: 1e-14))
        #expect(agree(Quantiles.interquartileRange(Self.values), 3.375, within: 1e-14))
        #expect(Quantiles.median([3, 1, 2]) == 2)
        #expect(Quantiles.median([4, 1, 3, 2]) == 2.5)
        // scipy.stats.median_abs_deviation(values) = 1.6
        #expect(agree(Quantiles.medianAbsoluteDeviation(Self.values, constant: 1), 1.6, within: 1e-14))
        #expect(agree(Quantiles.medianAbsoluteDeviation(Self.values), 1.6 * 1.4826, within: 1e-14))
    }

    @Test("One value is every quantile; none has any")
    func few() {
        #expect(Quantiles.quartiles([3])?.lower == 3)
        #expect(Quantiles.quantile([3], at: 0.9, .type6) == 3)
        #expect(Quantiles.median([]) == nil)
        #expect(Quantiles.quartiles([]) == nil)
        #expect(Quantiles.quantile([1, 2], at: 1.1) == nil)
        #expect(Quantiles.quantile([1, 2], at: .nan) == nil)
        #expect(Quantiles.medianAbsoluteDeviation([]) == nil)
    }
}
