public import AssessmentCore
public import AssessmentExporters

/// A run that an archive keeps.
public struct ArchivedRun: Sendable, Hashable {
    /// Its number: 1 for the first run of the archive, and so on without a gap.
    public let number: Int
    /// When it was stored.
    public let storedAt: Timestamp
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
    /// Its files: those of the specification, the one that was named first; the data; what came out.
    public let files: [ArchivedFile]
    /// Whether the data came from a folder of their own, to which their paths are relative.
    public let hasDataFolder: Bool
    /// The SHA-256 of this run and of all that was stored before it: see ``Archive``.
    public let digest: String

    /// The SHA-256 of the ledger.
    public var results: String { manifest.results }
    /// The case of the review that it belongs to.
    public var reviewCase: ReviewCase { ReviewCase(assessment: assessment, period: period) }
}

/// A file of a run that an archive keeps.
public struct ArchivedFile: Sendable, Hashable {
    /// What a file is to its run.
    public enum Role: String, Sendable, Hashable, CaseIterable {
        /// A file of the specification.
        case specification
        /// A file of units, observations, registers, targets, facts or the like.
        case data
        /// What came out.
        case output
        /// A file as somebody handed it in: a filled form, a list of assessors, what was found on site.
        case original
    }

    /// What it is to the run.
    public let role: Role
    /// Its path, relative to the folder of the specification, of the data or of the results.
    public let path: String
    /// The number of its bytes.
    public let size: Int
    /// The SHA-256 of its bytes, in lower-case hexadecimal.
    public let sha256: String
}

/// A file of a run with its bytes.
public struct RunFile: Sendable, Hashable {
    /// What it is to the run.
    public let role: ArchivedFile.Role
    /// Its path, relative to the folder of the specification, of the data or of the results.
    public let path: String
    /// Its bytes.
    public let bytes: [UInt8]

    /// Creates a file.
    public init(_ role: ArchivedFile.Role, path: String, bytes: [UInt8]) {
        self.role = role
        self.path = path
        self.bytes = bytes
    }
}
