import AssessmentCore
import Testing

@Suite("The completion of a task as an indicator")
struct TaskCompletionTests {
    private let origin = Origin(file: "p.csv", row: 2, column: "done")

    @Test("It is the latest quantity of the period in per cent, for lead units only, up to the review date")
    func completion() throws {
        func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }
        func unit(_ code: String, _ level: String) -> AssessedUnit {
            AssessedUnit(code: code, name: BilingualText(same: code), level: level)
        }
        let units = [unit("a", "city"), unit("b", "city"), unit("z", "city"), unit("c", "county")]
        let task = ReviewTask(
            id: "wifi", name: BilingualText(same: "W"),
            lead: [.init(.level("city"), position: SourcePosition(file: "f", line: 1, column: 1))],
            start: try day("2019-01-01"), deadline: try day("2020-12-31"),
            quantity: NumberTable(lines: [.init(value: 200), .init(unit: "z", value: 0)]), plan: .linear,
            position: SourcePosition(file: "f", line: 1, column: 1))
        let progress = try [
            ("a", "2020-06-30", 120.0), ("a", "2019-06-30", 50), ("a", "2020-11-30", 180), ("a", "2020-12-15", 200),
        ].map { body, date, done in
            ProgressEntry(
                task: "wifi", body: body, date: try day(date), done: done, evidence: "e", reportedBy: "r",
                origin: origin)
        }
        let indicator = TaskCompletion(id: "wifi", task, asOf: try day("2020-11-30"))
        let panel = Panel(units: units, periods: [2018, 2019, 2020].map { Period(year: $0) })
        let measurement = indicator.measure(
            MeasurementData(
                panel: panel, units: UnitTable(units),
                registers: ["task.wifi": TaskCompletion.entries(of: task, in: progress)]))
        let column = measurement.column
        // 50 of 200 at the end of 2019; 180 of 200 on the review date, before the last entry.
        #expect(column[4] == 25 && column[8] == 90)
        #expect(column.reasons[0] == .notApplicable)  // 2018, before the task begins
        #expect(column.reasons[5] == .notSubmitted && column.reasons[9] == .notSubmitted)
        #expect(column.reasons[6] == .zeroTarget)
        for row in [3, 7, 11] { #expect(column.reasons[row] == .notAssessedAtLevel) }
        #expect(
            measurement.evidence.references(row: 8, panel: panel)
                == [0, 1, 2].map { .registerEntry(register: "task.wifi", position: $0) })
    }
}
