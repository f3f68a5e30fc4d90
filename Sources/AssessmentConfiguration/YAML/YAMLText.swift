import AssessmentCore

extension YAMLNode {
    /// The text written here, as it stands in the file: `340100` and `1e3` keep their form.
    func text() throws(Diagnostic) -> String {
        if isNull, case .scalar(let word, _) = value, !word.isEmpty {
            throw Diagnostic(
                at: position, "\(quoted(word)) means “nothing”",
                expected: "a text, in quotes where the word itself is meant")
        }
        return try scalarText(expected: "a text")
    }

    /// The text of a single value that is not null, quoted or not.
    func scalarText(expected: String) throws(Diagnostic) -> String {
        guard case .scalar(let text, _) = value else {
            throw Diagnostic(at: position, "\(kind) is written here", expected: expected)
        }
        guard isNull else { return text }
        throw Diagnostic(
            at: position, text.isEmpty ? "nothing is written here" : "\(quoted(text)) means “nothing”",
            expected: expected)
    }

    /// The text of a single value whose meaning is not that of a text, so that quotes are a mistake.
    func unquotedText(expected: String) throws(Diagnostic) -> String {
        let text = try scalarText(expected: expected)
        if case .scalar(_, false) = value {
            throw Diagnostic(
                at: position, "\(quoted(text)) is in quotes and so is a text", expected: "\(expected), without quotes")
        }
        return text
    }
}
