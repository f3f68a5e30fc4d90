import AssessmentCore
import Foundation
import Testing

@testable import ConsumptionFoundation

@Suite("The list of indicators")
struct PluginListTests {
    @Test("Every file in Sources/Indicators has a line in the list")
    func everyFileIsListed() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Indicators")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".swift") }
        #expect(files.count == ConsumptionFoundation().indicators.count)
    }

    @Test("Indicators stand in the order of the statements that they measure")
    func policyOrder() throws {
        let plugin = ConsumptionFoundation()
        let order = plugin.statements.map(\.id)
        let places = try plugin.indicators.map { indicator in
            try #require(indicator.description.statements.last.flatMap { order.firstIndex(of: $0) })
        }
        #expect(places == places.sorted())
    }

    @Test("A variable that several indicators read is the same everywhere")
    func sharedVariables() {
        var known: [String: Variable] = [:]
        for variable in ConsumptionFoundation().indicators.flatMap(\.description.variables) {
            #expect(known[variable.id, default: variable] == variable)
            known[variable.id] = variable
        }
    }
}
