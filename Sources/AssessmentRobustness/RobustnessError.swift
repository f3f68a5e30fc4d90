public import AssessmentCore

/// Why a probe stopped, for the person who asked for it.
public struct RobustnessError: Error, Sendable, CustomStringConvertible {
    /// The problem: where, what, and what was expected.
    public let description: String
    /// Where the specification has what it is about, where that is one place within its ‘robustness’.
    public let position: SourcePosition?

    init(_ description: String, at position: SourcePosition? = nil) {
        self.description = description
        self.position = position
    }
}
