/// Writes JSON values as bytes, without any line end, so that each is one line.
///
/// A number of the data is written with the fewest digits that read back as the same double; a whole one with `.0`, so
/// that no reader takes it for an integer of another precision. Rows, years and counts are written without. Infinities are the texts `Infinity` and `-Infinity`.
public struct JSONWriter {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// Creates a writer.
    public init() {}

    /// The bytes of a value.
    public static func bytes(_ value: JSONValue) -> [UInt8] {
        var writer = JSONWriter()
        writer.write(value)
        return writer.bytes
    }

    /// Writes a value behind what has been written.
    public mutating func write(_ value: JSONValue) {
        switch value {
        case .null: write(word: "null")
        case .truth(let truth): write(word: truth ? "true" : "false")
        case .number(let number): write(number)
        case .integer(let number): bytes.append(contentsOf: number.description.utf8)
        case .text(let text): write(text)
        case .numbers(let numbers):
            bytes.reserveCapacity(bytes.count + 8 * numbers.count)
            list(numbers, "[", "]") { writer, number in writer.write(number) }
        case .integers(let numbers):
            list(numbers, "[", "]") { writer, number in writer.bytes.append(contentsOf: number.description.utf8) }
        case .array(let items): list(items, "[", "]") { writer, item in writer.write(item) }
        case .object(let members):
            list(members, "{", "}") { writer, member in
                writer.write(member.key)
                writer.bytes.append(UInt8(ascii: ":"))
                writer.write(member.value)
            }
        }
    }

    private mutating func list<Element>(
        _ items: [Element], _ open: Unicode.Scalar, _ close: Unicode.Scalar,
        _ write: (inout JSONWriter, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: open))
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, item)
        }
        bytes.append(UInt8(ascii: close))
    }

    private mutating func write(word: StaticString) {
        word.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    private mutating func write(_ number: Double) {
        if number.isNaN {
            write(word: "null")
        } else if number.isInfinite {
            write(word: number > 0 ? "\"Infinity\"" : "\"-Infinity\"")
        } else {
            bytes.append(contentsOf: number.description.utf8)
        }
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
            case 0..<0x20, 0x7F:
                let digits = Array("0123456789abcdef".utf8)
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
