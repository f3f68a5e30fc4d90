import Foundation
import Testing

@Suite("Data and scripts that the documents show can be parsed")
struct DataBlocksTests {
    @Test("JSON is one value, or one a line", arguments: Document.blocks(in: "json"))
    func json(block: Block) {
        #expect(DataBlocksTests.isJSON(block.text) || block.lines.allSatisfy(DataBlocksTests.isJSON), "\(block.place)")
    }

    @Test("The rows of CSV have as many cells as its heading", arguments: Document.blocks(in: "csv"))
    func csv(block: Block) {
        #expect(Set(block.lines.map(DataBlocksTests.cellCount)).count == 1, "\(block.place)")
    }

    @Test(
        "Python compiles", .enabled(if: Program.isFound("python3"), "python3 is not installed"),
        arguments: Document.blocks(in: "python"))
    func python(block: Block) throws {
        let outcome = try DataBlocksTests.compilation(of: block.text)
        #expect(outcome.code == 0, "\(block.place): \(outcome.output)")
    }

    @Test("What is no JSON, a row with a cell too many, and Python that does not parse are told")
    func mistakes() throws {
        #expect(!DataBlocksTests.isJSON("{ a: 1 }"))
        #expect(DataBlocksTests.isJSON("{\"a\": 1}"))
        #expect(DataBlocksTests.cellCount("a,\"b,c\",d") == 3)
        guard Program.isFound("python3") else { return }
        #expect(try DataBlocksTests.compilation(of: "def f(:\n").code != 0)
    }

    private static func isJSON(_ text: String) -> Bool {
        (try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)) != nil
    }

    private static func cellCount(_ row: String) -> Int {
        var isQuoted = false
        return row.reduce(1) { count, character in
            if character == "\"" { isQuoted.toggle() }
            return count + (character == "," && !isQuoted ? 1 : 0)
        }
    }

    private static func compilation(of text: String) throws -> Program.Outcome {
        let scratch = try Scratch()
        try scratch.write("block.py", text)
        return try Program.run(["python3", "-m", "py_compile", "block.py"], in: scratch.url)
    }
}
