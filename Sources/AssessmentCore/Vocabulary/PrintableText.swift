/// Text of a file or of another program as one line that a terminal shows as it is.
public func printable(_ text: some StringProtocol) -> String {
    text.unicodeScalars.reduce(into: "") { line, scalar in
        if scalar.isUnprintable { line += " " } else { line.unicodeScalars.append(scalar) }
    }
}

extension Unicode.Scalar {
    /// Whether it is a sign to programs, or means nothing that all of them agree upon.
    fileprivate var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }

    /// Whether a reader does not see it and sees no gap either, such as a space of no width.
    public var isInvisible: Bool {
        // Signs of ASCII, which most are, need no look into tables.
        if (0x21...0x7E).contains(value) { return false }
        // The pattern of Braille without dots and the Hangul fillers count as signs and letters, and look like nothing.
        return isUnprintable || properties.isDefaultIgnorableCodePoint || value == 0x2800
    }
}

extension StringProtocol {
    /// Whether it has nothing that a reader sees.
    public var isBlank: Bool { unicodeScalars.allSatisfy { $0.isInvisible || $0.properties.isWhitespace } }
}
