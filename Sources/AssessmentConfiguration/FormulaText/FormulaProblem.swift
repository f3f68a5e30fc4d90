import AssessmentCore

/// What is wrong in the text of a formula, and where.
struct FormulaProblem: Error {
    /// The characters before the place of the problem.
    let offset: Int
    /// What is wrong.
    let problem: String
    /// What was expected instead.
    let expected: String?
    /// The nearest thing that would be right.
    let suggestion: String?

    init(at offset: Int, _ problem: String, expected: String? = nil, suggestion: String? = nil) {
        self.offset = offset
        self.problem = problem
        self.expected = expected
        self.suggestion = suggestion
    }

    /// The problem at its line and column in the file.
    ///
    /// Every line of the text is taken to begin at the column of its first one: a block of text in YAML does.
    func diagnostic(in text: String, at position: SourcePosition) -> Diagnostic {
        let before = text.prefix(offset)
        let line = before.count { $0.isNewline }
        let column = before.suffix(while: { !$0.isNewline }).count
        return Diagnostic(
            at: SourcePosition(file: position.file, line: position.line + line, column: position.column + column),
            problem, expected: expected, suggestion: suggestion)
    }
}

extension Substring {
    /// The longest end whose characters all hold a condition.
    fileprivate func suffix(while condition: (Character) -> Bool) -> Substring {
        self[(lastIndex { !condition($0) }.map { index(after: $0) } ?? startIndex)...]
    }
}
