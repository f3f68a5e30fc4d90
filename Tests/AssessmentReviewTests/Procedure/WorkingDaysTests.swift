import AssessmentCore
import AssessmentReview
import Testing

@Suite("Working days")
struct WorkingDaysTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    @Test(
        "A term leaves out weekends",
        arguments: [
            ("2021-03-01", 5, "2021-03-08"), ("2021-03-05", 1, "2021-03-08"), ("2021-03-06", 1, "2021-03-08"),
            ("2021-03-01", 0, "2021-03-01"), ("2020-12-31", 10, "2021-01-14"), ("2020-02-27", 2, "2020-03-02"),
        ])
    func weekends(start: String, days: Int, end: String) throws {
        #expect(WorkingDays().end(ofTerm: days, from: try day(start)) == (try day(end)))
    }

    /// Spring Festival 2021 (国办发明电〔2020〕27号): closed 11 to 17 February, worked on Sunday 7 and Saturday 20.
    @Test("Holidays are left out, and weekends worked in their place count")
    func springFestival() throws {
        let calendar = WorkingDays(
            holidays: Set(try (11...17).map { try day("2021-02-\($0)") }),
            workedWeekends: [try day("2021-02-07"), try day("2021-02-20")])
        #expect(calendar.end(ofTerm: 5, from: try day("2021-02-05")) == (try day("2021-02-18")))
        #expect(calendar.end(ofTerm: 7, from: try day("2021-02-05")) == (try day("2021-02-20")))
    }

    /// The same days: a term that ends on Wednesday 10 February, the last day before the festival.
    @Test(
        "Lateness is told in working days, of which a day of rest is none",
        arguments: [
            ("2021-02-09", 0), ("2021-02-10", 0), ("2021-02-11", 1), ("2021-02-18", 1), ("2021-02-19", 2),
            ("2021-02-20", 3), ("2021-02-21", 4), ("2021-02-22", 4),
        ])
    func lateness(of text: String, days: Int) throws {
        let calendar = WorkingDays(
            holidays: Set(try (11...17).map { try day("2021-02-\($0)") }), workedWeekends: [try day("2021-02-20")])
        #expect(calendar.days(of: try day(text), after: try day("2021-02-10")) == days)
    }

    @Test("A term that the calendar does not hold has no end")
    func endOfTheCalendar() throws {
        #expect(WorkingDays().end(ofTerm: 1, from: try day("9999-12-31")) == nil)
    }
}
