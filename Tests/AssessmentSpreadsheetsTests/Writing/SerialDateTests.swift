import AssessmentCore
import AssessmentSpreadsheets
import Testing

/// Expected values as Excel's own documentation and its two date systems give them.
@Suite("Days as workbooks count them")
struct SerialDateTests {
    @Test(
        "A day has the number that spreadsheets show",
        arguments: [
            ("1900-01-01", 1, nil), ("1900-02-28", 59, nil), ("1900-03-01", 61, nil), ("1904-01-01", 1462, 0),
            ("2020-12-31", 44196, 42734), ("2000-02-29", 36585, 35123), ("9999-12-31", 2_958_465, 2_957_003),
        ] as [(String, Int, Int?)])
    func numbers(text: String, in1900: Int, in1904: Int?) throws {
        let date = try #require(CalendarDate(text))
        #expect(SerialDate.number(of: date) == in1900)
        #expect(SerialDate.number(of: date, .from1904) == in1904)
        #expect(SerialDate.date(of: Double(in1900) + 0.75) == date)
        if let in1904 { #expect(SerialDate.date(of: Double(in1904), .from1904) == date) }
    }

    @Test("The day that there was not, and numbers out of range, are no days")
    func none() throws {
        for number in [60, 0, -1, 2_958_466, .infinity, .nan] { #expect(SerialDate.date(of: number) == nil) }
        let early = try #require(CalendarDate("1899-12-31"))
        #expect(SerialDate.number(of: early) == nil && SerialDate.number(of: early, .from1904) == nil)
    }

    @Test("Every day has one number, each one more than the day before")
    func all() throws {
        for number in 61..<100_000 {
            let date = try #require(SerialDate.date(of: Double(number)))
            #expect(SerialDate.number(of: date) == number)
        }
    }
}
