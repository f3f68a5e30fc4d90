import AssessmentCore
import Testing

@Suite("Periods and validities")
struct PeriodTests {
    @Test("A period is four digits and ends on the last of December")
    func reading() {
        #expect(Period("2020") == Period(year: 2020))
        #expect(Period("2020")?.description == "2020")
        #expect(Period("2020")?.lastDay == CalendarDate("2020-12-31"))
        #expect(Period(year: 2019) < Period(year: 2020))
    }

    @Test("Anything else is no period", arguments: ["20", "02020", "2020 ", "-020", "0000", "2020-01", "二〇二〇", ""])
    func refused(text: String) {
        #expect(Period(text) == nil)
    }

    @Test("A validity holds its first day and no longer the day on which it ended")
    func validity() throws {
        let validity = Validity(from: CalendarDate("2020-07-06"), until: CalendarDate("2021-01-01"))
        let days = ["2020-07-05", "2020-07-06", "2020-12-31", "2021-01-01"]
        #expect(try days.map { validity.contains(try #require(CalendarDate($0))) } == [false, true, true, false])
    }

    @Test("A validity without ends always holds")
    func unlimited() throws {
        for text in ["0001-01-01", "9999-12-31"] {
            #expect(Validity().contains(try #require(CalendarDate(text))))
        }
    }
}
