import AssessmentTesting
import ElderCare
import Testing

/// The rules that every domain plug-in keeps.
@Suite("Smart elder care keeps the rules of plug-ins")
struct ConformanceTests {
    private let plugin = ElderCareConsumption()

    @Test("Descriptions are complete in both languages and every statement is measured")
    func descriptions() {
        #expect(PluginConformance.descriptionFindings(plugin) == [])
    }

    @Test("Worked examples of indicators hold")
    func examples() async {
        let findings = await PluginConformance.exampleFindings(plugin)
        #expect(findings == [])
    }

    @Test("Every declared variable and register matters in an example")
    func dependencies() async {
        let findings = await PluginConformance.dependencyFindings(plugin)
        #expect(findings == [])
    }

    @Test("The order of units and a second call change nothing")
    func order() async {
        let findings = await PluginConformance.orderFindings(plugin)
        #expect(findings == [])
    }
}
