/// Something that breaks a rule: what it is about, and what is wrong with it.
public struct Finding: Sendable, Hashable, CustomStringConvertible {
    /// The id of the indicator, variable, statement or method that it is about.
    public let subject: String
    /// What is wrong and what was expected.
    public let text: String

    /// Creates a finding.
    public init(_ subject: String, _ text: String) {
        self.subject = subject
        self.text = text
    }

    /// The finding as a line: `life.online_medical: has no worked example`.
    public var description: String { "\(subject): \(text)" }
}
