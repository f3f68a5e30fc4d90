import AssessmentCore
import Testing

@Suite("Diagnostics")
struct DiagnosticTests {
    private let position = SourcePosition(file: "assessment.yml", line: 12, column: 5)

    @Test("A diagnostic is one line of place, problem, expectation and suggestion")
    func text() {
        #expect(
            Diagnostic(at: position, "unknown key ‘wieght’").description == "assessment.yml:12:5: unknown key ‘wieght’")
        #expect(
            Diagnostic(at: position, "unknown key ‘wieght’", expected: "one of id, weight", suggestion: "weight")
                .description
                == "assessment.yml:12:5: unknown key ‘wieght’; expected one of id, weight; did you mean ‘weight’?")
    }

    @Test("A list is a line for each")
    func list() {
        let list = DiagnosticList([Diagnostic(at: position, "one"), Diagnostic(at: position, "two")])
        #expect(list.description == "assessment.yml:12:5: one\nassessment.yml:12:5: two")
    }

    @Test(
        "The nearest candidate is named where it is near enough to be meant",
        arguments: [
            ("wieght", "weight"), ("weight", "weight"), ("WEIGHT", "weight"), ("weigh", "weight"),
            ("aggregat", "aggregate"),
            ("agregate", "aggregate"), ("completely else", nil), ("x", nil), ("id", "id"), ("ix", "id"), ("", nil),
            ("目标", "目标值"),
        ] as [(String, String?)])
    func nearest(written: String, expected: String?) {
        #expect(nearestMatch(to: written, among: ["id", "weight", "aggregate", "目标值"]) == expected)
    }

    @Test("Of two that are equally near the first is named")
    func tie() {
        #expect(nearestMatch(to: "cat", among: ["bat", "hat"]) == "bat")
        #expect(nearestMatch(to: "cat", among: [] as [String]) == nil)
    }
}
