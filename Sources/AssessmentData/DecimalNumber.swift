/// Numbers as data files may write them: an optional minus, digits, an optional decimal point and digits.
enum DecimalNumber {
    /// The number; nothing where it is written in any other way, or too large.
    static func parse(_ text: String) -> Double? {
        var bytes = text.utf8[...]
        if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let number = Double(text), number.isFinite
        else { return nil }
        // Minus zero would be printed with its sign later on.
        return number == 0 ? 0 : number
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
