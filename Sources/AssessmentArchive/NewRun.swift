public import AssessmentCore
internal import AssessmentData
public import AssessmentExporters

/// A run that is to be stored.
public struct NewRun: Sendable {
    /// The id of the assessment.
    public let assessment: String
    /// The title of the assessment.
    public let title: BilingualText
    /// The assessed period.
    public let period: String
    /// Which instrument it is: evaluation or review.
    public let kind: String
    /// What was read, by what it was computed, and the digest of what came out.
    public let manifest: ManifestDocument
    /// Every file that the manifest names as an input, and what came out.
    public let files: [RunFile]
    /// Whether the data came from a folder of their own, to which their paths are relative.
    public let hasDataFolder: Bool

    /// Creates a run out of what result.json says and the files that it rests on.
    public init(
        assessment: String, title: BilingualText, period: String, kind: String, manifest: ManifestDocument,
        files: [RunFile], hasDataFolder: Bool = false
    ) {
        self.assessment = assessment
        self.title = title
        self.period = period
        self.kind = kind
        self.manifest = manifest
        self.files = files
        self.hasDataFolder = hasDataFolder
    }

    /// Creates a run of a finished assessment, with its result.json.
    ///
    /// - Parameters:
    ///   - assessment: what came out.
    ///   - inputs: the files of the specification and the data, with the bytes that were read.
    ///   - hasDataFolder: whether the data came from a folder of their own.
    /// - Throws: where a number cannot be written, which a ledger never holds.
    public init(_ assessment: CompletedAssessment, inputs: [RunFile], hasDataFolder: Bool) throws {
        let specification = assessment.specification
        let results = try JSONExporter().files(for: assessment, languages: [], options: ParameterValues([:], for: []))
        self.init(
            assessment: specification.id, title: specification.title, period: specification.period.description,
            kind: specification.kind.rawValue, manifest: ManifestDocument(assessment.manifest),
            files: inputs + results.map { RunFile(.output, path: $0.path, bytes: $0.bytes) },
            hasDataFolder: hasDataFolder)
    }

    /// Its files as they are archived, in their order.
    ///
    /// - Throws: ``ArchiveFailure`` where the manifest names other inputs than there are, or a path is not fit to be kept.
    func archivedFiles() throws -> [ArchivedFile] {
        let archived = files.map { file in
            ArchivedFile(role: file.role, path: file.path, size: file.bytes.count, sha256: sha256(file.bytes))
        }
        if let problem = ArchivedPath.problem(in: archived, hasDataFolder: hasDataFolder) {
            throw ArchiveFailure(.unfit, "the run cannot be stored: \(problem)")
        }
        func isNamed(_ input: ManifestDocument.Input, _ file: ArchivedFile) -> Bool {
            (input.file, input.sha256) == (file.path, file.sha256)
        }
        let inputs = archived.filter { $0.role != .output }
        for input in manifest.inputs where !inputs.contains(where: { isNamed(input, $0) }) {
            throw ArchiveFailure(
                .unfit,
                "the run cannot be stored: the bytes of ‘\(input.file)’, which its manifest names, are not there")
        }
        for file in inputs where !manifest.inputs.contains(where: { isNamed($0, file) }) {
            throw ArchiveFailure(.unfit, "the run cannot be stored: its manifest does not name ‘\(file.path)’")
        }
        return archived
    }
}
