/// Numbers as data files may write them: an optional minus, digits, an optional decimal point and digits; a table that a
/// program wrote may also have an exponent.
public enum DecimalNumber {
    /// Who wrote a number: people keep to plain digits, programs also write `1e-05` and `.5`.
    public enum Writer: Sendable {
        case person, program
    }

    /// The number; nothing where it is written in any other way, or too large.
    public static func parse(_ text: String, by writer: Writer = .person) -> Double? {
        guard isNumber(text, by: writer), let number = Double(text), number.isFinite else { return nil }
        // Minus zero would be printed with its sign later on.
        return number == 0 ? 0 : number
    }

    private static func isNumber(_ text: String, by writer: Writer) -> Bool {
        // Large tables hold a million numbers, so that each is looked at byte by byte where it lies.
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            func takeDigits() -> Int {
                let start = index
                while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
                return index - start
            }
            func take(_ character: Unicode.Scalar) -> Bool {
                guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
                index += 1
                return true
            }
            _ = take("-")
            let whole = takeDigits()
            var fraction = 0
            if take(".") {
                fraction = takeDigits()
                if fraction == 0 { return false }
            }
            guard whole > 0 || (writer == .program && fraction > 0) else { return false }
            if writer == .program, take("e") || take("E") {
                if !take("-") { _ = take("+") }
                if takeDigits() == 0 { return false }
            }
            return index == bytes.count
        }
    }

    /// What may have been meant, where taking away separators, spaces and full-width forms leaves a number.
    ///
    /// A comma that does not part groups of three or four digits may be a decimal one, so that nothing is suggested.
    static func suggestion(for text: String) -> String? {
        guard text.utf8.count <= 60 else { return nil }
        var folded = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: folded.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2212, 0x2013, 0x2014: folded.append("-")
            case 0x20, 0xA0, 0x3000: continue
            default: folded.unicodeScalars.append(scalar)
            }
        }
        if folded.hasPrefix("+") { folded.removeFirst() }
        let groups = folded.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false).dropFirst()
        guard groups.allSatisfy({ (3...4).contains($0.count) }) else { return nil }
        guard !folded.drop(while: { $0 != "." }).contains(",") else { return nil }
        let plain = folded.filter { $0 != "," }
        return plain != text && parse(plain) != nil ? plain : nil
    }
}
