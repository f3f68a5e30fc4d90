import AssessmentCore
import Testing

@testable import AssessmentConfiguration

@Suite("YAML: any bytes give a tree or a problem")
struct YAMLRobustnessTests {
    private static let good = """
        # A file with every form of value.
        assessment: &top
          title: { zh: 安徽省信息消费发展评估, en: "Information \\u4e00 consumption" }
          period: 2020
          weights: [1, 2.5, -3e2, 'it''s']
          note: |-
            two
            lines
          folded: >
            one
            line
        again: *top
        ? plain
        : ~
        list:
          - a
          - - b
            - {c: d}

        """

    private static let pieces = [
        "[", "]", "{", "}", "- ", "? ", ": ", ":", ",", "\n", "\r\n", "\t", " ", "\"", "'", "|", ">", "&a ", "*a", "!",
        "!!str ", "%TAG ", "---\n", "...\n", "#", "<<: ", "安", "：", "\u{FEFF}", "\u{0}", "\u{2028}", "~", "\\x",
    ]

    @Test(arguments: 0..<8)
    func mutations(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let original = Array(Self.good.utf8)
        for _ in 0..<300 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &generator) { mutate(&bytes, &generator) }
            check(bytes)
        }
    }

    @Test(arguments: 0..<4)
    func randomBytes(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<300 {
            check((0..<Int.random(in: 0...60, using: &generator)).map { _ in .random(in: 0...255, using: &generator) })
        }
    }

    @Test(arguments: 0..<8)
    func randomPieces(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let count = Int.random(in: 0...30, using: &generator)
            check((0..<count).flatMap { _ in Array((Self.pieces.randomElement(using: &generator) ?? "").utf8) })
        }
    }

    @Test func goodFileIsGood() {
        #expect(reading(Self.good).hasPrefix("{assessment: {title: {zh: 安徽省信息消费发展评估"))
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
        let place = Int.random(in: 0..<max(1, bytes.count), using: &generator)
        let end = min(bytes.count, place + Int.random(in: 1...9, using: &generator))
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.removeSubrange(min(place, end)..<end)
        case 1: bytes.insert(contentsOf: (Self.pieces.randomElement(using: &generator) ?? "").utf8, at: min(place, end))
        case 2: bytes.append(contentsOf: bytes[min(place, end)..<end])
        default: if place < end { bytes[place] = .random(in: 0...255, using: &generator) }
        }
    }

    private func check(_ bytes: [UInt8]) {
        do {
            let root = try YAMLReader.read(bytes: bytes, file: "f")
            #expect(root.places.allSatisfy { !$0.hasPrefix("f:0") }, "\(String(decoding: bytes, as: UTF8.self))")
        } catch {
            // Two more than the line ends: the first line, and the place behind the last.
            let lines = bytes.count { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } + 2
            let isPlaced = error.diagnostics.allSatisfy {
                (1...lines).contains($0.position.line) && $0.position.column >= 1 && !$0.problem.isEmpty
            }
            #expect(!error.diagnostics.isEmpty && isPlaced, "\(error) \(String(decoding: bytes, as: UTF8.self))")
        }
    }
}
