import Foundation
import Testing

/// What the documents show is what the repository has.
@Suite("The documents are true")
struct DocumentationTests {
    @Test("CONTRIBUTING shows the file of an indicator and its line in the list as they are")
    func contributing() throws {
        let text = try Repository.text("CONTRIBUTING.md")
        let blocks = text.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let shown = try #require(blocks.first).split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("   ") ? $0.dropFirst(3) : $0 }.joined(separator: "\n")
        let file = try Repository.text("Plugins/LifeConsumption/Sources/Indicators/DigitalBroadcasting.swift")
        #expect(
            shown.trimmingCharacters(in: .whitespacesAndNewlines)
                == file.trimmingCharacters(in: .whitespacesAndNewlines))
        let list = try Repository.text("Plugins/LifeConsumption/Sources/LifeConsumption.swift")
        #expect(text.contains("`DigitalBroadcasting.indicator,`"))
        #expect(list.contains("DigitalBroadcasting.indicator,"))
    }

    @Test("Every path that README and CONTRIBUTING name is there", arguments: ["README.md", "CONTRIBUTING.md"])
    func paths(document: String) throws {
        let text = try Repository.text(document)
        let links = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }.filter { !$0.hasPrefix("http") }
        for link in links {
            let path = Repository.root.appendingPathComponent(link).path
            #expect(FileManager.default.fileExists(atPath: path), "\(document) links to \(link)")
        }
        for script in text.matches(of: /Scripts\/[a-z-]+/).map({ String($0.0) }) {
            let path = Repository.root.appendingPathComponent(script).path
            #expect(FileManager.default.isExecutableFile(atPath: path), "\(document) names \(script)")
        }
    }
}
