internal import AssessmentCore
internal import AssessmentData

/// The digests that chain what an archive keeps: each covers an entry and, by the digest before it, all earlier ones.
///
/// A digest is the SHA-256 of fields, each written as its name, a space, the number of its bytes, a line feed, the bytes,
/// and a line feed. The first field is the digest before.
struct ChainDigest {
    private var bytes: [UInt8] = []

    private mutating func add(_ name: String, _ value: [UInt8]) {
        bytes += Array("\(name) \(value.count)\n".utf8) + value + [UInt8(ascii: "\n")]
    }

    private mutating func add(_ name: String, _ value: String) { add(name, Array(value.utf8)) }

    private mutating func add(_ name: String, _ value: Int) { add(name, String(value)) }

    private init(after previous: String, entry: Int) {
        add("previous", previous)
        add("entry", entry)
    }

    /// The digest of a run.
    ///
    /// - Parameter manifest: the manifest as it is stored, byte for byte.
    static func of(
        run: Int, storedAt: Timestamp, assessment: String, period: String, kind: String, titles: [String],
        manifest: String, hasDataFolder: Bool, files: [ArchivedFile], entry: Int, after previous: String
    ) -> String {
        var digest = ChainDigest(after: previous, entry: entry)
        digest.add("run", run)
        digest.add("stored_at", storedAt.description)
        digest.add("assessment", assessment)
        digest.add("period", period)
        digest.add("kind", kind)
        for title in titles { digest.add("title", title) }
        digest.add("manifest", manifest)
        digest.add("data_folder", hasDataFolder ? 1 : 0)
        digest.add(files)
        return sha256(digest.bytes)
    }

    /// The digest of a record of data.
    ///
    /// - Parameter row: the record as it is stored, byte for byte.
    static func of(_ row: DataRecordRow, entry: Int, after previous: String) -> String {
        var digest = ChainDigest(after: previous, entry: entry)
        digest.add("record", row.kind)
        digest.add("recorded_at", row.recordedAt.description)
        digest.add("assessment", row.reviewCase.assessment)
        digest.add("period", row.reviewCase.period)
        digest.add("collection", row.collection)
        digest.add("revision", row.revision.map(String.init) ?? "")
        digest.add("manifest", row.manifest)
        digest.add("data_folder", row.hasDataFolder ? 1 : 0)
        digest.add("content", row.content)
        digest.add(row.files)
        return sha256(digest.bytes)
    }

    private mutating func add(_ files: [ArchivedFile]) {
        for file in files {
            add("role", file.role.rawValue)
            add("path", file.path)
            add("size", file.size)
            add("sha256", file.sha256)
        }
    }

    /// The digest of an event.
    static func of(_ event: NewReviewEvent, of reviewCase: ReviewCase, entry: Int, after previous: String) -> String {
        var digest = ChainDigest(after: previous, entry: entry)
        digest.add("event", event.kind)
        digest.add("assessment", reviewCase.assessment)
        digest.add("period", reviewCase.period)
        digest.add("run", event.run.map(String.init) ?? "")
        digest.add("actor", event.actor)
        digest.add("date", event.date.description)
        digest.add("recorded_at", event.recordedAt.description)
        digest.add("payload", event.payload)
        return sha256(digest.bytes)
    }
}
