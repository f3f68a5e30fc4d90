import AssessmentCore
import Foundation
import NewProductConsumption
import Testing

@Suite("The list of indicators")
struct IndicatorListTests {
    let plugin = NewProductConsumption()

    @Test("Every category has an indicator that measures its statement")
    func everyCategoryIsListed() {
        for category in ProductCategory.allCases {
            let indicator = plugin.indicators.first { $0.description.id == "product.\(category.rawValue)" }
            #expect(indicator?.description.statements == [category.statement], "\(category)")
        }
    }

    @Test("Every other file under Indicators has a line in the list")
    func everyFileIsListed() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/Indicators")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") && $0 != "CategoryProducts.swift" }
        #expect(plugin.indicators.count == ProductCategory.allCases.count + files.count)
    }

    @Test("Indicators of a single statement follow the order of the policy")
    func policyOrder() {
        let single = plugin.indicators.map(\.description.statements).filter { $0.count == 1 }.flatMap { $0 }
        #expect(single == plugin.statements.map(\.id))
    }

    @Test("The register accepts the eleven categories and other products")
    func acceptedCategories() throws {
        let registers = plugin.indicators.flatMap(\.description.registers)
        let field = try #require(registers.first { $0.id == "innovative_products" }?.fields.first)
        #expect(field.accepted.count == 12)
        #expect(Set(field.accepted) == Set(ProductCategory.allCases.map(\.rawValue) + ["other"]))
    }

    @Test("The README's table has the name and unit of every indicator, in order")
    func readmeTable() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let lines = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| `") }
        let expected = plugin.indicators.map(\.description)
            .map { "| `\($0.id)` | \($0.name.zh) | \($0.name.en) | \($0.unitOfMeasure.symbol.en) | " }
        #expect(lines.count == expected.count)
        for (line, row) in zip(lines, expected) { #expect(line.hasPrefix(row), "\(line)") }
    }
}
