/// Why a probe stopped, for the person who asked for it.
public struct RobustnessError: Error, Sendable, CustomStringConvertible {
    /// The problem: where, what, and what was expected.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
