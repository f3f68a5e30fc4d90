/// Reads one JSON value from bytes that nobody vouches for, by RFC 8259 and nothing beyond it.
///
/// Refused besides are keys that stand twice, numbers too large for a double, and nesting past a small depth.
public struct JSONReader {
    /// Why bytes are no JSON.
    public struct Fault: Error, Sendable, Hashable, CustomStringConvertible {
        /// What is wrong.
        public let problem: String
        /// The place of the byte, from 1.
        public let place: Int

        /// What is wrong and where.
        public var description: String { "\(problem) (at byte \(place))" }
    }

    private static let deepest = 64

    private let bytes: [UInt8]
    private var index = 0

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The value that the bytes hold, with nothing but white space around it.
    ///
    /// - Throws: ``Fault`` at the first byte that does not fit.
    public static func read(_ bytes: [UInt8]) throws(Fault) -> JSONValue {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else { throw reader.fault("something follows the value") }
        return value
    }

    private func fault(_ problem: String) -> Fault { Fault(problem: problem, place: index + 1) }

    private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard byte == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func value(depth: Int) throws(Fault) -> JSONValue {
        skipSpace()
        guard depth < JSONReader.deepest else { throw fault("arrays and objects are nested too deeply") }
        switch byte {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .truth(true))
        case UInt8(ascii: "f"): return try word("false", .truth(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return .number(try number())
        case .some(0x30...0x39): return .number(try number())
        case UInt8(ascii: "N"):
            throw fault("NaN is no JSON: a cell without a value is null, with its reason under ‘absent’")
        case UInt8(ascii: "I"): throw fault("Infinity is no JSON: write it as the text \"Infinity\"")
        case nil: throw fault("the text ends where a value should stand")
        default: throw fault("no JSON value begins so")
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(Fault) -> JSONValue {
        guard bytes[index...].starts(with: word.utf8) else { throw fault("no JSON value begins so") }
        index += word.utf8.count
        return value
    }

    private mutating func object(depth: Int) throws(Fault) -> JSONValue {
        index += 1
        var members: [(key: String, value: JSONValue)] = []
        var keys: Set<String> = []
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            skipSpace()
            guard byte == UInt8(ascii: "\"") else { throw fault("a key in quotes should stand here") }
            let key = try text()
            guard keys.insert(key).inserted else { throw fault("the key ‘\(key.prefix(60))’ stands twice") }
            skipSpace()
            guard take(":") else { throw fault("a colon should stand here") }
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
        } while take(",")
        guard take("}") else { throw fault("a comma or the end of the object should stand here") }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(Fault) -> JSONValue {
        index += 1
        skipSpace()
        if take("]") { return .numbers([]) }
        var numbers: [Double] = []
        var others: [JSONValue]?
        repeat {
            skipSpace()
            if others == nil, let byte, byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte) {
                numbers.append(try number())
            } else if others == nil, byte == UInt8(ascii: "n") {
                _ = try word("null", .null)
                numbers.append(.nan)
            } else {
                if others == nil { others = numbers.map { $0.isNaN ? .null : .number($0) } }
                others?.append(try value(depth: depth + 1))
            }
            skipSpace()
        } while take(",")
        guard take("]") else { throw fault("a comma or the end of the array should stand here") }
        return others.map { .array($0) } ?? .numbers(numbers)
    }

    private mutating func takeDigits() -> Int {
        let start = index
        while let byte, (0x30...0x39).contains(byte) { index += 1 }
        return index - start
    }

    private mutating func number() throws(Fault) -> Double {
        let start = index
        _ = take("-")
        let whole = index
        guard takeDigits() > 0 else { throw fault("a digit should stand here") }
        guard bytes[whole] != 0x30 || index == whole + 1 else { throw fault("a number begins with a needless zero") }
        if take(".") {
            guard takeDigits() > 0 else { throw fault("a digit should stand here") }
        }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            guard takeDigits() > 0 else { throw fault("a digit should stand here") }
        }
        guard let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)), number.isFinite else {
            throw fault("the number is too large for a double")
        }
        return number
    }

    private mutating func text() throws(Fault) -> String {
        index += 1
        var start = index
        var text: [UInt8] = []
        while let byte, byte != UInt8(ascii: "\"") {
            guard byte >= 0x20 else { throw fault("a control character stands in a text") }
            index += 1
            guard byte == UInt8(ascii: "\\") else { continue }
            text += bytes[start..<index - 1]
            text += Array(String(try escape()).utf8)
            start = index
        }
        text += bytes[start..<index]
        guard take("\"") else { throw fault("the text has no end") }
        guard let decoded = String(validating: text, as: UTF8.self) else { throw fault("the text is no UTF-8") }
        return decoded
    }

    private mutating func escape() throws(Fault) -> Unicode.Scalar {
        guard let byte else { throw fault("an escape is cut short") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: throw fault("an escape is not known")
        }
        var code = try hexadecimal()
        if (0xD800...0xDBFF).contains(code) {
            guard take("\\"), take("u") else { throw fault("half a character is escaped") }
            let second = try hexadecimal()
            guard (0xDC00...0xDFFF).contains(second) else { throw fault("half a character is escaped") }
            code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw fault("half a character is escaped") }
        return scalar
    }

    private mutating func hexadecimal() throws(Fault) -> UInt32 {
        guard bytes.count - index >= 4 else { throw fault("an escape is cut short") }
        var code: UInt32 = 0
        for digit in bytes[index..<index + 4] {
            guard let value = Character(Unicode.Scalar(digit)).hexDigitValue, digit < 0x80 else {
                throw fault("four hexadecimal digits should stand here")
            }
            code = code << 4 | UInt32(value)
        }
        index += 4
        return code
    }
}
