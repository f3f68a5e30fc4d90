import AssessmentCore

extension SourcePosition {
    /// The position within its file as a person says it.
    var inWords: String { "line \(line), column \(column)" }
}

extension YAMLNode {
    /// What kind of value this is, for a message.
    var kind: String {
        switch value {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping (lines of ‘key: value’)"
        }
    }
}

/// A text from a file in quotation marks, on one line and cut where it is long.
func quoted(_ text: String) -> String {
    let line = String(text.prefix(41).map { $0.isNewline ? " " : $0 })
    return line.count > 40 ? "‘\(line.prefix(39))…’" : "‘\(line)’"
}
