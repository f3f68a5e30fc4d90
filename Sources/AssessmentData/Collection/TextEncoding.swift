public import AssessmentCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The encodings that a collection takes in a text file.
public enum TextEncoding: String, Sendable, Hashable {
    /// UTF-8, with or without a byte order mark.
    case utf8 = "UTF-8"
    /// The national character set (GB 18030), which spreadsheets in China save as CSV; GB 2312 and GBK are part of it.
    case gb18030 = "GB18030"

    /// The text of a file in UTF-8, with the encoding that it was found in: UTF-8 where it is that, else GB 18030.
    ///
    /// A text in GB 18030 with a Chinese word is hardly ever valid UTF-8; what is neither is refused. A text in UTF-8 that was
    /// damaged in places would mostly be valid GB 18030 of other words: it is refused too.
    ///
    /// - Throws: `DiagnosticList` where it is neither, or damaged.
    public static func decode(
        _ bytes: [UInt8], file: String
    ) throws(DiagnosticList) -> (text: [UInt8], encoding: TextEncoding) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw refusal(file, "the file is in UTF-16")
        }
        if String(validating: bytes, as: UTF8.self) != nil { return (bytes, .utf8) }
        if let mixed = mixture(bytes) {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, line: mixed.other, column: 1),
                    "the line is in GB18030, and line \(mixed.utf8) in UTF-8",
                    expected:
                        "one encoding in the whole file: parts that were saved in different ones were put together; in a "
                        + "spreadsheet, open each by itself and save it as ‘CSV UTF-8’")
            ])
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) || isMostlyUTF8(bytes) {
            throw refusal(of: bytes, file: file)
        }
        guard let text = convert(bytes) else { throw refusal(file, "the file is neither in UTF-8 nor in GB18030") }
        return (text, .gb18030)
    }

    /// The first lines of a file that are in UTF-8 and in GB 18030, with Chinese words in both; nothing where it is all of one
    /// kind, as far as can be told.
    ///
    /// A line counts as UTF-8 where it is that and has bytes that no common character of GB 2312 has; and as GB 18030 where it
    /// is that and does not look like damaged UTF-8.
    private static func mixture(_ bytes: [UInt8]) -> (utf8: Int, other: Int)? {
        var (utf8, other): (Int?, Int?)
        var hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            let text = hasMark ? Array(line.dropFirst(3)) : Array(line)
            hasMark = false
            guard text.contains(where: { $0 >= 0x80 }) else { continue }
            if String(validating: text, as: UTF8.self) != nil {
                if utf8 == nil, isMostlyUTF8(text), text.contains(where: { (0x80...0xA0).contains($0) }) {
                    utf8 = index + 1
                }
            } else if other == nil, !isMostlyUTF8(text), convert(text) != nil {
                other = index + 1
            }
            if let utf8, let other { return (utf8, other) }
        }
        return nil
    }

    /// Whether most bytes beyond ASCII are part of characters of three or four bytes as UTF-8 writes them, which Chinese
    /// words have; pairs of bytes of GB 18030 seldom look like them.
    private static func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
        var (beyond, within, index) = (0, 0, 0)
        while index < bytes.count {
            let byte = bytes[index]
            let length = byte < 0x80 ? 1 : byte & 0xF0 == 0xE0 ? 3 : byte & 0xF8 == 0xF0 ? 4 : 0
            if length == 1 {
                index += 1
            } else if length > 0, index + length <= bytes.count,
                bytes[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            {
                beyond += length
                within += length
                index += length
            } else {
                beyond += 1
                index += 1
            }
        }
        return within * 2 > beyond
    }

    /// Where a text is not in UTF-8 that should be, or holds characters that no text has.
    static func refusal(of bytes: [UInt8], file: String) -> DiagnosticList {
        do throws(Diagnostic) {
            try bytes.withUnsafeBufferPointer { (buffer) throws(Diagnostic) in
                try CSVText.check(CSVText.body(of: buffer), file: file)
            }
            return refusal(file, "the file is no text")
        } catch {
            return DiagnosticList([error])
        }
    }

    private static func refusal(_ file: String, _ problem: String) -> DiagnosticList {
        DiagnosticList([
            Diagnostic(
                at: SourcePosition(file: file, line: 1, column: 1), problem,
                expected: "UTF-8 or GB18030; in a spreadsheet, save as ‘CSV UTF-8’")
        ])
    }

    /// The text in UTF-8; nothing where a byte belongs to no character.
    private static func convert(_ bytes: [UInt8]) -> [UInt8]? {
        guard let converter = iconv_open("UTF-8", "GB18030"), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        // Two bytes become three at most, and four become four.
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count * 2 + 16)
        let written = input.withUnsafeMutableBytes { source -> Int? in
            output.withUnsafeMutableBytes { target -> Int? in
                var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var (left, room) = (source.count, target.count)
                let result = iconv(converter, &from, &left, &to, &room)
                return result == Int.max || result == -1 || left > 0 ? nil : target.count - room
            }
        }
        return written.map { Array(output[..<$0]) }
    }
}
