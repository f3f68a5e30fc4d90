import Foundation
import Testing

@Suite("The documents at the root say the same and lead somewhere")
struct ReadmeTests {
    @Test("README in English and in Chinese give the same commands in the same order")
    func commands() throws {
        let (english, chinese) = try (readme("README.md"), readme("README.zh.md"))
        #expect(ReadmeTests.lines(english) == ReadmeTests.lines(chinese))
        #expect(english.inlineCommands == chinese.inlineCommands)
        #expect(english.inlineCommands.count > 10)
    }

    @Test("README in English and in Chinese link to the same files, and to each other")
    func links() throws {
        let (english, chinese) = try (readme("README.md"), readme("README.zh.md"))
        #expect(ReadmeTests.links(english).first == "README.zh.md")
        #expect(ReadmeTests.links(chinese).first == "README.md")
        #expect(ReadmeTests.links(english).dropFirst() == ReadmeTests.links(chinese).dropFirst())
    }

    @Test(
        "Every path that a document at the root names is there",
        arguments: Document.all.filter { !$0.path.contains("/") })
    func paths(document: Document) {
        for link in ReadmeTests.links(document) {
            #expect(Repository.exists(link), "\(document.path) links to \(link)")
        }
        for script in document.text.matches(of: /Scripts\/[a-z-]+/).map({ String($0.0) }) {
            let path = Repository.root.appendingPathComponent(script).path
            #expect(FileManager.default.isExecutableFile(atPath: path), "\(document.path) names \(script)")
        }
    }

    @Test("The file of an indicator that CONTRIBUTING shows stands in the list that it names")
    func contributing() throws {
        let contributing = try readme("CONTRIBUTING.md")
        let shown = "Plugins/LifeConsumption/Sources/Indicators/DigitalBroadcasting.swift"
        #expect(contributing.blocks.contains { $0.file == shown })
        #expect(contributing.text.contains("`DigitalBroadcasting.indicator,`"))
        let list = try Repository.text("Plugins/LifeConsumption/Sources/LifeConsumption.swift")
        #expect(list.contains("DigitalBroadcasting.indicator,"))
    }

    private func readme(_ path: String) throws -> Document {
        try #require(Document.all.first { $0.path == path })
    }

    /// The lines of commands in blocks, without remarks.
    private static func lines(_ document: Document) -> [String] {
        document.blocks.filter { $0.language == "sh" }.flatMap(CommandBlocksTests.commands)
    }

    /// The files that are linked to, without those of the web.
    private static func links(_ document: Document) -> [String] {
        document.prose.matches(of: /\]\(([^)#]+)[^)]*\)/).map { String($0.1) }.filter { !$0.hasPrefix("http") }
    }
}
