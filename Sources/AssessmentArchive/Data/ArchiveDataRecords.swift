internal import AssessmentCore
internal import AssessmentData
internal import Foundation

extension Archive {
    /// Stores records of data: all of them, or none where something goes wrong.
    ///
    /// - Parameters:
    ///   - records: the records, revisions of a collection in their order.
    ///   - time: when they are stored.
    /// - Returns: the records as they are archived, on the disk.
    /// - Throws: ``ArchiveFailure`` where one is not fit to be kept, a revision does not follow upon the last one of its
    ///   collection, findings are on a sample that is not there, or the file cannot be written.
    @discardableResult
    public func store(_ records: [NewDataRecord], at time: Timestamp) throws -> [DataRecord] {
        if records.isEmpty { return [] }
        // Digests take long, and nobody else could write in the meantime.
        let rows = try records.map { try DataRecordRow($0, at: time) }
        return try connection.writing { session in
            try zip(records, rows).map { record, row in
                if let revision = record.revision { try checkOrder(of: revision, record.reviewCase, session) }
                if case .findings(let findings) = record.content {
                    try checkSample(findings.sample, record.reviewCase, session)
                }
                return try store(record, row, session)
            }
        }
    }

    private func store(_ record: NewDataRecord, _ row: DataRecordRow, _ session: Session) throws -> DataRecord {
        try session.keep(record.files, row.files)
        let (entry, digest) = try session.addEntry { entry, previous in
            ChainDigest.of(row, entry: entry, after: previous)
        }
        try session.execute(
            "INSERT INTO records (entry, recorded_at, kind, assessment, period, collection, revision, manifest, "
                + "data_folder, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                .number(entry), .text(row.recordedAt.description), .text(row.kind), .text(row.reviewCase.assessment),
                .text(row.reviewCase.period), .text(row.collection), .optional(row.revision), .text(row.manifest),
                .number(row.hasDataFolder ? 1 : 0), .text(row.content),
            ])
        for (position, file) in row.files.enumerated() {
            try session.execute(
                "INSERT INTO record_files (record, position, role, path, size, sha256) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    .number(entry), .number(position), .text(file.role.rawValue), .text(file.path),
                    .number(file.size), .text(file.sha256),
                ])
        }
        return try row.record(entry, digest: digest)
    }

    private func checkOrder(of new: RevisionRecord, _ reviewCase: ReviewCase, _ session: Session) throws {
        let last = try lastRevision(of: new.collection, reviewCase, session)?.revision?.revision ?? 0
        guard new.revision == last + 1 else {
            throw ArchiveFailure(
                .movedOn,
                "revision \(new.revision) of ‘\(printable(new.collection))’ cannot be stored: the last one that ‘\(path)’ keeps "
                    + "is \(last); do it again")
        }
    }

    private func checkSample(_ number: Int, _ reviewCase: ReviewCase, _ session: Session) throws {
        let row = try session.row("\(Archive.selectRecords) WHERE records.entry = ?", [.number(number)])
        guard let record = try row.map({ try dataRecord($0, session) }), case .sample = record.content,
            record.reviewCase == reviewCase
        else {
            throw ArchiveFailure(
                .noRecord,
                "‘\(path)’ has no sample \(number) of \(printable(reviewCase.assessment)) \(printable(reviewCase.period)), "
                    + "which findings are on")
        }
    }

    /// The records of data, in the order in which they were stored.
    ///
    /// - Throws: ``ArchiveFailure`` where one of them was altered.
    public func dataRecords() throws -> [DataRecord] {
        try connection.reading { session in
            guard try session.keepsData else { return [] }
            return try session.rows("\(Archive.selectRecords) ORDER BY records.entry").map {
                try dataRecord($0, session)
            }
        }
    }

    /// A record of data by its number.
    ///
    /// - Throws: ``ArchiveFailure`` where there is none, or it was altered.
    public func dataRecord(_ number: Int) throws -> DataRecord {
        try connection.reading { session in
            let row =
                try session.keepsData
                ? session.row("\(Archive.selectRecords) WHERE records.entry = ?", [.number(number)]) : nil
            guard let row else {
                throw ArchiveFailure(
                    .noRecord,
                    "‘\(path)’ has no record \(number) of data; expected a number of ‘assess archive data list \(path)’"
                )
            }
            return try dataRecord(row, session)
        }
    }

    /// The last revision of a collection that is kept; nothing where none is.
    ///
    /// - Parameters:
    ///   - collection: the folder of the collection, as the specification names it.
    ///   - reviewCase: the assessment in its period.
    /// - Throws: ``ArchiveFailure`` where it was altered.
    public func lastRevision(of collection: String, _ reviewCase: ReviewCase) throws -> DataRecord? {
        try connection.reading { session in try lastRevision(of: collection, reviewCase, session) }
    }

    private func lastRevision(of collection: String, _ reviewCase: ReviewCase, _ session: Session) throws -> DataRecord?
    {
        try revisions(of: collection, reviewCase, session, "DESC LIMIT 1").first
    }

    /// The revisions of a collection, in their order, up to one.
    ///
    /// - Throws: ``ArchiveFailure`` where one was altered.
    public func revisions(of collection: String, _ reviewCase: ReviewCase, upTo last: Int = .max) throws -> [DataRecord]
    {
        try connection.reading { session in
            try revisions(of: collection, reviewCase, session, "ASC").filter { $0.revision?.revision ?? 0 <= last }
        }
    }

    private func revisions(
        of collection: String, _ reviewCase: ReviewCase, _ session: Session, _ order: String
    ) throws -> [DataRecord] {
        guard try session.keepsData else { return [] }
        return try session.rows(
            "\(Archive.selectRecords) WHERE records.assessment = ? AND records.period = ? AND records.collection = ? "
                + "AND records.revision IS NOT NULL ORDER BY records.revision \(order)",
            [.text(reviewCase.assessment), .text(reviewCase.period), .text(collection)]
        ).map { try dataRecord($0, session) }
    }

    /// The bytes of a file of a record of data.
    ///
    /// - Throws: ``ArchiveFailure`` where they are not those that were stored.
    public func bytes(of file: ArchivedFile, in record: DataRecord) throws -> [UInt8] {
        try bytes(of: file, "the record \(record.number)")
    }

    static let selectRecords = """
        SELECT records.entry, records.recorded_at, records.kind, records.assessment, records.period, records.collection, \
        records.revision, records.manifest, records.data_folder, records.content, entries.digest \
        FROM records LEFT JOIN entries ON entries.sequence = records.entry
        """

    /// The record of a row, which is compared with its digest.
    func dataRecord(_ row: StoredRow, _ session: Session) throws -> DataRecord {
        let entry = try row.number(0)
        let altered = ArchiveFailure(
            .damaged,
            "the record \(entry) of ‘\(path)’ is not as it was stored; ‘assess archive check’ says what is wrong, and a copy "
                + "may have it whole")
        do {
            let files = try session.rows(
                "SELECT role, path, size, sha256 FROM record_files WHERE record = ? ORDER BY position",
                [.number(entry)])
            let (held, digest) = (try DataRecordRow(row, files: files), try row.text(10))
            guard ChainDigest.of(held, entry: entry, after: try session.digest(before: entry)) == digest else {
                throw altered
            }
            return try held.record(entry, digest: digest)
        } catch let error as ArchiveFailure where error.kind == .damaged {
            throw altered
        }
    }
}

extension Session {
    /// Keeps the bytes of files that are not kept yet.
    func keep(_ files: [RunFile], _ archived: [ArchivedFile]) throws {
        for (file, archived) in zip(files, archived) {
            let isThere = try row("SELECT 1 FROM blobs WHERE sha256 = ?", [.text(archived.sha256)]) != nil
            guard !isThere else { continue }
            try execute(
                "INSERT INTO blobs (sha256, bytes) VALUES (?, ?)", [.text(archived.sha256), .bytes(file.bytes)])
        }
    }
}
