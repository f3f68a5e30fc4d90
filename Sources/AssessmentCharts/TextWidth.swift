internal import AssessmentCore

/// How wide texts are, estimated without a font: the same wherever a drawing is made.
///
/// Chinese characters take an em, emoji somewhat more, and Latin letters about what Helvetica and Noto Sans give them,
/// of both the wider, so that text is rather narrower than estimated than the other way round.
public enum TextWidth {
    /// The widths of the characters of ASCII from the space to the tilde, in hundredths of an em.
    private static let ascii: [Double] = [
        28, 28, 41, 65, 58, 89, 74, 23, 34, 34, 56, 59, 28, 34, 28, 38, 58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 28, 28,
        59, 59, 59, 56, 102, 67, 67, 73, 74, 67, 61, 78, 75, 34, 50, 67, 56, 91, 77, 79, 67, 79, 73, 67, 61, 74, 67, 95,
        67, 67, 61, 34, 38, 34, 59, 56, 34, 57, 62, 51, 62, 57, 36, 62, 62, 27, 27, 54, 27, 94, 62, 61, 62, 62, 42, 51,
        37, 62, 52, 80, 54, 52, 50, 39, 55, 39, 59,
    ]

    /// The width of a text, in the unit of the size of its letters.
    public static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
        text.reduce(0) { $0 + em($1, isBold: isBold) } * size
    }

    /// A text shortened until it is no wider than a width; the last of its characters is then `…`.
    public static func fitted(_ text: String, to width: Double, size: Double, isBold: Bool = false) -> String {
        let line = SafeText.line(text)
        guard of(line, size: size, isBold: isBold) > width else { return line }
        var left = width / size - em("…", isBold: isBold)
        guard left > 0 else { return left > -0.5 ? "…" : "" }
        var kept = ""
        for character in line {
            left -= em(character, isBold: isBold)
            if left < 0 { break }
            kept.append(character)
        }
        while kept.last == " " { kept.removeLast() }
        return kept + "…"
    }

    /// A text broken into lines no wider than a width: between words, and between any two Chinese characters. What does
    /// not fit into the lines is cut off with `…`.
    public static func lines(
        of text: String, width: Double, size: Double, most: Int, isBold: Bool = false
    ) -> [String] {
        var rest = Substring(SafeText.line(text))
        var lines: [String] = []
        while lines.count + 1 < most, of(String(rest), size: size, isBold: isBold) > width {
            var left = width / size
            var end = rest.startIndex
            var word: Substring.Index?
            while end < rest.endIndex {
                left -= em(rest[end], isBold: isBold)
                if left < 0 { break }
                end = rest.index(after: end)
                if end < rest.endIndex, rest[end] == " " || isWide(rest[end]) { word = end }
            }
            let cut = word ?? end
            guard cut > rest.startIndex else { break }
            lines.append(String(rest[..<cut]))
            rest = rest[cut...].drop { $0 == " " }
        }
        return lines + [fitted(String(rest), to: width, size: size, isBold: isBold)]
    }

    private static func isWide(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x2E80...0x9FFF).contains($0.value) } ?? false
    }

    private static func em(_ character: Character, isBold: Bool) -> Double {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        let value = scalar.value
        if (0x20...0x7E).contains(value) { return ascii[Int(value) - 0x20] / 100 * (isBold ? 1.1 : 1) }
        switch value {
        // Dashes and quotation marks are as wide as Chinese characters in the fonts of those.
        case 0x2212, 0x00B7: return isBold ? 0.65 : 0.6
        case 0x1F000...0x1FAFF, 0x2600...0x27BF: return 1.3
        case 0x00A0...0x058F: return isBold ? 0.8 : 0.7
        case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F: return 0
        default: return 1
        }
    }
}
