import AssessmentCore
import Foundation
import ProductionConsumption
import Testing

@Suite("The list of indicators")
struct IndicatorListTests {
    @Test("Every file under Indicators has a line in the list")
    func everyFileIsListed() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Indicators")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        #expect(ProductionConsumption().indicators.count == files.count)
    }

    @Test("Indicators follow the order of the statements")
    func policyOrder() {
        let plugin = ProductionConsumption()
        let places = plugin.indicators.map { indicator in
            indicator.description.statements.compactMap { id in plugin.statements.firstIndex { $0.id == id } }.max()
        }
        #expect(places.allSatisfy { $0 != nil })
        #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    }
}
