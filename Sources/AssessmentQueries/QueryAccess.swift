public import AssessmentCore

/// What a user of the program lets queries do: nothing is asked of an engine unless it is allowed.
public struct QueryAccess: Sendable {
    /// Whether engines may be asked.
    public var isAllowed: Bool
    /// The engine that is chosen, by its name in the specification; nothing where each query has one only.
    public var engine: String?
    /// The answers of an earlier run: these are read again, and no engine is asked.
    public var recorded: RecordedQueries?

    /// Creates it.
    public init(isAllowed: Bool = false, engine: String? = nil, recorded: RecordedQueries? = nil) {
        self.isAllowed = isAllowed
        self.engine = engine
        self.recorded = recorded
    }
}

/// The queries of an earlier run, as its manifest has them.
public struct RecordedQueries: Sendable {
    /// The queries.
    public let queries: [Manifest.Query]
    /// The digests of its inputs, by their paths.
    public let digests: [String: String]
    /// The answers that lie beside its results, by their paths.
    public let answers: [String: [UInt8]]

    /// Creates it.
    public init(queries: [Manifest.Query], digests: [String: String], answers: [String: [UInt8]] = [:]) {
        self.queries = queries
        self.digests = digests
        self.answers = answers
    }
}

/// The answer to a query, as it is read, kept and digested.
public struct QueryAnswer: Sendable {
    /// The SQL file.
    public let file: String
    /// The bytes of the SQL file.
    public let sql: [UInt8]
    /// The path under which the answer is kept.
    public let result: String
    /// The answer: comma-separated values, the rows in the order of their bytes.
    public let bytes: [UInt8]
    /// What the manifest says of it.
    public let manifest: Manifest.Query
}

/// Why a file of data cannot be used by a query.
public struct FileRefusal: Error, Sendable {
    /// What is wrong.
    public let problem: String
    /// What was expected.
    public let expected: String

    /// Creates a refusal.
    public init(problem: String, expected: String) {
        self.problem = problem
        self.expected = expected
    }
}
