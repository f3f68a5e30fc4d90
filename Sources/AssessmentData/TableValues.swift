internal import AssessmentCore

/// What the texts of a table stand for: numbers, codes, or no value.
struct TableValues {
    /// What a cell holds.
    enum Value {
        case number(Double)
        case absent(Reason)
    }

    private let named: [String: Value]
    private let tokens: [String]
    private let codes: [String]
    /// Whether no token or code looks like a number, so that numbers need not be looked up first.
    private let numbersStandForThemselves: Bool

    init(_ form: TableForm) {
        var named = form.codes.mapValues { Value.number($0) }
        named[""] = .absent(.notSubmitted)
        for (text, reason) in form.missing { named[text] = .absent(reason) }
        self.named = named
        tokens = form.missing.keys.filter { !$0.isEmpty }.sorted()
        codes = form.codes.keys.sorted()
        numbersStandForThemselves = named.keys.allSatisfy { DecimalNumber.parse($0, by: .program) == nil }
    }

    /// The value of a cell; nothing where its text stands for none.
    func value(of text: String) -> Value? {
        if numbersStandForThemselves, let number = DecimalNumber.parse(text, by: .program) { return .number(number) }
        return named[text] ?? DecimalNumber.parse(text, by: .program).map { .number($0) }
    }

    /// Whether a text stands for the number that it writes, rather than for that of a code.
    func isNumber(_ text: String) -> Bool { numbersStandForThemselves || named[text] == nil }

    /// What a cell should hold.
    var wording: String {
        let lists = [("missing", tokens), ("codes", codes)].map { key, texts in
            texts.isEmpty
                ? "a text that ‘\(key)’ names"
                : "one of ‘\(key)’: " + texts.prefix(12).map(quoted).joined(separator: ", ")
                    + (texts.count > 12 ? ", …" : "")
        }
        return "a number with a decimal point, " + lists.joined(separator: ", or ")
    }

    /// What may have been meant by a text that stands for nothing.
    func suggestion(for text: String) -> String? {
        nearestMatch(to: text, among: codes + tokens) ?? DecimalNumber.suggestion(for: text)
    }
}
