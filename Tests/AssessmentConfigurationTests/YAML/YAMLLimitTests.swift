import Testing

@testable import AssessmentConfiguration

@Suite("YAML: limits")
struct YAMLLimitTests {
    @Test(arguments: [
        (String(repeating: "[", count: 10_000), "f:1:65"),
        (String(repeating: "[", count: 1_000_000), "f:1:65"),
        (String(repeating: "{a: ", count: 10_000), "f:1:257"),
        (String(repeating: "- ", count: 1_000_000), "f:1:129"),
        (String(repeating: "? ", count: 10_000), "f:1:129"),
        ((0..<10_000).map { String(repeating: " ", count: min($0, 70)) + "a:\n" }.joined(), "f:65:65"),
    ])
    func nesting(text: String, place: String) {
        let start = ContinuousClock.now
        #expect(reading(text) == "\(place): lists and mappings are nested more than 64 levels deep")
        #expect(start.duration(to: .now) < .seconds(10))
    }

    @Test func deepestNestingAllowed() {
        let lists = String(repeating: "[", count: 64) + "x" + String(repeating: "]", count: 64)
        #expect(reading(lists) == lists)
    }

    @Test func aliasesAddTheirDepth() {
        let deep = String(repeating: "[", count: 40) + "x" + String(repeating: "]", count: 40)
        #expect(
            reading("a: &a \(deep)\nb: [[*a]]\nc: \(deep.replacing("x", with: "*a"))\n")
                == "f:3:44: lists and mappings are nested more than 64 levels deep")
    }

    @Test func aliasBomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(uses)]\n"
        }
        #expect(
            reading(text) == """
                f:5:45: the file holds more than 100,000 values, counting each use of an alias ‘*’ in full; \
                expected a smaller file; keep large tables in data files
                """)
    }

    @Test func manyValues() {
        let list = { (count: Int) in "[" + String(repeating: "x,", count: count) + "]" }
        #expect(!reading(list(99_999)).hasPrefix("f:"))
        #expect(reading(list(100_000)).hasPrefix("f:1:200000: the file holds more than 100,000 values"))
    }

    @Test func largeFile() {
        let bytes = [UInt8](repeating: UInt8(ascii: "#"), count: YAMLReader.largestFile + 1)
        #expect(
            reading(bytes: bytes)
                == "f:1:1: the file is larger than 16 MiB; expected a smaller file; keep large tables in data files")
    }

    @Test func manyKeys() throws {
        let text = (0..<20_000).map { "key\($0): \($0)\n" }.joined() + "key7: again\n"
        let start = ContinuousClock.now
        #expect(
            reading(text)
                == "f:20001:1: the key ‘key7’ is written twice; it is already at line 8, column 1; expected each key once"
        )
        #expect(start.duration(to: .now) < .seconds(10))
    }
}
