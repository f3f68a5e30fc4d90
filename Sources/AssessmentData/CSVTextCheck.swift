internal import AssessmentCore

/// The check that a CSV or JSON file is UTF-8 text without characters that a person cannot see or a terminal would obey.
enum CSVTextCheck {
    /// Checks the bytes of a file.
    ///
    /// - Parameter advice: what to do about a file that is not in UTF-8.
    static func check(
        _ bytes: ArraySlice<UInt8>, file: String, advice: String = "in a spreadsheet, save as ‘CSV UTF-8’"
    ) throws(Diagnostic) {
        if String(validating: bytes, as: UTF8.self) == nil, let offset = firstInvalidByte(bytes) {
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

    /// Where the first control character other than a tab or a line end begins.
    private static func firstControlCharacter(_ bytes: ArraySlice<UInt8>) -> Int? {
        let place = bytes.withUnsafeBufferPointer { buffer -> Int? in
            var index = 0
            var before: UInt8 = 0
            while index < buffer.count {
                let byte = buffer[index]
                if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return index }
                if byte == 0x7F { return index }
                // U+0080 to U+009F, which are C2 80 to C2 9F in UTF-8.
                if before == 0xC2, byte < 0xA0 { return index - 1 }
                before = byte
                index += 1
            }
            return nil
        }
        return place.map { bytes.startIndex + $0 }
    }

    private static func position(of offset: Int, in bytes: ArraySlice<UInt8>, file: String) -> SourcePosition {
        let before = bytes[..<offset]
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
        let column = before[start...].count { $0 & 0xC0 != 0x80 } + 1
        return SourcePosition(file: file, line: line, column: column)
    }

    private static func firstInvalidByte(_ bytes: ArraySlice<UInt8>) -> Int? {
        var decoder = UTF8()
        var offset = bytes.startIndex
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
