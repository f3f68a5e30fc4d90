/// A format that results are written in: it turns a finished ledger into files and computes nothing of its own.
public protocol Exporter: Sendable {
    /// What it says of itself, with its parameters as options.
    var description: MethodDescription { get }

    /// The files of a finished assessment.
    ///
    /// - Parameters:
    ///   - assessment: the finished assessment.
    ///   - languages: the languages asked for, the first one leading.
    ///   - options: the values of the parameters.
    /// - Throws: where an option contradicts the ledger.
    func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) throws -> [OutputFile]
}

/// A file to be written.
public struct OutputFile: Sendable, Hashable {
    /// Its path within the output folder, with `/` between folders.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// Creates a file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Creates a file of UTF-8 text.
    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }
}
