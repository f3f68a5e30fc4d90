import AssessmentCore
import Testing

@Suite("How several ratings become one")
struct RatingCombinationTests {
    /// Sorted: 2, 60, 64, 68, 71, 77, 79, 83, 88, 95.
    private static let ratings: [Double] = [2, 95, 71, 64, 88, 60, 77, 83, 79, 68]

    @Test(
        "The trimmed mean is that of scipy.stats.trim_mean",
        arguments: [(0, 68.7), (0.1, 73.75), (0.15, 73.75), (0.25, 73.66666666666667), (0.29, 73.66666666666667)])
    func trimmed(share: Double, expected: Double) throws {
        let found = try #require(RatingCombination.trimmedShare(share).combine(Self.ratings))
        #expect(abs(found - expected) < 1e-12)
    }

    @Test("So many of each end are cut as the share gives in decimals, not in binary fractions")
    func cut() {
        #expect(RatingCombination.trimmedShare(0.29).cut(of: 100) == 29)
        #expect(RatingCombination.trimmedShare(0.1).cut(of: 9) == 0)
        #expect(RatingCombination.trimmedShare(0.1).cut(of: 19) == 1)
        #expect(RatingCombination.trimmedShare(0.3).cut(of: 10) == 3)
    }

    @Test("The median of an even count is the mean of the two in the middle")
    func median() {
        #expect(RatingCombination.median.combine([4, 1, 3]) == 3)
        #expect(RatingCombination.median.combine(Self.ratings) == 74)
        #expect(RatingCombination.median.combine([]) == nil)
    }

    @Test("The highest and the lowest are dropped; where none is left there is no result")
    func dropped() {
        #expect(RatingCombination.trimmedEach(1).combine([90, 20, 80, 70]) == 75)
        #expect(RatingCombination.trimmedEach(1).combine([90, 20]) == nil)
        #expect(RatingCombination.mean.combine([]) == nil)
    }

    @Test("A scale is a straight line, also where 1 is the best")
    func scales() {
        #expect(RatingScale(from: 1, to: 5).points(4) == 75)
        #expect(RatingScale(from: 5, to: 1).points(2) == 75)
        #expect(RatingScale(from: 5, to: 1).contains(3) && !RatingScale(from: 5, to: 1).contains(5.1))
    }
}
