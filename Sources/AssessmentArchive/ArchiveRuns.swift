internal import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters
internal import Foundation

extension Archive {
    /// Stores a run: all of it, or nothing where something goes wrong.
    ///
    /// - Parameters:
    ///   - run: the run.
    ///   - time: when it is stored.
    /// - Returns: the run as it is archived, on the disk.
    /// - Throws: ``ArchiveFailure`` where it is not fit to be kept, or the file cannot be written.
    public func store(_ run: NewRun, at time: Timestamp) throws -> ArchivedRun {
        // Digests take long, and nobody else could write in the meantime.
        let files = try run.archivedFiles()
        let manifest = try StoredManifest.text(of: run.manifest)
        let texts = [run.assessment, run.period, run.kind, run.title.zh, run.title.en]
        guard !(texts + files.map(\.path)).contains(where: { $0.utf8.contains(0) }) else {
            throw ArchiveFailure(.unfit, "the run cannot be stored: one of its names holds a NUL character")
        }
        guard run.files.allSatisfy({ $0.bytes.count <= Archive.largestFile }) else {
            throw ArchiveFailure(
                .unfit, "the run cannot be stored: a file is larger than \(Archive.largestFile) bytes")
        }
        return try connection.writing { session in
            let number = try session.row("SELECT coalesce(max(number), 0) + 1 FROM runs")?.number(0) ?? 1
            try session.keep(run.files, files)
            let (entry, digest) = try session.addEntry { entry, previous in
                ChainDigest.of(
                    run: number, storedAt: time, assessment: run.assessment, period: run.period, kind: run.kind,
                    titles: [run.title.zh, run.title.en], manifest: manifest, hasDataFolder: run.hasDataFolder,
                    files: files, entry: entry, after: previous)
            }
            try session.execute(
                "INSERT INTO runs (number, entry, stored_at, assessment, period, kind, title_zh, title_en, manifest, "
                    + "data_folder) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    .number(number), .number(entry), .text(time.description), .text(run.assessment), .text(run.period),
                    .text(run.kind), .text(run.title.zh), .text(run.title.en), .text(manifest),
                    .number(run.hasDataFolder ? 1 : 0),
                ])
            for (position, file) in files.enumerated() {
                try session.execute(
                    "INSERT INTO run_files (run, position, role, path, size, sha256) VALUES (?, ?, ?, ?, ?, ?)",
                    [
                        .number(number), .number(position), .text(file.role.rawValue), .text(file.path),
                        .number(file.size), .text(file.sha256),
                    ])
            }
            return ArchivedRun(
                number: number, storedAt: time, assessment: run.assessment, title: run.title, period: run.period,
                kind: run.kind, manifest: run.manifest, files: files, hasDataFolder: run.hasDataFolder, digest: digest)
        }
    }

    /// The largest file that SQLite keeps, in bytes.
    static let largestFile = 1_000_000_000

    /// The runs, in the order in which they were stored.
    ///
    /// - Throws: ``ArchiveFailure`` where one of them was altered.
    public func runs() throws -> [ArchivedRun] {
        try connection.reading { session in
            try session.rows("\(Archive.selectRuns) ORDER BY runs.number").map { try run($0, session) }
        }
    }

    /// A run by its number.
    ///
    /// - Throws: ``ArchiveFailure`` where there is none, or it was altered.
    public func run(_ number: Int) throws -> ArchivedRun {
        try connection.reading { session in
            guard let row = try session.row("\(Archive.selectRuns) WHERE runs.number = ?", [.number(number)]) else {
                let count = try session.row("SELECT coalesce(max(number), 0) FROM runs")?.number(0) ?? 0
                let runs =
                    count == 0 ? "it has none yet" : count == 1 ? "it has run 1 alone" : "it has runs 1 to \(count)"
                throw ArchiveFailure(.noRun, "‘\(path)’ has no run \(number); \(runs)")
            }
            return try run(row, session)
        }
    }

    /// The bytes of a file of a run.
    ///
    /// - Throws: ``ArchiveFailure`` where they are not those that were stored.
    public func bytes(of file: ArchivedFile, in run: ArchivedRun) throws -> [UInt8] {
        try bytes(of: file, "run \(run.number)")
    }

    /// The bytes of a file of a run or record.
    func bytes(of file: ArchivedFile, _ holder: String) throws -> [UInt8] {
        let place = "\(holder) of ‘\(path)’ is damaged: the bytes of ‘\(printable(file.path))’"
        let row: StoredRow?
        do {
            row = try connection.reading { session in
                try session.row("SELECT bytes FROM blobs WHERE sha256 = ?", [.text(file.sha256)])
            }
        } catch let error as ArchiveFailure where error.kind == .damaged {
            throw ArchiveFailure(.damaged, "\(place) cannot be read; fetch the archive from a copy")
        }
        guard let row else { throw ArchiveFailure(.damaged, "\(place) are missing; fetch the archive from a copy") }
        let bytes = try row.bytes(0)
        let found = sha256(bytes)
        guard found == file.sha256 else {
            throw ArchiveFailure(
                .damaged,
                "\(place) have the SHA-256 \(found), where \(file.sha256) was stored; fetch the archive from a copy")
        }
        return bytes
    }

    static let selectRuns = """
        SELECT runs.number, runs.stored_at, runs.assessment, runs.period, runs.kind, runs.title_zh, runs.title_en, \
        runs.manifest, runs.data_folder, runs.entry, entries.digest \
        FROM runs LEFT JOIN entries ON entries.sequence = runs.entry
        """

    /// The run of a row, which is compared with its digest.
    func run(_ row: StoredRow, _ session: Session) throws -> ArchivedRun {
        let number = try row.number(0)
        let altered = ArchiveFailure(
            .damaged,
            "run \(number) of ‘\(path)’ is not as it was stored; ‘assess archive check’ says what is wrong, and a copy may "
                + "have it whole")
        let run: (ArchivedRun, expected: String)
        do {
            run = try Archive.run(row, session)
        } catch let error as ArchiveFailure where error.kind == .damaged {
            throw altered
        }
        guard run.0.digest == run.expected else { throw altered }
        return run.0
    }

    /// The run of a row, with the digest that its content has.
    private static func run(_ row: StoredRow, _ session: Session) throws -> (ArchivedRun, expected: String) {
        let unreadable = ArchiveFailure(.damaged, "a row holds what no archive holds")
        let (number, entry, manifest) = try (row.number(0), row.number(9), row.text(7))
        let files = try session.rows(
            "SELECT role, path, size, sha256 FROM run_files WHERE run = ? ORDER BY position", [.number(number)]
        ).map { file in
            guard let role = ArchivedFile.Role(rawValue: try file.text(0)) else { throw unreadable }
            return ArchivedFile(role: role, path: try file.text(1), size: try file.number(2), sha256: try file.text(3))
        }
        guard let storedAt = Timestamp(try row.text(1)) else { throw unreadable }
        let run = ArchivedRun(
            number: number, storedAt: storedAt, assessment: try row.text(2),
            title: BilingualText(zh: try row.text(5), en: try row.text(6)), period: try row.text(3),
            kind: try row.text(4), manifest: try StoredManifest.manifest(manifest), files: files,
            hasDataFolder: try row.number(8) == 1, digest: try row.text(10))
        let previous = try session.digest(before: entry)
        let expected = ChainDigest.of(
            run: number, storedAt: storedAt, assessment: run.assessment, period: run.period, kind: run.kind,
            titles: [run.title.zh, run.title.en], manifest: manifest, hasDataFolder: run.hasDataFolder,
            files: files, entry: entry, after: previous)
        return (run, expected)
    }
}

/// A manifest as it is stored: JSON with its keys in order.
enum StoredManifest {
    static func text(of manifest: ManifestDocument) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(manifest), as: UTF8.self)
    }

    static func manifest(_ text: String) throws -> ManifestDocument {
        do {
            return try JSONDecoder().decode(ManifestDocument.self, from: Data(text.utf8))
        } catch {
            throw ArchiveFailure(.damaged, "a manifest cannot be read")
        }
    }
}

extension Session {
    /// Adds an entry to the chain.
    ///
    /// - Parameter digest: the digest of what is entered, by its place and the digest before.
    func addEntry(_ digest: (_ entry: Int, _ previous: String) -> String) throws -> (entry: Int, digest: String) {
        let last = try row("SELECT sequence, digest FROM entries ORDER BY sequence DESC LIMIT 1")
        let entry = try (last?.number(0) ?? 0) + 1
        let value = digest(entry, try last?.text(1) ?? "")
        try execute("INSERT INTO entries (sequence, digest) VALUES (?, ?)", [.number(entry), .text(value)])
        return (entry, value)
    }

    /// The digest that an entry follows; none before the first one.
    func digest(before entry: Int) throws -> String {
        try row("SELECT digest FROM entries WHERE sequence = ?", [.number(entry - 1)])?.text(0) ?? ""
    }
}
