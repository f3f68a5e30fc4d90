import AssessmentCore
import AssessmentTesting
import ConsumptionFoundation
import Foundation
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

    @Test("Every rule of the conformance suite", arguments: 0..<plugins.count, ConformanceRule.all)
    func conforms(index: Int, rule: ConformanceRule) async {
        let findings = await rule.findings(in: Self.plugins[index])
        #expect(findings == [])
    }

    @Test("The list has every file of Sources/Indicators, and the README every indicator", arguments: 0..<plugins.count)
    func documentation(index: Int) throws {
        let plugin = Self.plugins[index]
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Plugins/\(plugin.description.id)")
        if ProcessInfo.processInfo.environment["ASSESSMENT_RECORD"] != nil {
            try PluginConformance.recordDocumentation(plugin, folder: folder.path)
        }
        #expect(
            PluginConformance.documentationFindings(plugin, folder: folder.path) == [],
            "ASSESSMENT_RECORD=1 swift test --filter Conformance writes the table of the README anew")
    }

    @Test("Ids of indicators, variables and registers do not clash between plug-ins")
    func catalogue() throws {
        let catalogue = try Catalogue(plugins: Self.plugins, providers: [])
        #expect(catalogue.indicators.count == Self.plugins.map(\.indicators.count).reduce(0, +))
    }

    @Test("Indicators stand in the order of the statements that they measure", arguments: 0..<plugins.count)
    func policyOrder(index: Int) {
        let plugin = Self.plugins[index]
        let order = plugin.statements.map(\.id)
        let places = plugin.indicators.map(\.description.statements).filter { $0.count == 1 }
            .compactMap { order.firstIndex(of: $0[0]) }
        #expect(places == places.sorted())
    }
}
