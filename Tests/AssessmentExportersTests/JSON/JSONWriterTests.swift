import Foundation
import Testing

@testable import AssessmentExporters

/// What result.json is made of is written as Foundation's encoder writes it, which files of earlier versions came from.
@Suite("JSON writer")
struct JSONWriterTests {
    struct Inner: Codable {
        var zeta = "z"
        var Alpha: String?
        var alpha = [1, -2]
        var none: Int?
    }

    struct Outer: Codable {
        var texts: [String]
        var numbers: [Double]
        var cells: [Double?]
        var rows: [String: [Double?]]
        var words: [String: String]
        var inner: [String: Inner]
        var list: [Inner] = [Inner(), Inner(Alpha: "A")]
        var table: [[Double?]] = [[], [nil], [1, nil, 2.5]]
        var flags = [true, false]
        var flag = true
        var whole = Int.min
        var small: Int8 = -128
        var large = UInt64.max
        var single: Float = 0.1
        var byNumber = [2: "two", 10: "ten"]
        var empty: [String: Inner] = [:]
        var nothing: [Inner] = []
    }

    /// Each control, what JSON escapes, and what other writers escape.
    private static let texts =
        (0..<0x30).map { "a\(Unicode.Scalar(UInt8($0)))b" } + [
            "", "\"", "\\", "/", "</script>", "\u{7F}", "\u{80}", "\u{2028}\u{2029}", "\u{202E}倒", "é", "e\u{301}",
            "👨‍👩‍👧", "\u{FEFF}", "\u{FFFF}", "\u{10FFFF}", "\r\n", "安徽省", String(repeating: "长", count: 300),
        ]

    /// Whole and broken, short and long, at the ends of what is written with and without an exponent.
    private static let numbers: [Double] =
        [
            0, -0.0, 1, -1, 100, 0.1, 0.1 + 0.2, 1 / 3, 2.675, 1e-4, 9.999e-5, 1e-5, 1e15, 1e16,
            123_456_789_012_345_680,
            0x1p53, 0x1p63, 1e22, 1e23, 1e100, .greatestFiniteMagnitude, .leastNonzeroMagnitude, .leastNormalMagnitude,
            .pi, -.pi * 1e-200, 89.99499999999999,
        ]

    private func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private func written(_ value: some Encodable) throws -> String {
        String(decoding: try JSONWriter.bytes(of: value), as: UTF8.self)
    }

    @Test("Texts and numbers of every shape are written as the encoder writes them, alone and among others")
    func values() throws {
        for text in JSONWriterTests.texts { #expect(try written(text) == encoded(text)) }
        for number in JSONWriterTests.numbers { #expect(try written(number) == encoded(number)) }
        let (texts, numbers) = (JSONWriterTests.texts, JSONWriterTests.numbers)
        let rows = Dictionary(uniqueKeysWithValues: (0..<120).map { (String($0), [Double($0), nil]) })
        let keys = Dictionary(texts.map { ($0, $0) }, uniquingKeysWith: { first, _ in first })
        let outer = Outer(
            texts: texts, numbers: numbers, cells: numbers.map { $0 } + [nil], rows: rows, words: keys,
            inner: keys.mapValues { Inner(zeta: $0) })
        // By bytes: to Swift, canonically equivalent texts are equal.
        #expect(Array(try written(outer).utf8) == Array(try encoded(outer).utf8))
    }

    @Test("Whatever the order of its members, an object is written in the order of its keys")
    func order() throws {
        #expect(
            try written([Inner(zeta: "1", Alpha: "2")]) == #"[{"Alpha":"2","alpha":[1,-2],"zeta":"1"}]"#)
        #expect(try written(["10": 1, "9": 2, "": 3]) == #"{"":3,"10":1,"9":2}"#)
        #expect(try written([String: Int]()) == "{}")
        #expect(try written([Int]()) == "[]")
    }

    @Test("A number that JSON does not have is refused", arguments: [Double.nan, .infinity, -.infinity])
    func refusals(number: Double) {
        #expect(throws: EncodingError.self) { try JSONWriter.bytes(of: number) }
        #expect(throws: EncodingError.self) { try JSONWriter.bytes(of: [number]) }
        #expect(throws: EncodingError.self) { try JSONWriter.bytes(of: ["a": [1, number] as [Double?]]) }
    }
}
