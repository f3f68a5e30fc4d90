/// Why a text that may look like a number is none, and the number that is nearest in meaning.
struct YAMLNumberLookAlike {
    /// What is wrong, as the end of a sentence whose subject is the text.
    let problem: String
    /// The number to write instead, where there is only one that can be meant.
    let suggestion: String?

    /// Looks at a text that is not a number.
    init(_ text: String) {
        (problem, suggestion) = YAMLNumberLookAlike.explanation(of: text)
    }

    private static func explanation(of text: String) -> (String, String?) {
        let folded = foldedToHalfWidth(text)
        if folded != text {
            let number = YAMLNumber(folded) == nil ? explanation(of: folded).1 : folded
            return number == nil
                ? ("is not a number", nil) : ("is written with signs that only look like those of a number", number)
        }
        let lowered = text.lowercased()
        let unsigned = lowered.drop { $0 == "+" || $0 == "-" }
        let sign = lowered.hasPrefix("-") ? "-" : ""
        if ["nan", ".nan", "inf", ".inf", "infinity"].contains(unsigned) { return ("is not a finite number", nil) }
        for (prefix, radix, name) in [("0x", 16, "a hexadecimal"), ("0o", 8, "an octal"), ("0b", 2, "a binary")]
        where unsigned.hasPrefix(prefix) {
            return ("is \(name) number", Int(unsigned.dropFirst(2), radix: radix).map { sign + String($0) })
        }
        if let number = withoutLeadingZeros(unsigned) { return ("has a leading zero", sign + number) }
        if text.hasSuffix("%") {
            let number = text.dropLast().filter { $0 != " " }
            return ("has a percent sign; write the number alone", YAMLNumber(number) == nil ? nil : number)
        }
        if isTime(unsigned) { return ("looks like a time", nil) }
        return separated(text) ?? measured(text) ?? ("is not a number", nil)
    }

    /// The text with full-width forms and other minus signs replaced by those of the keyboard.
    static func foldedToHalfWidth(_ text: String) -> String {
        var folded = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF01...0xFF5E: folded.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0x2212, 0x2013, 0x2014: folded.append("-")
            case 0x3000: folded.append(" ")
            default: folded.unicodeScalars.append(scalar)
            }
        }
        return folded
    }

    private static func withoutLeadingZeros(_ text: Substring) -> String? {
        guard text.hasPrefix("0") else { return nil }
        var rest = text.drop { $0 == "0" }
        if rest.first?.isASCIIDigit != true { rest = "0" + rest }
        return YAMLNumber(String(rest)) == nil ? nil : String(rest)
    }

    private static func isTime(_ text: Substring) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        return (2...3).contains(parts.count) && parts.allSatisfy { YAMLNumber(String($0)) != nil || isDigits($0) }
    }

    /// Digits in groups, such as `1,000`; a comma that does not part groups of three or four may be a decimal one.
    private static func separated(_ text: String) -> (String, String?)? {
        guard let separator = text.first(where: { "_, '".contains($0) }) else { return nil }
        let joined = text.filter { $0 != separator }
        guard YAMLNumber(joined) != nil else { return nil }
        let whole = text.prefix { $0 != "." }
        let groups = whole.split(separator: separator, omittingEmptySubsequences: false).dropFirst()
        let isGrouped = separator == "_" || groups.allSatisfy { (3...4).contains($0.count) && isDigits($0) }
        return ("has ‘\(separator)’ between its digits; write the digits alone", isGrouped ? joined : nil)
    }

    /// A number with something behind it, such as a unit of measure; the unit may be a factor, so nothing is suggested.
    private static func measured(_ text: String) -> (String, String?)? {
        let number = text.prefix { $0.isASCIIDigit || "+-.".contains($0) }
        guard YAMLNumber(String(number)) != nil else { return nil }
        let rest = text.dropFirst(number.count).drop { $0 == " " }
        guard let first = rest.first, first.isLetter else { return nil }
        return ("has \(quoted(String(rest))) behind the number; write it out in digits alone", nil)
    }

    private static func isDigits(_ text: Substring) -> Bool { text.allSatisfy(\.isASCIIDigit) && !text.isEmpty }
}

extension Character {
    /// Whether this is one of the ten digits of the keyboard.
    var isASCIIDigit: Bool { isASCII && isNumber }
}
