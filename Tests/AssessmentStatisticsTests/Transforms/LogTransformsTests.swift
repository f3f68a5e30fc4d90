import AssessmentStatistics
import Testing

@Suite("Logarithms against skewness")
struct LogTransformsTests {
    @Test("The least value goes to the logarithm of the offset, and order is kept")
    func offsets() throws {
        let values = [3.0, 1, 101]
        #expect(LogTransforms.rangeOffset(values)?[1] == 0)
        #expect(LogTransforms.unitOffset(values)?[1] == 0)
        #expect(LogTransforms.reflectedRangeOffset(values)?[2] == 0)
        for found in [
            LogTransforms.rangeOffset(values), LogTransforms.unitOffset(values),
            LogTransforms.reflectedRangeOffset(values),
        ] {
            #expect(try Ranks.ranks(of: #require(found)) == Ranks.ranks(of: values))
        }
    }

    @Test("Values that do not vary have no range to offset")
    func undefined() {
        #expect(LogTransforms.rangeOffset([2, 2]) == nil)
        #expect(LogTransforms.reflectedRangeOffset([2, 2]) == nil)
        #expect(LogTransforms.unitOffset([2, 2]) == [0, 0])
        #expect(LogTransforms.unitOffset([]) == nil)
    }
}
