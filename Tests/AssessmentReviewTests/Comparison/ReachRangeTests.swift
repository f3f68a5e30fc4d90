import AssessmentCore
import Testing

@testable import AssessmentReview

@Suite("The values that an indicator can take")
struct ReachRangeTests {
    private func range(_ values: [Double], _ unit: UnitOfMeasure, isRated: Bool = false) -> ReachSearch.Range {
        var column = Column(count: values.count, absent: .notCollected)
        for (row, value) in values.enumerated() { column.measure(value, at: row) }
        return ReachSearch.Range(column, unit, isRated: isRated)
    }

    @Test("Ratings and shares end at 0 and 100, whatever the decimals; points of another kind do not")
    func bounds() {
        let share = UnitOfMeasure(BilingualText(same: "%"), decimals: 1)
        for range in [range([88, 91], .points, isRated: true), range([88, 91], share), range([88, 91], .percent)] {
            #expect(range.least == 0 && range.most == 100 && range.isPossible)
        }
        let points = range([88, 91], .points)
        #expect(points.most > 100 && !points.isPossible)
    }

    @Test("A percentage that some unit has above 100 or below 0 is no share; a count stays at 0 or above")
    func open() {
        #expect(!range([-3, 91], .percent).isPossible && !range([3, 120], .percent).isPossible)
        #expect(range([-3, 91], .percent).least < 0)
        #expect(range([3, 9], .count).least == 0 && !range([3, 9], .count).isPossible)
    }
}
