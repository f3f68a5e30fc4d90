internal import AssessmentCore

/// Why a query has no answer, before it is known where the specification asks it.
struct QueryFailure: Error {
    /// What is wrong.
    let problem: String
    /// What to do.
    let expected: String?
    /// The line of the SQL, where the engine names one.
    let line: Int?

    init(_ problem: String, expected: String? = nil, line: Int? = nil) {
        self.problem = problem
        self.expected = expected
        self.line = line
    }

    /// What a client said, as one line that a terminal shows as it is.
    static func said(_ text: some StringProtocol) -> String {
        let line = SafeText.line(printable(text).split(separator: " ").joined(separator: " "))
        return line.count > 600 ? line.prefix(600) + "…" : line
    }

    /// The line that a message names behind a word, such as `LINE 3:`.
    static func line(_ word: String, in text: String) -> Int? {
        guard let range = text.firstRange(of: word) else { return nil }
        let digits = text[range.upperBound...].drop { $0 == " " }.prefix { $0.isASCII && $0.isNumber }
        return Int(digits).flatMap { $0 > 0 ? $0 : nil }
    }
}
