import AssessmentArchive
import Testing

@Suite("Moments")
struct TimestampTests {
    @Test("A moment of the calendar in Coordinated Universal Time is read")
    func read() throws {
        let earlier = try #require(Timestamp("2020-02-29T23:59:59Z"))
        let later = try #require(Timestamp("2021-03-01T00:00:00Z"))
        #expect(earlier.description == "2020-02-29T23:59:59Z")
        #expect(earlier < later)
    }

    @Test(
        "Nothing else is",
        arguments: [
            "", "2021-02-29T00:00:00Z", "2020-01-01T24:00:00Z", "2020-01-01T00:60:00Z", "2020-01-01T00:00:60Z",
            "2020-01-01 00:00:00Z", "2020-01-01T00:00:00", "2020-01-01T00:00:00+08:00", "2020-1-1T00:00:00Z",
            "２020-01-01T00:00:00Z",
        ])
    func refused(text: String) {
        #expect(Timestamp(text) == nil)
    }
}
