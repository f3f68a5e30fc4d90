/// Texts in which nothing is left that a page, a drawing or the direction of writing would act on: the one rule of every
/// format that people read.
public enum SafeText {
    /// A text on one line, without controls and marks of direction.
    public static func line(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if let readable = readable(scalar) { line.append(readable) }
        }
        return String(line)
    }

    /// A text on one line as XML and HTML write it, within elements and within quotation marks.
    public static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        appendEscaped(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Puts a text on one line, as XML and HTML write it, behind bytes of UTF-8.
    public static func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
        // By scalars: a `<` that a mark is set upon is another character, and still opens an element.
        for scalar in text.unicodeScalars {
            guard let readable = readable(scalar) else { continue }
            if let entity = entity(of: readable) {
                bytes.append(contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
            } else {
                bytes.append(contentsOf: UTF8.encode(readable) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    /// How XML and HTML write a character that would end a text or begin something else; nothing for any other.
    public static func entity(of scalar: Unicode.Scalar) -> StaticString? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        case "'": "&#39;"
        default: nil
        }
    }

    /// What a reader sees of a scalar: nothing of a mark of direction, a gap of what ends a line.
    public static func readable(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\t", "\n", "\r", "\u{2028}", "\u{2029}": " "
        // Marks, embeddings, overrides and isolates could make a name read as another one.
        case "\u{061C}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": nil
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
        default: scalar
        }
    }
}
