import AssessmentCore
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
    @Test(
        "A date is read and written back as it was",
        arguments: ["2020-12-31", "2020-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2018-05-10"])
    func roundTrip(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(
        "What is no day of the calendar, or is written otherwise, is refused",
        arguments: [
            "2019-02-29", "1900-02-29", "2020-04-31", "2020-13-01", "2020-00-10", "2020-01-00", "0000-01-01",
            "2020-1-01", "20-01-01", "2020/01/01", "2020-01-01 ", "+020-01-01", "2020-01", "", "２０２０-01-01",
            "2020-01-01-01",
        ])
    func refused(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test("The days of a leap cycle of 400 years number 146 097, as the Gregorian calendar has it")
    func leapCycle() {
        var count = 0
        for year in 1601...2000 {
            for month in 1...12 {
                for day in 1...31 where CalendarDate(year: year, month: month, day: day) != nil { count += 1 }
            }
        }
        #expect(count == 146_097)
    }

    @Test("Years go before months and months before days")
    func order() {
        var generator = SplitMix64(seed: 1)
        let texts = ["2019-12-31", "2020-01-30", "2020-02-01", "2020-02-02", "2021-01-01"]
        let dates = texts.compactMap { CalendarDate($0) }
        #expect(dates.shuffled(using: &generator).sorted().map(\.description) == texts)
        #expect(dates.count == texts.count)
    }

    /// The dates are those of ISO 8601 and of well-known days.
    @Test(
        "Days of the week and distances follow the calendar",
        arguments: [
            ("2018-02-12", 1), ("2000-02-29", 2), ("1970-01-01", 4), ("2020-12-31", 4), ("1900-03-01", 4),
            ("9999-12-31", 5), ("0001-01-01", 1),
        ])
    func weekdays(text: String, weekday: Int) throws {
        #expect(try #require(CalendarDate(text)).weekday == weekday)
    }

    @Test("Each day follows upon the one before, and the last one upon nothing")
    func nextDays() throws {
        var day = try #require(CalendarDate("1999-12-31"))
        let start = day
        for count in 1...1_500 {
            let next = try #require(day.next)
            #expect(day < next && start.days(until: next) == count)
            #expect(next.weekday == day.weekday % 7 + 1)
            day = next
        }
        #expect(day.description == "2004-02-08")
        #expect(try #require(CalendarDate("9999-12-31")).next == nil)
    }
}
