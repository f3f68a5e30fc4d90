import AssessmentCore
import AssessmentTesting
import Foundation
import Testing

@Suite("The folder of a plug-in")
struct PluginDocumentationTests {
    @Test("A file that is not listed, and a README without a row, are told; recording mends the README")
    func documentation() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("trial-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let indicators = folder.appendingPathComponent("Sources/Indicators")
        try FileManager.default.createDirectory(at: indicators, withIntermediateDirectories: true)
        try Data().write(to: indicators.appendingPathComponent("Share.swift"))
        try Data("Other.indicator".utf8).write(to: folder.appendingPathComponent("Sources/Trial.swift"))
        let readme = folder.appendingPathComponent("README.md")
        try Data("# Trial\n\n| id |\n|---|\n| `trial.old` | x |\n\nThe end.\n".utf8).write(to: readme)
        let row = "| `trial.share` | 占比 | Share | % | T1 |"
        #expect(
            PluginConformance.documentationFindings(TrialPlugin(), folder: folder.path)
                == [
                    "Sources/Indicators/Share.swift: is not in the list of Trial.swift",
                    "README.md: lacks the row \(row)",
                ])
        try Data("Share.indicator".utf8).write(to: folder.appendingPathComponent("Sources/Trial.swift"))
        try PluginConformance.recordDocumentation(TrialPlugin(), folder: folder.path)
        #expect(PluginConformance.documentationFindings(TrialPlugin(), folder: folder.path) == [])
        #expect(try String(contentsOf: readme, encoding: .utf8) == "# Trial\n\n| id |\n|---|\n\(row)\n\nThe end.\n")
    }
}
