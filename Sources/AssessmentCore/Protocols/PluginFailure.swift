/// Why a plug-in that runs as a process of its own ended the run.
public struct PluginFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// The plug-in, as the specification names its process.
    public let plugin: String
    /// What was asked of it.
    public let request: String
    /// What it did.
    public let problem: String

    /// Creates a failure.
    public init(plugin: String, request: String, problem: String) {
        self.plugin = plugin
        self.request = request
        self.problem = problem
    }

    /// The plug-in, the request and the problem in a sentence.
    public var description: String { "the plug-in ‘\(plugin)’, asked ‘\(request)’: \(problem)" }
}
