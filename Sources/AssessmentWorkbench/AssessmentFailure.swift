/// Why an assessment could not be run or its results not be written, for the person at the keyboard.
public struct AssessmentFailure: Error, Sendable, CustomStringConvertible {
    /// What is wrong, where, and what to do; a line for each problem.
    public let description: String
    /// Whether it is the output that is in the way, rather than the specification or the data.
    public let isOutput: Bool
    /// Whether a gate that the specification sets itself was not passed, such as a check that stops the run.
    public let isGate: Bool

    /// Creates a failure.
    public init(_ description: String, isOutput: Bool = true, isGate: Bool = false) {
        self.description = description
        self.isOutput = isOutput
        self.isGate = isGate
    }
}
