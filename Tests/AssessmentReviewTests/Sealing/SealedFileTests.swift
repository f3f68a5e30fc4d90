import AssessmentCore
import Foundation
import Testing

@testable import AssessmentReview

@Suite("What is kept of a file finds what was altered in it")
struct SealedFileTests {
    private static let text = (1...900).map { "340\($0 % 16 + 100),variable_\($0),2020,\($0 * 37).5\n" }.joined()
    private static let bytes = Array(("unit,variable,year,value\n" + text).utf8)
    private static let kept = SealedFile(path: "inputs/data/figures.csv", bytes: bytes)

    private func told(_ bytes: [UInt8]) -> Alteration? { Self.kept.alteration(of: bytes, fullSize: bytes.count) }

    @Test("An unaltered file is not told of, and the sums are those of the definition")
    func unaltered() throws {
        #expect(told(Self.bytes) == nil)
        #expect(Self.kept.blocks.count == (Self.bytes.count + 4095) / 4096)
        // By hand: 97 + 98 + 99, and 97 + 2 · 98 + 3 · 99.
        let block = SealedFile.Block(Array("abc".utf8)[...])
        #expect((block.sum, block.weightedSum) == (294, 590))
        #expect(block.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("One altered byte is found wherever it is, with what it was")
    func oneByte() throws {
        var random = SplitMix64(seed: 20)
        for _ in 0..<60 {
            var bytes = Self.bytes
            let place = Int(random.next() % UInt64(bytes.count))
            bytes[place] ^= UInt8(random.next() % 255) + 1
            let alteration = try #require(told(bytes))
            #expect(alteration.sealed == Self.bytes)
            #expect(alteration.findings.count == 1)
            #expect(alteration.findings.first?.text.hasPrefix("byte \(place + 1)") == true)
        }
    }

    @Test("Line, column and heading are those of the altered digit")
    func place() throws {
        let text = "unit,\"name, long\",value\n340100,合肥,17\n340200,芜湖,18\n"
        let kept = SealedFile(path: "inputs/a.csv", bytes: Array(text.utf8))
        let altered = Array(text.replacing("湖,18", with: "湖,19").utf8)
        let finding = try #require(kept.alteration(of: altered, fullSize: altered.count)?.findings.first)
        #expect(
            finding.description
                == "inputs/a.csv:3:12: byte 57, column ‘value’ was ‘8’ and is ‘9’: 340200,芜湖,19")
    }

    @Test("Two neighbours, such as digits that changed places, are found")
    func neighbours() throws {
        var bytes = Self.bytes
        let place = try #require(bytes.firstRange(of: Array("4070.5".utf8))).lowerBound
        bytes.swapAt(place, place + 2)  // 7 and 4 are no neighbours: only the block can be named
        let far = try #require(told(bytes))
        #expect(far.sealed == nil)
        #expect(far.findings.first?.text.contains("several bytes between") == true)
        bytes = Self.bytes
        bytes.swapAt(place, place + 1)
        let near = try #require(told(bytes))
        #expect(near.sealed == Self.bytes)
        #expect(
            near.findings.map { $0.text.prefix { $0 != ":" } } == [
                "byte \(place + 1), column ‘value’ was ‘4’ and is ‘0’",
                "byte \(place + 2), column ‘value’ was ‘0’ and is ‘4’",
            ])
    }

    @Test("Blocks of which much was changed are told apart from each other and from an altered byte")
    func blocks() throws {
        var bytes = Self.bytes
        for place in [10, 20, 30, 8200, 8210, 8220, 12_300] { bytes[place] ^= 1 }
        let alteration = try #require(told(bytes))
        #expect(alteration.sealed == nil)
        let texts = alteration.findings.map(\.text)
        #expect(texts.count == 3)
        for start in ["several bytes between 1 and 4096 ", "several bytes between 8193 and 12288 ", "byte 12301, "] {
            #expect(texts.contains { $0.hasPrefix(start) }, "\(texts)")
        }
    }

    @Test("What is cut, what is added and what is put in between are told as such")
    func lengths() throws {
        let count = Self.bytes.count
        let cut = try #require(told(Array(Self.bytes.dropLast(9))))
        #expect(
            cut.findings.first?.text
                == "9 bytes are missing at its end: it had \(count) when it was sealed and has \(count - 9)")
        let long = try #require(Self.kept.alteration(of: Self.bytes, fullSize: count + 1))
        #expect(
            long.findings.first?.text
                == "1 byte is added at its end, after byte \(count), with which it ended when it was sealed")
        #expect(long.sealed == Self.bytes)
        var inserted = Self.bytes
        inserted.insert(UInt8(ascii: "1"), at: 5000)
        let between = try #require(
            Self.kept.alteration(of: Array(inserted.prefix(count)), fullSize: inserted.count))
        #expect(between.findings.first?.text.contains("it differs from byte 4097 on") == true)
        #expect(try #require(Self.kept.alteration(of: [], fullSize: 0)).sealed == nil)
    }

    @Test("What is not seen is not printed")
    func hidden() throws {
        let text = Array("a\u{1B}[2J\u{202E}b7\n".utf8)
        let kept = SealedFile(path: "inputs/a", bytes: text)
        let altered = text.map { $0 == UInt8(ascii: "7") ? UInt8(ascii: "8") : $0 }
        let finding = try #require(kept.alteration(of: altered, fullSize: altered.count)?.findings.first)
        #expect(finding.description.hasSuffix("was ‘7’ and is ‘8’: a [2J b8"))
    }

    @Test(
        "Paths that leave the bundle or deceive are refused",
        arguments: ["../a", "/a", "a/../b", "a//b", "", "a\\b", "a\u{7}", "C:/a", "a\u{202E}b", "./a", "a/"])
    func paths(path: String) {
        #expect(BundlePath.fault(path) != nil)
        #expect(BundlePath.fault("inputs/data/观测.csv") == nil)
    }
}
