public import AssessmentCore

/// Why a run stopped, for the person who wrote the specification or collected the data.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
    /// One of the problems.
    public struct Problem: Sendable, Hashable, CustomStringConvertible {
        /// Where the specification has what it is about, relative to its folder.
        public let position: SourcePosition?
        /// The problem in a sentence.
        public let text: String

        /// The problem behind its place.
        public var description: String { position.map { "\($0): \(text)" } ?? text }
    }

    /// Every problem of the step that could not go on.
    public let problems: [Problem]

    /// One line for each problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }

    init(_ problems: [Problem]) {
        self.problems = problems
    }

    init(_ text: String) {
        self.init([Problem(position: nil, text: text)])
    }

    init(node: FrameworkNode, _ text: String) {
        self.init([Problem(node: node, text)])
    }
}

extension PipelineError.Problem {
    init(node: FrameworkNode, _ text: String) {
        self.init(position: node.position, text: "\(node.id): \(text)")
    }
}
