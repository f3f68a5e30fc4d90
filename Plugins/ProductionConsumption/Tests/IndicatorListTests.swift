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

    @Test("The README's table has the name and unit of every indicator, in order")
    func readmeTable() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let lines = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
        let expected = ProductionConsumption().indicators.map(\.description)
            .map { "| `\($0.id)` | \($0.name.zh) | \($0.name.en) | \($0.unitOfMeasure.symbol.en) | " }
        #expect(lines.count == expected.count)
        for (line, row) in zip(lines, expected) { #expect(line.hasPrefix(row), "\(line)") }
    }
}
