/// Signs that people write in place of those of a formula.
enum FormulaLookAlikes {
    /// What to write instead of a sign.
    struct Advice {
        let expected: String?
        let suggestion: String?

        init(_ suggestion: String?, expected: String? = nil) {
            self.suggestion = suggestion
            self.expected = expected
        }

        /// The problem with the sign at a place.
        func problem(at offset: Int, _ written: String) -> FormulaProblem {
            FormulaProblem(
                at: offset, "\(quoted(written)) has no meaning in a formula", expected: expected,
                suggestion: suggestion)
        }
    }

    /// Operators of other languages, of two characters.
    static let pairs: [String: Advice] = [
        "==": Advice("="), "<>": Advice("!="), "=<": Advice("<="), "=>": Advice(">="), "=!": Advice("!="),
        "**": Advice("^"), "&&": Advice("and"), "||": Advice("or"), "//": Advice("/"),
    ]

    private static let signs: [Character: Advice] = [
        "×": Advice("*"), "∗": Advice("*"), "⋅": Advice("*"), "∙": Advice("*"), "÷": Advice("/"), "∕": Advice("/"),
        "≤": Advice("<="), "≦": Advice("<="), "≥": Advice(">="), "≧": Advice(">="), "≠": Advice("!="),
        "&": Advice("and"), "|": Advice("or"), "!": Advice("not"), "¬": Advice("not"),
        "、": Advice(","), ";": Advice(",", expected: "a comma between the arguments of a function"),
        "[": Advice("("), "{": Advice("("), "【": Advice("("), "〔": Advice("("),
        "]": Advice(")"), "}": Advice(")"), "】": Advice(")"), "〕": Advice(")"),
        "“": Advice("\""), "”": Advice("\""), "„": Advice("\""), "「": Advice("\""), "」": Advice("\""),
        "'": quotes, "‘": quotes, "’": quotes, "´": quotes, "′": quotes,
        "·": Advice(nil, expected: "* for a product, or backquotes ` around a name"),
        "√": Advice(nil, expected: "sqrt(x)"), "²": Advice("^ 2"), "³": Advice("^ 3"),
        "%": Advice(nil, expected: "x / 100 for a percentage"), "‰": Advice(nil, expected: "x / 1000"),
        "±": Advice(nil, expected: "+ or -"), "∑": Advice(nil, expected: "sum of (…)"),
        ".": Advice(nil, expected: "a digit or a letter before a point"),
        "@": Advice(nil, expected: "the name of a variable before ‘@’ and a report period"),
        ":": Advice("/", expected: "an operator"), "?": Advice(nil, expected: "if(condition, then, else)"),
        "$": Advice(nil, expected: "names and numbers alone"), "#": Advice(nil, expected: "names and numbers alone"),
    ]

    private static let quotes = Advice(
        nil, expected: "backquotes ` around a name, or double quotes \" around the code of a unit")

    /// The problem with a character that begins no token.
    static func problem(with character: Character, at offset: Int) -> FormulaProblem {
        let written = String(character)
        let folded = YAMLNumberLookAlike.foldedToHalfWidth(written)
        if folded != written {
            let advice = folded.first.flatMap { signs[$0] }
            return FormulaProblem(
                at: offset, "\(quoted(written)) is not the sign of the keyboard that it looks like",
                expected: advice?.expected, suggestion: advice == nil ? folded : advice?.suggestion)
        }
        if let advice = signs[character] { return advice.problem(at: offset, written) }
        guard written.unicodeScalars.allSatisfy(\.isSeen) else {
            let codes = written.unicodeScalars.filter { !$0.isSeen }.prefix(3).map {
                "U+" + String(repeating: "0", count: max(0, 4 - String($0.value, radix: 16).count))
                    + String($0.value, radix: 16, uppercase: true)
            }
            return FormulaProblem(
                at: offset, "an invisible character (\(codes.joined(separator: ", "))) has no meaning in a formula",
                expected: "nothing in its place")
        }
        return FormulaProblem(
            at: offset, "\(quoted(written)) has no meaning in a formula",
            expected: "names that hold other characters than letters, digits, ‘_’, ‘.’ and ‘@’ in backquotes `")
    }
}

extension Unicode.Scalar {
    /// Whether a reader sees it.
    fileprivate var isSeen: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
