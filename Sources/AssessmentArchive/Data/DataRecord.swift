internal import AssessmentCore
internal import AssessmentData
public import AssessmentExporters
internal import Foundation

/// A record of data that is to be stored: a revision of a collection, what checks found, a sample, or findings on it.
public struct NewDataRecord: Sendable {
    /// What it belongs to: an assessment in a period.
    public let reviewCase: ReviewCase
    /// What it says.
    public let content: DataRecordContent
    /// What it was computed from, and by what; nothing for a revision, which is no computation.
    public let manifest: ManifestDocument?
    /// The files that belong to it: for a revision the rows that it put behind those of the collection, and the file that was
    /// taken in; else every file that the manifest names, what was handed in, and what came out.
    public let files: [RunFile]
    /// Whether the data came from a folder of their own, to which their paths are relative.
    public let hasDataFolder: Bool

    /// Creates a record.
    public init(
        _ content: DataRecordContent, of reviewCase: ReviewCase, manifest: ManifestDocument? = nil, files: [RunFile],
        hasDataFolder: Bool = false
    ) {
        self.content = content
        self.reviewCase = reviewCase
        self.manifest = manifest
        self.files = files
        self.hasDataFolder = hasDataFolder
    }

    /// The revision, where it is one.
    var revision: RevisionRecord? { if case .revision(let revision) = content { revision } else { nil } }
}

/// A record of data that an archive keeps.
public struct DataRecord: Sendable, Hashable {
    /// Its number: its place among all that the archive keeps, runs and events among them; later ones have larger numbers.
    public let number: Int
    /// When it was stored.
    public let recordedAt: Timestamp
    /// What it belongs to: an assessment in a period.
    public let reviewCase: ReviewCase
    /// What it says.
    public let content: DataRecordContent
    /// What it was computed from, and by what; nothing for a revision.
    public let manifest: ManifestDocument?
    /// The files that belong to it.
    public let files: [ArchivedFile]
    /// Whether the data came from a folder of their own, to which their paths are relative.
    public let hasDataFolder: Bool
    /// The SHA-256 of this record and of all that was stored before it: see ``Archive``.
    public let digest: String

    /// The revision of a collection, where it is one.
    public var revision: RevisionRecord? { if case .revision(let revision) = content { revision } else { nil } }
}

/// A record of data as its row holds it.
struct DataRecordRow {
    let recordedAt: Timestamp
    let kind: String
    let reviewCase: ReviewCase
    let collection: String
    let revision: Int?
    let manifest: String
    let hasDataFolder: Bool
    let content: String
    let files: [ArchivedFile]

    /// The row of a new record.
    ///
    /// - Throws: ``ArchiveFailure`` where it is not fit to be kept.
    init(_ record: NewDataRecord, at time: Timestamp) throws {
        recordedAt = time
        kind = record.content.kind
        reviewCase = record.reviewCase
        collection = record.revision?.collection ?? ""
        revision = record.revision?.revision
        manifest = try record.manifest.map(StoredManifest.text) ?? ""
        hasDataFolder = record.hasDataFolder
        content = try DataRecordRow.text(of: record.content)
        files = record.files.map { file in
            ArchivedFile(role: file.role, path: file.path, size: file.bytes.count, sha256: sha256(file.bytes))
        }
        if let problem = problem(record) {
            throw ArchiveFailure(.unfit, "the \(kind) cannot be stored: \(problem)")
        }
    }

    private func problem(_ record: NewDataRecord) -> String? {
        if let problem = ArchivedPath.problem(ofPaths: files, hasDataFolder: hasDataFolder) { return problem }
        let texts = [reviewCase.assessment, reviewCase.period, collection] + files.map(\.path)
        if texts.contains(where: { $0.utf8.contains(0) }) { return "one of its names holds a NUL character" }
        if files.contains(where: { $0.size > Archive.largestFile }) {
            return "a file is larger than \(Archive.largestFile) bytes"
        }
        for input in record.manifest?.inputs ?? []
        where !files.contains(where: { ($0.path, $0.sha256) == (input.file, input.sha256) }) {
            return "the bytes of ‘\(printable(input.file))’, which its manifest names, are not there"
        }
        if let revision = record.revision, !files.contains(where: { $0.sha256 == revision.sha256 }) {
            return "the bytes of ‘\(printable(revision.file))’, which was taken in, are not there"
        }
        return nil
    }

    /// The columns of a row of the query of records, with its files.
    ///
    /// - Throws: ``ArchiveFailure`` where they hold what no archive holds.
    init(_ row: StoredRow, files: [StoredRow]) throws {
        let unreadable = ArchiveFailure(.damaged, "a row holds what no archive holds")
        guard let recordedAt = Timestamp(try row.text(1)) else { throw unreadable }
        self.recordedAt = recordedAt
        kind = try row.text(2)
        reviewCase = ReviewCase(assessment: try row.text(3), period: try row.text(4))
        collection = try row.text(5)
        revision = try row.optionalNumber(6)
        manifest = try row.text(7)
        hasDataFolder = try row.number(8) == 1
        content = try row.text(9)
        self.files = try files.map { file in
            guard let role = ArchivedFile.Role(rawValue: try file.text(0)) else { throw unreadable }
            return ArchivedFile(role: role, path: try file.text(1), size: try file.number(2), sha256: try file.text(3))
        }
    }

    /// The record of the row.
    ///
    /// - Throws: ``ArchiveFailure`` where it holds what no archive holds.
    func record(_ number: Int, digest: String) throws -> DataRecord {
        DataRecord(
            number: number, recordedAt: recordedAt, reviewCase: reviewCase, content: try decodedContent(),
            manifest: manifest.isEmpty ? nil : try StoredManifest.manifest(manifest), files: files,
            hasDataFolder: hasDataFolder, digest: digest)
    }

    private static func text(of content: DataRecordContent) throws -> String {
        func text(_ value: some Encodable) throws -> String {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        }
        return switch content {
        case .revision(let record): try text(record)
        case .checks(let record): try text(record)
        case .sample(let record): try text(record)
        case .findings(let record): try text(record)
        }
    }

    private func decodedContent() throws -> DataRecordContent {
        let decoder = JSONDecoder()
        let data = Data(content.utf8)
        do {
            switch kind {
            case "revision":
                let record = try decoder.decode(RevisionRecord.self, from: data)
                // What is looked for by these columns must be what the record says.
                guard (record.collection, record.revision) == (collection, revision) else { break }
                return .revision(record)
            case "checks": return .checks(try decoder.decode(ChecksRecord.self, from: data))
            case "sample": return .sample(try decoder.decode(SampleRecord.self, from: data))
            case "findings": return .findings(try decoder.decode(FindingsRecord.self, from: data))
            default: break
            }
        } catch {
            throw ArchiveFailure(.damaged, "what a record says cannot be read")
        }
        throw ArchiveFailure(.damaged, "what a record says cannot be read")
    }
}
