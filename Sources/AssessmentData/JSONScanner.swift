package import AssessmentCore

/// Reads the text of a JSON file into a tree that knows its places.
///
/// Source: RFC 8259, in UTF-8 with or without a byte order mark. Beyond it, no key may stand twice in an object, no
/// control character may hide behind an escape, and nesting is limited. Foundation's decoder keeps no places, without
/// which a wrong cell of a large table could not be found.
package struct JSONScanner {
    private static let deepest = 64

    private let bytes: ArraySlice<UInt8>
    private let file: String
    private var index: Int
    private var line = 1
    /// Where the current line begins, as an offset that grows with each byte that continues a character.
    private var lineStart: Int

    /// The tree of a file.
    package static func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> JSONNode {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        try body.withUnsafeBufferPointer { (bytes) throws(Diagnostic) in
            try CSVText.check(bytes, file: file, advice: "save the file as UTF-8")
        }
        var scanner = JSONScanner(body, file: file)
        let root = try scanner.value(depth: 0)
        scanner.skipBlanks()
        guard scanner.index == body.endIndex else {
            throw scanner.problem("text follows the end of the JSON value", expected: "one value a file")
        }
        return root
    }

    private init(_ bytes: ArraySlice<UInt8>, file: String) {
        self.bytes = bytes
        self.file = file
        index = bytes.startIndex
        lineStart = bytes.startIndex
    }

    private var byte: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private var place: TablePlace { TablePlace(line: line, column: index - lineStart + 1) }

    private func problem(_ text: String, expected: String, at place: TablePlace? = nil) -> Diagnostic {
        let place = place ?? self.place
        return Diagnostic(
            at: SourcePosition(file: file, line: place.line, column: place.column), text, expected: expected)
    }

    private mutating func skipBlanks() {
        while let byte {
            switch byte {
            case 0x20, 0x09, 0x0D: index += 1
            case 0x0A:
                index += 1
                line += 1
                lineStart = index
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(Diagnostic) -> JSONNode {
        skipBlanks()
        let place = place
        guard depth <= JSONScanner.deepest else {
            throw problem(
                "arrays and objects are nested more than \(JSONScanner.deepest) levels deep", expected: "a table")
        }
        switch byte {
        case nil: throw problem("the file ends here", expected: "a value")
        case UInt8(ascii: "["): return JSONNode(value: .array(try array(depth: depth)), place: place)
        case UInt8(ascii: "{"): return JSONNode(value: .object(try object(depth: depth)), place: place)
        case UInt8(ascii: "\""): return JSONNode(value: .text(try text()), place: place)
        default: return JSONNode(value: try word(at: place), place: place)
        }
    }

    private mutating func array(depth: Int) throws(Diagnostic) -> [JSONNode] {
        index += 1
        var items: [JSONNode] = []
        skipBlanks()
        if take("]") { return items }
        while true {
            items.append(try value(depth: depth + 1))
            skipBlanks()
            if take("]") { return items }
            guard take(",") else { throw problem("an array goes on without a comma", expected: "‘,’ or ‘]’") }
        }
    }

    private mutating func object(depth: Int) throws(Diagnostic) -> [JSONMember] {
        index += 1
        var members: [JSONMember] = []
        var keys: Set<String> = []
        skipBlanks()
        if take("}") { return members }
        while true {
            skipBlanks()
            let place = place
            guard byte == UInt8(ascii: "\"") else {
                throw problem("there is no key here", expected: "a key in quotation marks")
            }
            let key = try text()
            guard keys.insert(key).inserted else {
                throw problem("the key \(quoted(key)) is written twice", expected: "each key once", at: place)
            }
            skipBlanks()
            guard take(":") else { throw problem("a key is not followed by a colon", expected: "‘:’ and a value") }
            members.append(JSONMember(key: key, value: try value(depth: depth + 1)))
            skipBlanks()
            if take("}") { return members }
            guard take(",") else { throw problem("an object goes on without a comma", expected: "‘,’ or ‘}’") }
        }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }
}

extension JSONScanner {
    /// A number or one of the three words.
    private mutating func word(at place: TablePlace) throws(Diagnostic) -> JSONNode.Value {
        let start = index
        while let byte, !JSONScanner.endsWord(byte) {
            if byte & 0xC0 == 0x80 { lineStart += 1 }
            index += 1
        }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .truth(true)
        case "false": return .truth(false)
        case "": throw problem("there is no value here", expected: "a value", at: place)
        case "NaN", "Infinity", "-Infinity", "NA":
            throw problem("\(quoted(word)) is no value of JSON", expected: "null where there is no value", at: place)
        default:
            // The grammar of JSON has no leading zero and no bare point, which programs do not write either.
            let digits = word.utf8.drop { $0 == UInt8(ascii: "-") }
            let hasLeadingZero =
                digits.first == UInt8(ascii: "0")
                && (digits.dropFirst().first.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false)
            guard !hasLeadingZero, digits.first != UInt8(ascii: "."), DecimalNumber.parse(word, by: .program) != nil
            else { throw problem("\(quoted(word)) is no value of JSON", expected: "a number or a text", at: place) }
            return .number(word)
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\""):
            true
        default: false
        }
    }

    /// A text in quotation marks.
    private mutating func text() throws(Diagnostic) -> String {
        let opening = place
        index += 1
        let start = index
        // Most texts have no escape and are taken whole.
        while let byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
            try step(over: byte)
        }
        var text = String(decoding: bytes[start..<index], as: UTF8.self)
        while let byte {
            if byte == UInt8(ascii: "\"") {
                index += 1
                return text
            }
            if byte == UInt8(ascii: "\\") {
                text.unicodeScalars.append(try escaped())
            } else {
                let start = index
                while let byte = self.byte, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
                    try step(over: byte)
                }
                text += String(decoding: bytes[start..<index], as: UTF8.self)
            }
        }
        throw problem("a quotation mark is not closed", expected: "a closing quotation mark", at: opening)
    }

    private mutating func step(over byte: UInt8) throws(Diagnostic) {
        guard byte >= 0x20 else {
            throw problem("a text goes on over the end of a line or holds a tab", expected: "\\n or \\t instead")
        }
        if byte & 0xC0 == 0x80 { lineStart += 1 }
        index += 1
    }

    private mutating func escaped() throws(Diagnostic) -> Unicode.Scalar {
        let place = place
        index += 1
        guard let byte else { throw problem("a text is not closed", expected: "a closing quotation mark") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try escapedScalar(at: place)
        case UInt8(ascii: "b"), UInt8(ascii: "f"):
            throw problem("there is an invisible control character here", expected: "text without it", at: place)
        default: throw problem("an escape is not known", expected: "such as \\\" or \\n", at: place)
        }
    }

    private mutating func escapedScalar(at place: TablePlace) throws(Diagnostic) -> Unicode.Scalar {
        let expected = "four hexadecimal digits; two such escapes for a character above U+FFFF"
        guard let first = hexadecimal() else { throw problem("an escape is cut short", expected: expected, at: place) }
        var code = first
        if (0xD800...0xDBFF).contains(first) {
            guard take("\\"), take("u"), let second = hexadecimal(), (0xDC00...0xDFFF).contains(second) else {
                throw problem("half a character is escaped", expected: expected, at: place)
            }
            code = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw problem("half a character is escaped", expected: expected, at: place)
        }
        let isControl = code < 0x20 && code != 0x09 && code != 0x0A && code != 0x0D || (0x7F...0x9F).contains(code)
        guard !isControl else {
            throw problem("there is an invisible control character here", expected: "text without it", at: place)
        }
        return scalar
    }

    private mutating func hexadecimal() -> UInt32? {
        guard bytes.endIndex - index >= 4 else { return nil }
        let digits = bytes[index..<index + 4]
        guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit && $0 < 0x80 }) else { return nil }
        index += 4
        return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    }
}
