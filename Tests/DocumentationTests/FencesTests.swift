import Foundation
import Testing

@Suite("Every fenced block of the documents is closed, names its language, and is checked")
struct FencesTests {
    /// The languages that the tests check; `text` is for output and diagrams.
    static let languages = ["swift", "yaml", "sh", "json", "csv", "python", "text"]
    /// Those that a script checks, which Scripts/check runs.
    static let languagesOfScripts = ["r": "Scripts/check-contract"]

    @Test("Blocks are closed and in a language that is checked", arguments: Document.all)
    func fences(document: Document) {
        #expect(document.problems == [])
        for block in document.blocks {
            let isLeft = FencesTests.languagesOfScripts[block.language].map(CheckedScripts.contains) ?? false
            #expect(
                FencesTests.languages.contains(block.language) || isLeft,
                "\(block.place): nothing checks ‘\(block.language)’")
        }
    }

    @Test("The documents at the root are found, and the articles of three modules")
    func documents() {
        let paths = Document.all.map(\.path)
        #expect(paths.prefix(3) == ["README.md", "README.zh.md", "CONTRIBUTING.md"])
        for module in ["AssessmentCore", "AssessmentWorkbench", "AssessmentPluginKit"] {
            #expect(paths.contains("Sources/\(module)/Documentation.docc/\(module).md"))
        }
    }

    @Test("A block that is the text of a file of the repository shows it as it is")
    func files() throws {
        for block in Document.all.flatMap(\.blocks) {
            guard let file = block.file, Repository.exists(file) else { continue }
            #expect(block.text == (try Repository.text(file)), "\(block.place)")
        }
    }

    @Test("A block that is not closed, and one that names no language, are problems")
    func mistakes() {
        let document = Document(path: "x.md", text: "a\n```\nb\n```\n\n- c\n\n  ```swift\n  let d = 1\n")
        #expect(
            document.problems == ["x.md:2: the block names no language", "x.md:8: the block is not closed"])
    }

    @Test("A block is read without its indentation, with the file that it is the text of")
    func reading() throws {
        let document = Document(path: "x.md", text: "1. The file `a/b.csv`:\n\n   ```csv\n   a,b\n     1,2\n   ```\n")
        let block = try #require(document.blocks.first)
        #expect(block.text == "a,b\n  1,2\n")
        #expect(block.file == "a/b.csv")
        #expect((block.line, block.lastLine) == (3, 6))
    }
}
