public import AssessmentCore

/// The manifest as it stands in result.json.
public struct ManifestDocument: Codable, Sendable, Hashable {
    /// A file that was read.
    public struct Input: Codable, Sendable, Hashable {
        /// Its path relative to the specification.
        public let file: String
        /// The SHA-256 of its bytes, in hexadecimal.
        public let sha256: String
    }

    /// A plug-in that ran as a process of its own.
    public struct Process: Codable, Sendable, Hashable {
        /// The id of the plug-in.
        public let plugin: String
        /// The words of its command.
        public let command: [String]
        /// The SHA-256 of its bytes, in hexadecimal.
        public let sha256: String
        /// What kept it from the rest of the machine.
        public let isolation: String
    }

    /// A query that a database engine answered.
    public struct Query: Codable, Sendable, Hashable {
        /// The file of the SQL.
        public let file: String
        /// The file of the answer.
        public let result: String
        /// What people call the engine.
        public let engine: String
        /// Its version, in its own words.
        public let version: String
        /// The values of the parameters.
        public let parameters: [String: String]
        /// How many rows the answer has.
        public let rows: Int
        /// The SHA-256 of the answer, in hexadecimal.
        public let sha256: String
    }

    /// A collection that data were read from.
    public struct Collection: Codable, Sendable, Hashable {
        /// Its folder, relative to the specification.
        public let folder: String
        /// The number of its last revision.
        public let revision: Int
    }

    /// The version of the workbench.
    public let workbench: String
    /// The operating system and processor.
    public let platform: String
    /// The plug-ins with their versions.
    public let plugins: [String: String]
    /// Left out where no plug-in ran as a process.
    public let processes: [Process]?
    /// Left out where no query was asked.
    public let queries: [Query]?
    /// Left out where no data came from a collection.
    public let collections: [Collection]?
    /// The specification and every file that it names, in the order of reading.
    public let inputs: [Input]
    /// The SHA-256 of the ledger.
    public let results: String

    /// The document of a manifest.
    public init(_ manifest: Manifest) {
        workbench = manifest.workbench
        platform = manifest.platform
        plugins = manifest.plugins
        let processes = manifest.processes.map {
            Process(plugin: $0.plugin, command: $0.command, sha256: $0.sha256, isolation: $0.isolation)
        }
        self.processes = processes.isEmpty ? nil : processes
        let queries = manifest.queries.map {
            Query(
                file: $0.file, result: $0.result, engine: $0.engine, version: $0.version, parameters: $0.parameters,
                rows: $0.rows, sha256: $0.sha256)
        }
        self.queries = queries.isEmpty ? nil : queries
        let collections = manifest.collections.map { Collection(folder: $0.folder, revision: $0.revision) }
        self.collections = collections.isEmpty ? nil : collections
        inputs = manifest.inputs.map { Input(file: $0.file, sha256: $0.sha256) }
        results = manifest.results
    }
}

extension ManifestDocument {
    /// The queries that database engines answered, as a manifest has them.
    public var answeredQueries: [Manifest.Query] {
        (queries ?? []).map {
            Manifest.Query(
                file: $0.file, result: $0.result, engine: $0.engine, version: $0.version, parameters: $0.parameters,
                rows: $0.rows, sha256: $0.sha256)
        }
    }
}
