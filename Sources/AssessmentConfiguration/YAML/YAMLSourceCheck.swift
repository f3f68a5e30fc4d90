import AssessmentCore

/// The check that a file is UTF-8 text that a YAML parser may see at all.
///
/// The parser tells bad bytes without their place and takes a few invisible characters for line ends, after which
/// its line numbers would differ from an editor's.
struct YAMLSourceCheck {
    private let bytes: [UInt8]
    private let file: String
    private var index = 0
    private var line = 1
    private var column = 1

    /// Checks the size, the encoding and the characters of a file.
    static func check(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        var check = YAMLSourceCheck(bytes: bytes, file: file)
        try check.checkSize()
        try check.checkEncoding()
        try check.checkCharacters()
    }

    /// Whether a character has no place in a file or in a text.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// The name of an invisible character, such as `U+0007`.
    static func name(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    private init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
    }

    private var position: SourcePosition { SourcePosition(file: file, line: line, column: column) }

    private func checkSize() throws(Diagnostic) {
        guard bytes.count > YAMLReader.largestFile else { return }
        throw Diagnostic(
            at: position, "the file is larger than \(YAMLReader.largestFile >> 20) MiB",
            expected: "a smaller file; keep large tables in data files")
    }

    private func checkEncoding() throws(Diagnostic) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            throw Diagnostic(at: position, "the file begins with a byte order mark; save as UTF-8 without BOM")
        }
        let isZero = bytes.prefix(4).map { $0 == 0 }
        let alternates = isZero == [true, false, true, false] || isZero == [false, true, false, true]
        if alternates || bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Diagnostic(at: position, "the file is saved as UTF-16; save as UTF-8 without BOM")
        }
    }

    private mutating func checkCharacters() throws(Diagnostic) {
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                try take(ascii: byte)
            } else {
                try takeWide(byte)
            }
        }
    }

    private mutating func take(ascii byte: UInt8) throws(Diagnostic) {
        // The parser compares each of these lines with all before it, so many of them would keep it busy for hours.
        if column == 1, byte == UInt8(ascii: "%"), bytes[index...].starts(with: "%TAG".utf8) {
            throw Diagnostic(at: position, "‘%TAG’ lines are not supported; delete this line")
        }
        let scalar = Unicode.Scalar(byte)
        if YAMLSourceCheck.isForbidden(scalar) { throw forbidden(scalar) }
        let endsLine =
            byte == UInt8(ascii: "\n")
            || (byte == UInt8(ascii: "\r") && bytes.dropFirst(index + 1).first != UInt8(ascii: "\n"))
        index += 1
        if endsLine {
            line += 1
            column = 1
        } else {
            column += 1
        }
    }

    private mutating func takeWide(_ byte: UInt8) throws(Diagnostic) {
        var rest = bytes[index...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
            let value = String(byte, radix: 16, uppercase: true)
            throw Diagnostic(
                at: position,
                "the file is not valid UTF-8 here (byte \(value)); it may have been saved as GBK or “ANSI”",
                expected: "a file saved as UTF-8 without BOM")
        }
        if YAMLSourceCheck.isForbidden(scalar) { throw forbidden(scalar) }
        index += UTF8.width(scalar)
        column += 1
    }

    private func forbidden(_ scalar: Unicode.Scalar) -> Diagnostic {
        let name = YAMLSourceCheck.name(of: scalar)
        return switch scalar.value {
        case 0: Diagnostic(at: position, "the file holds a NUL character, so it is not a text file or is damaged")
        case 0xFEFF: Diagnostic(at: position, "there is a byte order mark (\(name)) inside the text; delete it")
        case 0x85, 0x2028, 0x2029:
            Diagnostic(at: position, "there is an invisible line separator (\(name)) here; replace it by a line break")
        default: Diagnostic(at: position, "there is an invisible control character (\(name)) here; delete it")
        }
    }
}
