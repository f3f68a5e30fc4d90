internal import AssessmentCore

/// The text of a CSV or JSON file, which is UTF-8 without characters that a person cannot see or a terminal would obey.
enum CSVText {
    /// The bytes of a file behind its byte order mark, if it has one.
    static func body(of bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
    }

    /// Checks the bytes of a file.
    ///
    /// - Parameter advice: what to do about a file that is not in UTF-8.
    static func check(
        _ bytes: UnsafeBufferPointer<UInt8>, file: String, advice: String = "in a spreadsheet, save as ‘CSV UTF-8’"
    ) throws(Diagnostic) {
        if isRight(bytes) { return }
        if let offset = firstInvalidByte(bytes) {
            throw Diagnostic(
                at: position(of: offset, in: bytes, file: file), "the file is not in UTF-8",
                expected: "UTF-8; \(advice)")
        }
        guard let offset = firstControlCharacter(bytes) else { return }
        let position = position(of: offset, in: bytes, file: file)
        if bytes[offset] == 0 {
            throw Diagnostic(at: position, "the file holds a NUL character", expected: "a text file in UTF-8")
        }
        throw Diagnostic(at: position, "there is an invisible control character here", expected: "text without it")
    }

    /// Whether bytes are such a text.
    ///
    /// Source: The Unicode Standard, table 3-7, well-formed UTF-8 byte sequences.
    static func isRight(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress else { return true }
        var index = 0
        while index < bytes.count {
            if index + 8 <= bytes.count, ByteWords.isPlain(ByteWords.load(base + index)) {
                index += 8
                continue
            }
            // The bytes that are looked at together may end within a character, which is taken whole.
            let end = min(index + 8, bytes.count)
            while index < end {
                let byte = base[index]
                if byte < 0x80 {
                    if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return false }
                    if byte == 0x7F { return false }
                    index += 1
                    continue
                }
                let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                guard byte >= 0xC2, byte <= 0xF4, index + length <= bytes.count else { return false }
                var (least, most): (UInt8, UInt8) = (0x80, 0xBF)
                switch byte {
                case 0xC2: least = 0xA0  // U+0080 to U+009F are control characters.
                case 0xE0: least = 0xA0
                case 0xED: most = 0x9F
                case 0xF0: least = 0x90
                case 0xF4: most = 0x8F
                default: break
                }
                guard base[index + 1] >= least, base[index + 1] <= most else { return false }
                if length > 2, base[index + 2] & 0xC0 != 0x80 { return false }
                if length > 3, base[index + 3] & 0xC0 != 0x80 { return false }
                index += length
            }
        }
        return true
    }

    /// Where the first control character other than a tab or a line end begins.
    private static func firstControlCharacter(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var before: UInt8 = 0
        for (index, byte) in bytes.enumerated() {
            if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return index }
            if byte == 0x7F { return index }
            // U+0080 to U+009F, which are C2 80 to C2 9F in UTF-8.
            if before == 0xC2, byte < 0xA0 { return index - 1 }
            before = byte
        }
        return nil
    }

    private static func position(
        of offset: Int, in bytes: UnsafeBufferPointer<UInt8>, file: String
    ) -> SourcePosition {
        let before = bytes[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
        let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
        return SourcePosition(file: file, line: line, column: column)
    }

    private static func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var decoder = UTF8()
        var offset = 0
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .scalarValue(let scalar): offset += UTF8.width(scalar)
            case .emptyInput: return nil
            case .error: return offset
            }
        }
    }
}

/// A text from a file in quotation marks, on one line and cut where it is long.
func quoted(_ text: String) -> String {
    let line = String(text.prefix(41).map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? "‘\(line.prefix(39))…’" : "‘\(line)’"
}
