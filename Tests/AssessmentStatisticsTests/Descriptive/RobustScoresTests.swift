import AssessmentStatistics
import Testing

@Suite("Robust z-scores")
struct RobustScoresTests {
    @Test("The score is the distance from the median over 1.4826 times the median absolute deviation")
    func scores() throws {
        // Median 2, deviations 2, 1, 0, 1, 8, of which the median is 1.
        let found = try #require(RobustScores.scores([0, 1, 2, 3, 10]))
        for (score, expected) in zip(found, [-2, -1, 0, 1, 8]) {
            #expect(agree(score, Double(expected) / 1.4826))
        }
    }

    @Test("Where more than half are the same the mean absolute deviation is the spread")
    func same() throws {
        // Deviations 0, 0, 0, 0, −21: their mean size is 4.2, and −21 / (1.2533 × 4.2) = −3.98942 (numpy).
        let found = try #require(RobustScores.scores([1, 1, 1, 1, -20]))
        #expect(found[0] == 0)
        #expect(agree(found[4], -3.989422804014327))
        #expect(RobustScores.scores([0.1 + 0.2, 0.3, 0.3]) == [0, 0, 0])
    }

    @Test("Of two values none is the odd one")
    func few() {
        #expect(RobustScores.scores([1, 100]) == nil)
        #expect(RobustScores.scores([]) == nil)
    }
}
