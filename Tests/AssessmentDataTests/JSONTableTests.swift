import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("JSON: tables and their places")
struct JSONTableTests {
    @Test(
        "Rows are arrays, objects or single values; a key that is not there and null are empty cells",
        arguments: [
            ("[[1, \"a\"], [null, true]]", nil, ["1", "2"], [["1", "a"], ["", "true"]]),
            (
                "[{\"a\": 1, \"b\": 2}, {\"b\": 3, \"c\": 4}]", nil, ["a", "b", "c"],
                [["1", "2", ""], ["", "3", "4"]]
            ),
            ("{\"m\": [4, null, 6]}", "m", ["1"], [["4"], [""], ["6"]]),
            ("[0, {\"m\": {\"n\": [[7]]}}]", "[1].m.n", ["1"], [["7"]]),
            ("{\"cases\": [[], [[[8]]]]}", "cases[1][0]", ["1"], [["8"]]),
            ("\u{FEFF}[ \"合\\u80A5\\n\\ud83d\\ude00\" ]\n", nil, ["1"], [["合肥\n😀"]]),
            ("[[4.0979850000000004, 1e-05, -0]]", nil, ["1", "2", "3"], [["4.0979850000000004", "1e-05", "-0"]]),
        ] as [(String, String?, [String], [[String]])])
    func read(text: String, place: String?, columns: [String], cells: [[String]]) throws {
        let table = try Self.read(text, place)
        #expect(table.columns == columns)
        #expect(table.rows.map(\.cells) == cells)
        #expect(table.rows.map(\.number) == Array(1...cells.count))
    }

    @Test("Each cell has the line and column of an editor")
    func places() throws {
        let table = try Self.read("[\n  { \"市\": \"合肥\", \"v\": 1 },\n  {\"v\": 2}\n]", nil)
        #expect(
            (0..<2).map { table.position(of: $0, in: table.rows[0]).description } == ["t.json:2:10", "t.json:2:21"])
        #expect((0..<2).map { table.position(of: $0, in: table.rows[1]).description } == ["t.json:3:3", "t.json:3:9"])
    }

    @Test(
        "What cannot be read is told with its place",
        arguments: [
            ("", nil, "t.json:1:1: the file ends here; expected a value"),
            ("[1,\n 2", nil, "t.json:2:3: an array goes on without a comma; expected ‘,’ or ‘]’"),
            ("[1] 2", nil, "t.json:1:5: text follows the end of the JSON value; expected one value a file"),
            ("[{\"a\" 1}]", nil, "t.json:1:7: a key is not followed by a colon; expected ‘:’ and a value"),
            ("[{\"市\": 1, \"市\": 2}]", nil, "t.json:1:11: the key ‘市’ is written twice; expected each key once"),
            ("[{a: 1}]", nil, "t.json:1:3: there is no key here; expected a key in quotation marks"),
            ("[NaN]", nil, "t.json:1:2: ‘NaN’ is no value of JSON; expected null where there is no value"),
            ("[012]", nil, "t.json:1:2: ‘012’ is no value of JSON; expected a number or a text"),
            ("[1,]", nil, "t.json:1:4: there is no value here; expected a value"),
            ("[\"a", nil, "t.json:1:2: a quotation mark is not closed; expected a closing quotation mark"),
            (
                "[\"\\ud800\"]", nil,
                "t.json:1:3: half a character is escaped; expected four hexadecimal digits; two such escapes for a "
                    + "character above U+FFFF"
            ),
            (
                "[\"\\u001b\"]", nil,
                "t.json:1:3: there is an invisible control character here; expected text without it"
            ),
            (
                String(repeating: "[", count: 100_000), nil,
                "t.json:1:66: arrays and objects are nested more than 64 levels deep; expected a table"
            ),
            (
                "{\"a\": [1]}", nil,
                "t.json:1:1: an object stands where rows should; expected an array of rows, or its place in the "
                    + "specification: at: data.matrix"
            ),
            ("[]", nil, "t.json:1:1: the table has no rows; expected at least one"),
            ("[[1, 2], [1]]", nil, "t.json:1:10: a row has 1 value; expected 2, as in the first row"),
            (
                "[[1], {\"a\": 1}]", nil,
                "t.json:1:7: an object stands among rows of another form; expected an array, as the first row is"
            ),
            (
                "[1, [1]]", nil,
                "t.json:1:5: an array stands among rows of another form; expected a number, as the first row is"
            ),
            ("[[[1]]]", nil, "t.json:1:3: an array stands where a cell should; expected a number, a text or null"),
            (
                "{\"matrix\": [1]}", "matrx",
                "a.yml:3:8: ‘matrx’ leads nowhere in ‘t.json’: there is no key ‘matrx’; expected one of ‘matrix’; did you "
                    + "mean ‘matrix’?"
            ),
            (
                "{\"m\": [1]}", "m[1]",
                "a.yml:3:8: ‘m[1]’ leads nowhere in ‘t.json’: there is no item [1]; expected an index from 0 to 0"
            ),
            (
                "{\"m\": [1]}", "m.a",
                "a.yml:3:8: ‘m.a’ leads nowhere in ‘t.json’: an array has no keys; expected an object that has the key ‘a’"
            ),
            (
                "{\"m\": 1}", "m[0]",
                "a.yml:3:8: ‘m[0]’ leads nowhere in ‘t.json’: a number has no items; expected an array that has the item "
                    + "[0]"
            ),
        ] as [(String, String?, String)])
    func refused(text: String, place: String?, problem: String) {
        #expect(DataFixture.told { () throws(DiagnosticList) in try Self.read(text, place) } == problem)
    }

    @Test(
        "A place that is not written as one is told",
        arguments: ["", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a]", "a[0]b", "a.[0]", "a[9999999999]"])
    func noPlace(place: String) {
        #expect(
            DataFixture.told { () throws(DiagnosticList) in try Self.read("[1]", place) }
                == "a.yml:3:8: ‘\(place)’ is not a place in a JSON file; expected keys and indices from 0, such as "
                + "data.matrix or cases[3].matrix")
    }

    @Test("Whatever bytes are changed, a file is read or refused with places that it has")
    func damaged() {
        var generator = SplitMix64(seed: 7)
        let original = Array(
            "{\"m\": [{\"a\": 1.5e3, \"市\": \"x\\u0041\"},\n {\"a\": null, \"b\": [true, -2]}]}\n".utf8)
        for _ in 0..<3000 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...2, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                default: bytes.insert(Array("\"\\{}[],:u0eE.-".utf8).randomElement(using: &generator) ?? 0, at: index)
                }
            }
            let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
            do throws(DiagnosticList) {
                let position = SourcePosition(file: "a.yml", line: 1, column: 1)
                _ = try JSONTable.read(bytes, file: "t.json", place: "m", namedAt: position)
            } catch {
                #expect(error.diagnostics.allSatisfy { (1...lines).contains($0.position.line) })
                #expect(error.diagnostics.allSatisfy { $0.position.column > 0 })
            }
        }
    }

    private static func read(_ text: String, _ place: String?) throws(DiagnosticList) -> SourceTable {
        try JSONTable.read(
            Array(text.utf8), file: "t.json", place: place,
            namedAt: SourcePosition(file: "a.yml", line: 3, column: 8))
    }
}
