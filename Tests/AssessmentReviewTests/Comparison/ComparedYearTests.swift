import AssessmentCore
import Testing

@testable import AssessmentReview

@Suite("Data of another year")
struct ComparedYearTests {
    @Test("Ratings, reported progress and decisions move with the figures, so that they count as data of their unit")
    func shifted() throws {
        let origin = Origin(file: "f.csv", row: 2, column: "value")
        let day = try #require(CalendarDate("2019-06-30"))
        let year = Period(year: 2019)
        let data = CollectedData(
            units: UnitTable([]),
            decisions: [
                AdjustmentDecision(
                    adjustment: "award", unit: "u1", node: "total", period: year, value: 1, reason: "r", authority: "a",
                    evidence: "e", date: day, decidedBy: "d", origin: origin)
            ],
            progress: [
                ProgressEntry(
                    task: "t", body: "u1", date: day, done: 3, evidence: "e", reportedBy: "r", origin: origin)
            ],
            ratings: [Rating(item: "i", unit: "u1", period: year, source: "s", assessor: "a", score: 1, origin: origin)]
        ).shifted(byYears: 1)
        #expect(data.ratings.map(\.period.year) == [2020])
        #expect(data.progress.map(\.date) == [CalendarDate("2020-06-30")])
        #expect(data.decisions.map(\.period.year) == [2020])
    }
}
