import AssessmentStatistics
import Testing

@Suite("Moments")
struct MomentsTests {
    static let values = [2.5, 3.1, 4.7, 4.7, 5.9, 8.2, 12.4, 3.1]

    @Test("Means and spreads agree with numpy and scipy")
    func centreAndSpread() {
        // numpy.mean, numpy.var(ddof=1), numpy.var, scipy.stats.variation(ddof=1), gmean, hmean
        #expect(agree(Moments.mean(Self.values), 5.575, within: 1e-15))
        #expect(agree(Moments.variance(Self.values), 10.973571428571429, within: 1e-15))
        #expect(agree(Moments.variance(Self.values, .population), 9.601875, within: 1e-15))
        #expect(agree(Moments.standardDeviation(Self.values), 10.973571428571429.squareRoot(), within: 1e-15))
        #expect(agree(Moments.coefficientOfVariation(Self.values), 0.5941951815751456, within: 1e-15))
        #expect(agree(Moments.geometricMean(Self.values), 4.873807059496451, within: 1e-15))
        #expect(agree(Moments.harmonicMean(Self.values), 4.341264380411393, within: 1e-15))
    }

    @Test(
        "Skewness and kurtosis agree with scipy in each of e1071's types",
        arguments: [
            // scipy.stats.skew and kurtosis; type 2 with bias=False; type 3 from type 1 by ((n − 1)/n)^1.5 and ^2
            (Moments.ShapeType.moments, 1.1565856891527444, 0.23071794703818238),
            (.biasCorrected, 1.4425157957517984, 1.8845076887801824),
            (.sampleVariance, 0.9466509909621178, -0.5264815717988918),
        ])
    func shape(type: Moments.ShapeType, skewness: Double, kurtosis: Double) {
        #expect(agree(Moments.skewness(Self.values, type), skewness, within: 1e-14))
        #expect(agree(Moments.excessKurtosis(Self.values, type), kurtosis, within: 1e-14))
    }

    @Test("What is undefined is nil, not zero")
    func undefined() {
        #expect(Moments.mean([]) == nil)
        #expect(Moments.variance([1]) == nil)
        #expect(Moments.variance([1], .population) == 0)
        #expect(Moments.variance([], .population) == nil)
        #expect(Moments.coefficientOfVariation([-1, 1]) == nil)
        #expect(Moments.geometricMean([1, 0]) == nil)
        #expect(Moments.harmonicMean([1, -1]) == nil)
        #expect(Moments.skewness([1, 2]) == nil)
        #expect(Moments.excessKurtosis([1, 2, 4]) == nil)
        for type in Moments.ShapeType.allCases {
            #expect(Moments.skewness([7, 7, 7, 7, 7], type) == nil)
            #expect(Moments.excessKurtosis([7, 7, 7, 7, 7], type) == nil)
        }
    }

    @Test("Equal values have no spread, whatever rounding does to their mean")
    func constant() {
        let values = [Double](repeating: 0.1, count: 7)
        #expect(Moments.standardDeviation(values) == 0)
        #expect(Moments.skewness(values) == nil)
    }

    @Test(
        "COINr's statistics of the ASEM data", .enabled(if: PublishedTable.isThere),
        arguments: [
            ("asem/01_raw", "stats/stats_raw"), ("asem/06_normalised", "stats/stats_normalised"),
            ("methods/treat_input", "methods/stats_table_treat_input"),
        ])
    func published(data: String, statistics: String) throws {
        let data = try PublishedTable(data)
        let expected = try PublishedTable(statistics)
        let codes = try expected.texts("iCode")
        #expect(codes.count >= 10)
        for (row, code) in codes.enumerated() {
            let values = try data.known(code)
            #expect(try agree(Moments.mean(values), expected.numbers("Mean")[row]), "\(code)")
            #expect(try agree(Moments.standardDeviation(values), expected.numbers("Std")[row]), "\(code)")
            #expect(try agree(Quantiles.median(values), expected.numbers("Median")[row]), "\(code)")
            #expect(try agree(Moments.skewness(values), expected.numbers("Skew")[row]), "\(code)")
            #expect(try agree(Moments.excessKurtosis(values), expected.numbers("Kurt")[row]), "\(code)")
        }
    }

    @Test("COINr's skewness and kurtosis of values with outliers", .enabled(if: PublishedTable.isThere))
    func publishedShape() throws {
        let data = try PublishedTable("methods/treat_input")
        let expected = try PublishedTable("methods/skew_kurt")
        for (row, code) in try expected.texts(expected.heading[0]).enumerated() {
            let values = try data.known(code)
            #expect(try agree(Moments.skewness(values), expected.numbers("skew")[row]), "\(code)")
            #expect(try agree(Moments.excessKurtosis(values), expected.numbers("kurt")[row]), "\(code)")
        }
    }
}
