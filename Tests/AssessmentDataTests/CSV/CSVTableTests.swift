import AssessmentCore
import Foundation
import Testing

@testable import AssessmentData

@Suite("CSV: cells and their places")
struct CSVTableTests {
    @Test(
        "What RFC 4180 allows is read",
        arguments: [
            ("a,b\n1,2\n", [["1", "2"]]),
            ("a,b\n1,2", [["1", "2"]]),
            ("a,b\r\n1,2\r\n", [["1", "2"]]),
            ("\u{FEFF}a,b\n1,2\n", [["1", "2"]]),
            ("a,b\n1,", [["1", ""]]),
            ("a,b\n,2\n", [["", "2"]]),
            ("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n", [["1,5", "say \"hi\""]]),
            ("a,b\n\"one\ntwo\r\nthree\",2\n", [["one\ntwo\r\nthree", "2"]]),
            ("a,b\n\"\",\" x \"\n", [["", " x "]]),
            ("a,b\n 1 ,\t2\u{3000}\n", [["1", "2"]]),
            ("a,b\n\n1,2\n  \n,\n3,4\n\n", [["1", "2"], ["3", "4"]]),
            ("a,b\n合肥市,“引号”\n", [["合肥市", "“引号”"]]),
            ("a,b\n", []),
        ] as [(String, [[String]])])
    func read(text: String, cells: [[String]]) throws {
        let table = try CSVTable(bytes: Array(text.utf8), file: "f")
        #expect(table.heading.cells == ["a", "b"])
        #expect(table.rows.map(\.cells) == cells)
    }

    @Test("A row has the number that a spreadsheet shows, and each cell the line and column of an editor")
    func places() throws {
        let text = "\u{FEFF}市,b,c\r\n\r\n\"安徽\n合肥\",值,x\n1,2,3\n"
        let table = try CSVTable(bytes: Array(text.utf8), file: "f")
        #expect(table.rows.map(\.number) == [3, 4])
        #expect(table.rows.map(\.line) == [3, 5])
        #expect((0..<3).map { table.position(of: $0, in: table.heading).description } == ["f:1:1", "f:1:3", "f:1:5"])
        #expect((0..<3).map { table.position(of: $0, in: table.rows[0]).description } == ["f:3:1", "f:4:5", "f:4:7"])
    }

    @Test(
        "What cannot be read is told with its place",
        arguments: [
            ("", "f:1:1: the file is empty; expected a heading and rows"),
            ("\u{FEFF}", "f:1:1: the file is empty; expected a heading and rows"),
            ("\n \n", "f:1:1: the file is empty; expected a heading and rows"),
            (
                "a,b\n1\n1,2\n1,2,3\n",
                "f:2:1: row 2 has 1 cell; expected 2, as in the heading\n"
                    + "f:4:1: row 4 has 3 cells; expected 2, as in the heading"
            ),
            ("a,市,a,市\n", twice),
            ("a,,\n", "f:1:4: two columns have no heading; expected a heading of its own for each column"),
            ("a,b\n市,\"1\n2\n", "f:2:3: a quotation mark is not closed; expected a closing quotation mark"),
            (
                "a,b\n\"市\"x,2\n",
                "f:2:4: text follows a closing quotation mark; expected a comma or the end of the line"
            ),
            (
                "a,b\n\"1\" ,2\n",
                "f:2:4: text follows a closing quotation mark; expected a comma or the end of the line"
            ),
            ("a,b\n市 \"x\",2\n", inside + "quotation marks around the whole cell, and each one inside written twice"),
            ("a,b\r1,2\r", "f:1:4: a line ends in a carriage return alone; " + lineEnds),
            ("a,b\n市\u{0},2\n", "f:2:2: the file holds a NUL character; expected a text file in UTF-8"),
            ("a,b\n市,\u{1B}[2J\n", "f:2:3: there is an invisible control character here; expected text without it"),
            ("a,b\n市,\u{9B}2J\n", "f:2:3: there is an invisible control character here; expected text without it"),
        ])
    func refused(text: String, problem: String) {
        #expect(told(Array(text.utf8)) == problem)
    }

    private static let inside = "f:2:3: a quotation mark stands inside a cell; expected "
    private static let lineEnds = "expected line ends LF or CRLF; in a spreadsheet, save as ‘CSV UTF-8’"
    private static let twice = """
        f:1:5: two columns are headed ‘a’; expected a heading of its own for each column
        f:1:7: two columns are headed ‘市’; expected a heading of its own for each column
        """

    @Test(
        "Bytes that are not UTF-8 are told with their line and column in characters",
        arguments: [
            (Array("a,b\n安徽,".utf8) + [0xB0, 0xB2, 0x0A], "f:2:4"),
            ([0xFF, 0xFE, 0x61, 0x00], "f:1:1"),
            (Array("a\n".utf8) + [0xC0, 0x80], "f:2:1"),
            (Array("a\nb".utf8) + [0xED, 0xA0, 0x80], "f:2:2"),
            (Array("a\n市".utf8.dropLast()), "f:2:1"),
        ] as [([UInt8], String)])
    func notUTF8(bytes: [UInt8], place: String) {
        #expect(
            told(bytes) == "\(place): the file is not in UTF-8; expected UTF-8; in a spreadsheet, save as ‘CSV UTF-8’")
    }

    @Test("Whatever the cells hold, they are read back as they were written")
    func roundTrip() throws {
        var generator = SplitMix64(seed: 4180)
        let pieces = ["a", ",", "\"", "\n", "\r\n", "市", "é", "e\u{301}", "👩‍👧", "0", " "]
        for _ in 0..<300 {
            let width = Int.random(in: 2...6, using: &generator)
            let rows = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                (0..<width).map { _ in
                    "x"
                        + (0..<Int.random(in: 0...6, using: &generator)).compactMap { _ in
                            pieces.randomElement(using: &generator)
                        }.joined()
                }
            }
            let heading = (0..<width).map { "h\($0)" }
            let text = ([heading] + rows).map { row in
                row.map { "\"" + $0.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }.joined(separator: ",")
            }.joined(separator: "\r\n")
            let table = try CSVTable(bytes: Array(text.utf8), file: "f")
            #expect(table.rows.map(\.cells) == rows)
        }
    }

    @Test("Any bytes are read or refused, with a place that the file has")
    func anyBytes() {
        var generator = SplitMix64(seed: 1)
        let alphabet: [UInt8] = Array("a1,\"\n\r ".utf8) + [0x00, 0xC2, 0x85, 0xE5, 0xB8, 0x82, 0xEF, 0xBB, 0xBF, 0xFF]
        for round in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                round % 2 == 0
                    ? alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
                    : UInt8.random(in: 0...255, using: &generator)
            }
            do throws(DiagnosticList) {
                let table = try CSVTable(bytes: bytes, file: "f")
                #expect(table.rows.allSatisfy { $0.cells.count == table.heading.cells.count })
            } catch {
                let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
                #expect(!error.diagnostics.isEmpty)
                for diagnostic in error.diagnostics {
                    #expect((1...lines).contains(diagnostic.position.line))
                    #expect((1...bytes.count + 1).contains(diagnostic.position.column))
                }
            }
        }
    }

    @Test("Wide rows and huge cells are read")
    func large() throws {
        let heading = (0..<300).map { "h\($0)" }.joined(separator: ",")
        let row = (0..<300).map { String($0) }.joined(separator: ",")
        let wide = try CSVTable(bytes: Array((heading + "\n" + row + "\n").utf8), file: "f")
        #expect(wide.rows.first?.cells[299] == "299")
        let huge = try CSVTable(
            bytes: Array("a,b\n".utf8) + [UInt8](repeating: 0x78, count: 10 << 20) + [0x2C], file: "f")
        #expect(huge.rows.first?.cells[0].utf8.count == 10 << 20)
    }

    @Test("Time grows with the size of the file and no faster", .timeLimit(.minutes(10)))
    func speed() throws {
        let row = Array("340100,digital_inclusive_finance_index,2016,222.5723,,北京大学数字普惠金融指数,\"a, b\"\n".utf8)
        var bytes = Array("unit,variable,period,value,status,source,note\n".utf8)
        for _ in 0..<200_000 { bytes += row }
        #expect(try CSVTable(bytes: bytes, file: "f").rows.count == 200_000)
        // A heading of many names was once compared name by name.
        let names = (0..<100_000).map { "h\($0)" }.joined(separator: ",")
        #expect(try CSVTable(bytes: Array(names.utf8), file: "f").heading.cells.count == 100_000)
    }

    private func told(_ bytes: [UInt8]) -> String {
        do throws(DiagnosticList) {
            _ = try CSVTable(bytes: bytes, file: "f")
            return ""
        } catch {
            return error.description
        }
    }
}
