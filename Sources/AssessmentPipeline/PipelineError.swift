internal import AssessmentCore

/// Why a run stopped, for the person who wrote the specification or collected the data.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
    /// Each problem in a sentence of its own.
    public let problems: [String]

    /// Creates an error.
    public init(_ problems: [String]) {
        self.problems = problems
    }

    /// One line for each problem.
    public var description: String { problems.joined(separator: "\n") }

    init(node: FrameworkNode, _ problem: String) {
        self.init([node.position.map { "\($0): \(node.id): \(problem)" } ?? "\(node.id): \(problem)"])
    }
}
