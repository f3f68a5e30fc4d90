import AssessmentCore

extension YAMLNode {
    /// The formula written here.
    func formula() throws(Diagnostic) -> Formula {
        var start = position
        // The place of a quoted text is its quote.
        if case .scalar(_, isPlain: false) = value { start.column += 1 }
        return try FormulaParser.parse(try text(), at: start)
    }
}
