import AssessmentCore
import Testing

@testable import AssessmentData

@Suite("Text as it should be")
struct CSVTextTests {
    /// What the standard library and a look at every character say.
    private static func isRight(_ bytes: [UInt8]) -> Bool {
        guard let text = String(validating: bytes, as: UTF8.self) else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.generalCategory != .control || $0 == "\t" || $0 == "\n" || $0 == "\r"
        }
    }

    @Test("The bytes of a text are told from others as the standard library tells them")
    func random() {
        var generator = SplitMix64(seed: 3629)
        let edges: [UInt8] = [
            0x00, 0x09, 0x0A, 0x0D, 0x1F, 0x20, 0x7E, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
            0xE0, 0xE5, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
        ]
        var right = 0
        for round in 0..<60_000 {
            var bytes = Array(repeating: UInt8(ascii: "a"), count: Int.random(in: 0...150, using: &generator))
            for _ in 0..<(round % 4) {
                let piece = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
                    edges[Int.random(in: 0..<edges.count, using: &generator)]
                }
                bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
            }
            if round % 5 == 0 { bytes += Array("安徽😀é".utf8).prefix(Int.random(in: 0...12, using: &generator)) }
            let expected = Self.isRight(bytes)
            right += expected ? 1 : 0
            #expect(bytes.withUnsafeBufferPointer(CSVText.isRight) == expected, "\(bytes)")
        }
        #expect(right > 10_000 && right < 50_000)
    }

    @Test("Every character alone, and every pair of bytes, also where 64 bytes end")
    func scalars() {
        for value in 0...0x10FFFF {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let isRight = Array(String(scalar).utf8).withUnsafeBufferPointer(CSVText.isRight)
            if isRight != Self.isRight(Array(String(scalar).utf8)) { Issue.record("U+\(value)") }
        }
        for pair in 0...0xFFFF {
            let bytes = Array(repeating: UInt8(ascii: "a"), count: 63) + [UInt8(pair >> 8), UInt8(pair & 0xFF)]
            if bytes.withUnsafeBufferPointer(CSVText.isRight) != Self.isRight(bytes) { Issue.record("\(pair)") }
        }
    }
}
