import AssessmentTesting
import ElderCare
import Testing

/// The rules that every domain plug-in keeps.
@Suite("Smart elder care keeps the rules of plug-ins")
struct ConformanceTests {
    @Test("It keeps the rule", arguments: ConformanceRule.all)
    func conforms(to rule: ConformanceRule) async {
        let findings = await rule.findings(in: ElderCareConsumption())
        #expect(findings == [])
    }
}
