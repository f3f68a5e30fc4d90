internal import AssessmentCore

/// The place of a byte in a text, for a person who opens the file.
struct BytePlace {
    let line: Int
    let column: Int
    /// The line around the byte, as a terminal can show it.
    let excerpt: String
    /// The name of the column, in a file of comma-separated values.
    let field: String?

    /// - Parameters:
    ///   - offset: the place of the byte, from 0; that of the end names the end.
    ///   - path: the file, of which the ending is looked at.
    init(_ offset: Int, in bytes: [UInt8], path: String) {
        let offset = min(max(0, offset), bytes.count)
        let newline = UInt8(ascii: "\n")
        line = bytes[..<offset].count { $0 == newline } + 1
        let start = bytes[..<offset].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: newline) ?? bytes.count
        // A byte that continues a character belongs to the column of the one that begins it.
        column = max(1, bytes[start..<min(offset + 1, end)].count { $0 & 0xC0 != 0x80 } + (offset >= end ? 1 : 0))
        var (from, to) = (max(start, offset - 60), min(end, offset + 60))
        while from > start, bytes[from] & 0xC0 == 0x80 { from -= 1 }
        while to < end, bytes[to] & 0xC0 == 0x80 { to += 1 }
        excerpt =
            (from > start ? "…" : "") + printable(String(decoding: bytes[from..<to], as: UTF8.self))
            + (to < end ? "…" : "")
        field = path.hasSuffix(".csv") && line > 1 ? BytePlace.field(offset, lineStart: start, bytes) : nil
    }

    /// The heading of the column that a byte stands in; quoted cells are taken to end in their line.
    private static func field(_ offset: Int, lineStart: Int, _ bytes: [UInt8]) -> String? {
        func commas(_ range: Range<Int>) -> [Int] {
            var isQuoted = false
            return range.filter { index in
                if bytes[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
                return !isQuoted && bytes[index] == UInt8(ascii: ",")
            }
        }
        let end = bytes.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") } ?? bytes.count
        let bounds = [-1] + commas(0..<end) + [end]
        let position = commas(lineStart..<offset).count
        guard position + 1 < bounds.count else { return nil }
        var name = String(decoding: bytes[bounds[position] + 1..<bounds[position + 1]], as: UTF8.self)
        if name.hasPrefix("\u{FEFF}") { name.removeFirst() }
        return name.isEmpty ? nil : printable(name)
    }

    /// A byte as a person reads it.
    static func name(of byte: UInt8) -> String {
        switch byte {
        case 0x0A: "a line feed"
        case 0x0D: "a carriage return"
        case 0x09: "a tab"
        case 0x20: "a space"
        case 0x21...0x7E: "‘\(Unicode.Scalar(byte))’"
        default: "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }
    }
}
