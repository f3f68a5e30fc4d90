import AssessmentCore
import AssessmentTesting
import ConsumptionFoundation
import LifeConsumption
import NewProductConsumption
import ProductionConsumption
import PublicServiceConsumption
import Testing

/// The rules of every plug-in, on each of this package.
@Suite("Every domain plug-in keeps the rules")
struct PluginConformanceTests {
    static let plugins: [any DomainPlugin] = [
        LifeConsumption(), ProductionConsumption(), PublicServiceConsumption(), NewProductConsumption(),
        ConsumptionFoundation(),
    ]

    @Test("Descriptions are complete in both languages and every statement is measured", arguments: 0..<plugins.count)
    func descriptions(index: Int) {
        #expect(PluginConformance.descriptionFindings(Self.plugins[index]) == [])
    }

    @Test("Worked examples hold", arguments: 0..<plugins.count)
    func examples(index: Int) async {
        #expect(await PluginConformance.exampleFindings(Self.plugins[index]) == [])
    }

    @Test("Every declared variable and register matters in an example", arguments: 0..<plugins.count)
    func dependencies(index: Int) async {
        #expect(await PluginConformance.dependencyFindings(Self.plugins[index]) == [])
    }

    @Test("The order of units and a second call change nothing", arguments: 0..<plugins.count)
    func order(index: Int) async {
        #expect(await PluginConformance.orderFindings(Self.plugins[index]) == [])
    }
}
