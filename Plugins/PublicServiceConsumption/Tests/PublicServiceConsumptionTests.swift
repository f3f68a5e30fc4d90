import AssessmentCore
import Foundation
import Testing

@testable import PublicServiceConsumption

@Suite("The domain of public services")
struct PublicServiceConsumptionTests {
    @Test("Every indicator has its own file")
    func listMatchesFiles() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../Sources/Indicators").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
            .filter { $0.hasSuffix(".swift") }
        #expect(
            files.count == PublicServiceConsumption().indicators.count,
            "list every file of Sources/Indicators in PublicServiceConsumption.indicators")
    }

    @Test("The README has a line for every indicator, with its names and statements")
    func readmeMatchesIndicators() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../README.md")
        let readme = try String(contentsOf: file.standardizedFileURL, encoding: .utf8)
        for description in PublicServiceConsumption().indicators.map(\.description) {
            let cells = [
                "`\(description.id)`", description.name.zh, description.name.en, description.unitOfMeasure.symbol.zh,
                description.statements.joined(separator: ", "),
            ]
            #expect(readme.contains("| \(cells.joined(separator: " | ")) |"), "the row of \(description.id) is stale")
        }
    }
}
