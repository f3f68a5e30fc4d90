import AssessmentStatistics
import Testing

@Suite("Least squares line")
struct LeastSquaresLineTests {
    @Test("Slope, intercept and test agree with scipy's linregress")
    func line() throws {
        // scipy.stats.linregress(x, y): slope, intercept, rvalue², stderr, pvalue
        let found = try #require(LeastSquaresLine(x: CorrelationTests.x + [.nan], y: CorrelationTests.y + [1]))
        #expect(agree(found.slope, 0.40148408513962114, within: 1e-14))
        #expect(agree(found.intercept, 1.111726225346612, within: 1e-14))
        #expect(agree(found.determination, 0.5695386009984321, within: 1e-14))
        #expect(agree(found.slopeStandardError, 0.14249454326598956, within: 1e-14))
        #expect(agreeRelatively(found.pValue, 0.03045252372645982))
        #expect(found.count == 8)
        #expect(agree(found.value(at: 10), 1.111726225346612 + 4.0148408513962114, within: 1e-14))
    }

    @Test("A line needs two points that differ in x; a level line explains nothing")
    func undefined() {
        #expect(LeastSquaresLine(x: [2020, 2020], y: [1, 2]) == nil)
        #expect(LeastSquaresLine(x: [2020], y: [1]) == nil)
        let two = LeastSquaresLine(x: [2020, 2022], y: [1, 2])
        #expect(two?.slope == 0.5)
        #expect(two?.pValue == nil)
        let level = LeastSquaresLine(x: [1, 2, 3], y: [4, 4, 4])
        #expect(level?.slope == 0)
        #expect(level?.determination == nil)
    }
}
