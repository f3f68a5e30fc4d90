import AssessmentCore
import Testing

@testable import AssessmentData

/// Rows as a plain reading of RFC 4180 finds them, character by character: nothing of the reader is used.
private enum PlainReading {
    /// Each row that holds something, with its number.
    static func rows(_ bytes: [UInt8], separator: Character = ",") -> [(number: Int, cells: [String])] {
        var rows: [(number: Int, cells: [String])] = []
        var (cells, cell): ([String], [Unicode.Scalar]) = ([], [])
        var (number, isQuoted, wasQuoted) = (1, false, false)
        var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        func endCell() {
            let text = String(String.UnicodeScalarView(cell))
            cells.append(wasQuoted ? text : plainlyTrimmed(text))
            (cell, wasQuoted) = ([], false)
        }
        func endRow() {
            endCell()
            if cells.contains(where: { !$0.isEmpty }) { rows.append((number, cells)) }
            number += 1
            cells = []
        }
        while let scalar = scalars.popFirst() {
            if isQuoted {
                if scalar != "\"" {
                    cell.append(scalar)
                } else if scalars.first == "\"" {
                    cell.append(scalars.removeFirst())
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"" {
                (isQuoted, wasQuoted) = (true, true)
            } else if Character(scalar) == separator {
                endCell()
            } else if scalar == "\n" {
                endRow()
            } else if scalar == "\r", scalars.first == "\n" {
                continue
            } else {
                cell.append(scalar)
            }
        }
        if !cells.isEmpty || !cell.isEmpty || wasQuoted { endRow() }
        return rows
    }

    private static func plainlyTrimmed(_ text: String) -> String {
        var characters = Array(text)[...]
        while characters.first?.isWhitespace == true { characters.removeFirst() }
        while characters.last?.isWhitespace == true { characters.removeLast() }
        return String(characters)
    }
}

@Suite("Reading observations block by block")
struct ObservationsReadingTests {
    private static let units = UnitTable(
        ["340100", "340200", "合肥", "a b"].map {
            AssessedUnit(code: $0, name: BilingualText(same: $0), level: "city")
        })

    /// What a reading gives or tells, a line each.
    private static func read(_ bytes: [UInt8], threads: Int = 1, block: Int = 1 << 20) -> [String] {
        let reading = ObservationsReading(
            names: ObservationRows.Names(file: "o.csv", units: units, variables: nil),
            separator: CSVSeparator.find(in: bytes, columns: ObservationRows.required) ?? CSVSeparator.comma,
            threads: threads, sizeOfBlocks: block)
        var held = HeldObservations()
        switch bytes.withUnsafeBufferPointer({ reading.read(CSVText.body(of: $0), held: &held) }) {
        case .read(let observations): return observations.map(line) + ["\(held.count) cells"]
        case .wrong(let problems): return problems.map(\.description)
        case .notText: return ["no text"]
        }
    }

    private static func line(_ observation: Observation) -> String {
        let value = observation.value.map { "\($0)" } ?? observation.reason?.rawValue ?? "?"
        return [
            "\(observation.origin.row)", observation.unit, observation.variable, "\(observation.period)", value,
            observation.origin.source, observation.origin.note,
        ].joined(separator: "|")
    }

    /// A file of rows that are right, in whatever way cells may be written.
    private static func file(_ generator: inout SplitMix64, rows: Int) -> [UInt8] {
        let notes = [
            "", "x", "年鉴", "a,b", "he said \"no\"", "one\ntwo", "one\r\ntwo", "\"", " 两边 ", "😀", "é", "a;b\tc",
        ]
        let (empty, line) = (["", "\n", " , \n", "\r\n"], ["\n", "\r\n"])
        func written(_ text: String, _ generator: inout SplitMix64) -> String {
            let mustQuote = text.contains { ",\"\n".contains($0) || $0.isNewline } || text.trimmed != text
            if mustQuote || Int.random(in: 0..<4, using: &generator) == 0 {
                return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                    + "\""
            }
            let spaces = ["", "", " ", "\u{3000}", "\t "]
            return (spaces.randomElement(using: &generator) ?? "") + text
                + (spaces.randomElement(using: &generator) ?? "")
        }
        var text = Bool.random(using: &generator) ? "\u{FEFF}" : ""
        text += (empty.randomElement(using: &generator) ?? "")
        let columns = ["unit", "variable", "period", "value", "status", "source", "note"].shuffled(using: &generator)
        text += columns.map { written($0, &generator) }.joined(separator: ",")
        for row in 0..<rows {
            text += line.randomElement(using: &generator) ?? "\n"
            if Int.random(in: 0..<6, using: &generator) == 0 { text += empty.randomElement(using: &generator) ?? "" }
            let isAbsent = Int.random(in: 0..<5, using: &generator) == 0
            let cells = [
                "unit": units.units.map(\.code).randomElement(using: &generator) ?? "", "variable": "v\(row)",
                "period": ["2019", "2020"].randomElement(using: &generator) ?? "",
                "value": isAbsent ? "" : ["0", "-1.5", "0012.50", "123456.789012345678"][row % 4],
                "status": isAbsent ? ["withdrawn", "not_submitted"][row % 2] : "",
                "source": notes.randomElement(using: &generator) ?? "",
                "note": notes.randomElement(using: &generator) ?? "",
            ]
            text += columns.map { written(cells[$0] ?? "", &generator) }.joined(separator: ",")
        }
        text += ["", "\n", "\r\n", "\n\n"].randomElement(using: &generator) ?? ""
        return Array(text.utf8)
    }

    @Test("However cells are written, each row is read as a plain reading of the text finds it", arguments: 0..<40)
    func plain(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let bytes = Self.file(&generator, rows: Int.random(in: 0...60, using: &generator))
        let plain = PlainReading.rows(bytes)
        let heading = try #require(plain.first?.cells)
        let expected = plain.dropFirst().map { number, cells in
            let cell = Dictionary(uniqueKeysWithValues: zip(heading, cells))
            let value = cell["value"].flatMap(Double.init).map { "\($0)" } ?? cell["status"] ?? ""
            return [
                "\(number)", cell["unit"] ?? "", cell["variable"] ?? "", cell["period"] ?? "", value,
                cell["source"] ?? "", cell["note"] ?? "",
            ].joined(separator: "|")
        }
        for threads in 1...4 {
            let block = Int.random(in: 1...200, using: &generator)
            #expect(Self.read(bytes, threads: threads, block: block) == expected + ["\(expected.count) cells"])
        }
    }

    @Test("Wherever blocks end, the same is read")
    func borders() {
        var generator = SplitMix64(seed: 7)
        let bytes = Self.file(&generator, rows: 12)
        let whole = Self.read(bytes)
        #expect(whole.count == 13)
        for block in 1...bytes.count { #expect(Self.read(bytes, threads: 3, block: block) == whole) }
    }

    @Test("Whatever is wrong, the same is told for any number of threads and size of blocks", arguments: 0..<4)
    func wrong(part: Int) {
        var generator = SplitMix64(seed: UInt64(part) + 100)
        var (told, rounds) = (Set<String>(), 0)
        for _ in 0..<300 {
            var bytes = Self.file(&generator, rows: Int.random(in: 1...12, using: &generator))
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let index = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...4, using: &generator) {
                case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: index)
                case 2: bytes.insert(Array(",\"\n\r;-9 v".utf8).randomElement(using: &generator) ?? 0, at: index)
                case 3: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 60)], at: index)
                default: bytes.removeSubrange(index..<min(bytes.count, index + 7))
                }
                if bytes.isEmpty { bytes = [0x61] }
            }
            let whole = Self.read(bytes)
            for _ in 0..<4 {
                let threads = Int.random(in: 1...4, using: &generator)
                let block = Int.random(in: 1...bytes.count, using: &generator)
                #expect(Self.read(bytes, threads: threads, block: block) == whole)
            }
            rounds += whole.first?.hasPrefix("o.csv:") == true ? 1 : 0
            if let problem = whole.first?.split(separator: ": ").dropFirst().first { told.insert(String(problem)) }
        }
        // The damage reaches what is told of rows, of cells and of the text.
        #expect(rounds > 100 && told.count > 20)
    }

    @Test("A cell that is given again is told where it stands, in whatever block and behind rows of several lines")
    func twice() {
        let text =
            "\n\"unit\",variable,period,value,note\n340100,x,2020,1,\"a\nb\"\n340100,x,2019,1,\n合肥,x,2020,1,\"c\n\nd\"\n"
            + "\n合肥,x,2020,2,\n340100,x,2020,many,\n"
        let expected = [
            "o.csv:10:11: x of 合肥 in 2020 is given twice (also o.csv, row 5); expected one value",
            "o.csv:11:15: x of 340100 in 2020 is given twice (also o.csv, row 3); expected one value",
            "o.csv:11:15: ‘many’ is not a number; expected digits with a decimal point, without separators, units or "
                + "signs of per cent",
        ]
        for block in 1...text.utf8.count { #expect(Self.read(Array(text.utf8), threads: 2, block: block) == expected) }
    }

    @Test("What is not text goes before what cannot be parted, and that before what rows hold")
    func order() {
        let heading = "unit,variable,period,value\n"
        #expect(Self.read(Array((heading + "?,x,2020,\"1\n").utf8) + [0xFF], threads: 2, block: 1) == ["no text"])
        let parted = Self.read(Array((heading + "?,x,2020,1\n1,2\n?,x,2020,1\"\n?,x\n").utf8), threads: 2, block: 1)
        #expect(parted.map { $0.prefix(49) } == ["o.csv:4:11: a quotation mark stands inside a cell"])
        let counted = Self.read(Array((heading + "?,x,2020,1\n1,2\n?,x,2020,1\n?\n").utf8), threads: 2, block: 1)
        #expect(
            counted == [
                "o.csv:3:1: row 3 has 2 cells; expected 4, as in the heading",
                "o.csv:5:1: row 5 has 1 cell; expected 4, as in the heading",
            ])
    }

    @Test("A quotation mark that is not closed is told, however much follows it", .timeLimit(.minutes(5)))
    func open() {
        var bytes = Array("unit,variable,period,value,note\n340100,x,2020,1,\"".utf8)
        for _ in 0..<200_000 { bytes += Array("340100,x,2020,1,\n".utf8) }
        #expect(
            Self.read(bytes, threads: 4, block: 1000)
                == ["o.csv:2:17: a quotation mark is not closed; expected a closing quotation mark"])
    }

    @Test("Each of a million names, remarks and units is a text of its own", .timeLimit(.minutes(5)))
    func manyTexts() throws {
        var text = "unit,variable,period,value,note\n"
        for row in 0..<200_000 { text += "u\(row),v\(row),2020,\(row),n\(row)\n" }
        let units = UnitTable(
            (0..<200_000).map { AssessedUnit(code: "u\($0)", name: BilingualText(same: ""), level: "x") })
        var seen = HeldObservations()
        let read = try ObservationsFile.read(
            Array(text.utf8), file: "o.csv", units: units, variables: nil, seen: &seen, threads: 2)
        #expect(read.count == 200_000 && seen.count == 200_000)
        for row in [0, 1, 77_777, 199_999] {
            #expect(read[row].unit == "u\(row)" && read[row].variable == "v\(row)" && read[row].value == Double(row))
            #expect(read[row].origin == Origin(file: "o.csv", row: row + 2, column: "value", note: "n\(row)"))
        }
    }
}
