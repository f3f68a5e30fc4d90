import AssessmentCore

extension YAMLNode {
    /// The truth value written here, which is `true` or `false` and no other word.
    func boolean() throws(Diagnostic) -> Bool {
        let expected = "‘true’ or ‘false’"
        let text = try unquotedText(expected: expected)
        switch text {
        case "true": return true
        case "false": return false
        default:
            let meant = YAMLNode.truthWords[text.lowercased()] ?? nearestMatch(to: text, among: ["true", "false"])
            throw Diagnostic(
                at: position, "\(quoted(text)) is not a truth value", expected: expected, suggestion: meant)
        }
    }

    private static let truthWords = [
        "true": "true", "yes": "true", "on": "true", "y": "true", "t": "true", "1": "true", "是": "true", "真": "true",
        "false": "false", "no": "false", "off": "false", "n": "false", "f": "false", "0": "false", "否": "false",
        "假": "false",
    ]
}
