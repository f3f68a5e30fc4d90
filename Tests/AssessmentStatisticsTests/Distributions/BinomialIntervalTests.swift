import AssessmentStatistics
import Testing

@Suite("Exact intervals of a share")
struct BinomialIntervalTests {
    @Test(
        "Ends as SciPy 1.x gives them by beta.ppf",
        arguments: [
            (0, 20, 0.95, 0.0, 0.1684334709830853), (1, 20, 0.95, 0.0012650894979498047, 0.24873276277202777),
            (5, 50, 0.95, 0.033275093589022475, 0.21813536643420225), (50, 50, 0.95, 0.9288782635358024, 1.0),
            (7, 80, 0.9, 0.0417885059869719, 0.1580720382083767),
            (3, 1000, 0.99, 0.00033814452906649344, 0.01093377742040524),
        ])
    func scipy(cases: Int, draws: Int, confidence: Double, lower: Double, upper: Double) throws {
        let interval = try #require(BinomialInterval.exact(cases: cases, of: draws, confidence: confidence))
        #expect(abs(interval.lowerBound - lower) < 1e-10)
        #expect(abs(interval.upperBound - upper) < 1e-10)
    }

    @Test("Without draws, or with more cases than draws, there is none")
    func none() {
        #expect(BinomialInterval.exact(cases: 0, of: 0) == nil)
        #expect(BinomialInterval.exact(cases: 3, of: 2) == nil)
        #expect(BinomialInterval.exact(cases: 1, of: 2, confidence: 1) == nil)
    }
}
