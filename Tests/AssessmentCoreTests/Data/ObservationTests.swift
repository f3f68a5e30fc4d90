import AssessmentCore
import Testing

@Suite("Observations and register entries")
struct ObservationTests {
    @Test("An observation has a value or a reason, never both")
    func valueOrReason() {
        let measured = Observation(
            variable: "v", unit: "a", period: Sample.period(2020), value: 0, origin: Sample.origin())
        let absent = Observation(
            variable: "v", unit: "a", period: Sample.period(2020), absent: .falsified, origin: Sample.origin())
        #expect(measured.value == 0 && measured.reason == nil)
        #expect(absent.value == nil && absent.reason == .falsified)
    }

    @Test("An entry without limits is always recognised, and its organisation code is checked")
    func entry() throws {
        let day = try #require(CalendarDate("2020-12-31"))
        let entry = RegisterEntry(
            unit: "a", name: "n", organisationCode: "91110000802100433B", origin: Sample.origin())
        #expect(entry.recognition.contains(day))
        #expect(entry.organisationCodeFault == nil)
        #expect(RegisterEntry(unit: "a", name: "n", origin: Sample.origin()).organisationCodeFault == .length(0))
    }
}
