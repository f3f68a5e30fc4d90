internal import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters

/// What a look at everything in an archive found.
public struct ArchiveCheck: Sendable, Hashable {
    /// The number of runs.
    public let runs: Int
    /// The number of events of reviews.
    public let events: Int
    /// The number of records of data.
    public let records: Int
    /// The number of different files.
    public let files: Int
    /// The number of bytes of the different files.
    public let size: Int
    /// The SHA-256 of the last entry, which covers all entries: what a person keeps elsewhere. Empty for an empty archive.
    public let digest: String
    /// What is wrong: a sentence for each problem, in the order in which it was stored; none where all is whole.
    public let problems: [String]
}

extension Archive {
    /// Looks at everything: the structure of the file, the bytes of each file, and the chain of runs and events.
    ///
    /// - Parameter kept: the digest of an entry that a person kept, which must still be there.
    /// - Throws: ``ArchiveFailure`` where the file cannot be read at all; what is wrong in it is in the result.
    public func check(against kept: String? = nil) throws -> ArchiveCheck {
        try connection.reading { session in
            var checker = ArchiveChecker(archive: self, session: session)
            checker.attempt("its structure") { try $0.checkStructure() }
            let keepsData = try session.keepsData
            checker.attempt("its runs and events") { try $0.checkChain(keepsData: keepsData) }
            checker.attempt("its files") { try $0.checkFiles(keepsData: keepsData) }
            if keepsData { checker.attempt("its collections") { try $0.checkCollections() } }
            if let kept { checker.attempt("its digests") { try $0.look(for: kept) } }
            return checker.result
        }
    }
}

/// Looks at everything in an archive, and goes on after what is wrong.
private struct ArchiveChecker {
    let archive: Archive
    let session: Session
    private var (runs, events, records, files, size) = (0, 0, 0, 0, 0)
    private var digest = ""
    private var problems: [String] = []

    init(archive: Archive, session: Session) {
        self.archive = archive
        self.session = session
    }

    var result: ArchiveCheck {
        ArchiveCheck(
            runs: runs, events: events, records: records, files: files, size: size, digest: digest, problems: problems)
    }

    /// Does a part of the work; one that cannot be done is a problem like others.
    mutating func attempt(_ part: String, _ work: (inout ArchiveChecker) throws -> Void) {
        do {
            try work(&self)
        } catch let error as ArchiveFailure {
            problems.append("\(part) cannot be looked at as a whole: \(error.description)")
        } catch {
            problems.append("\(part) cannot be looked at as a whole: \(error)")
        }
    }

    mutating func checkStructure() throws {
        for row in try session.rows("PRAGMA integrity_check(20)") {
            let text = try row.text(0)
            if text != "ok" { problems.append("SQLite finds: \(printable(text))") }
        }
    }

    /// Follows the chain: each entry has one run, event or record, whose content gives its digest.
    mutating func checkChain(keepsData: Bool) throws {
        var contents: [Int: String] = [:]
        var altered: Set<Int> = []
        var lastRun = 0
        try session.forEachRow("\(Archive.selectRuns) ORDER BY runs.number") { row in
            let (number, entry) = try (row.number(0), row.number(9))
            runs += 1
            contents[entry] = "run \(number)"
            if number == lastRun + 2 { problems.append("run \(lastRun + 1) was removed") }
            if number > lastRun + 2 { problems.append("the runs \(lastRun + 1) to \(number - 1) were removed") }
            lastRun = number
            do {
                let run = try archive.run(row, session)
                if let problem = ArchivedPath.problem(in: run.files, hasDataFolder: run.hasDataFolder) {
                    problems.append("run \(number): \(problem)")
                }
            } catch let error as ArchiveFailure where error.kind == .damaged {
                altered.insert(entry)
            }
        }
        try session.forEachRow("\(Archive.selectEvents) ORDER BY events.entry") { row in
            let entry = try row.number(0)
            events += 1
            if let run = contents[entry] { problems.append("\(run) and an event have one entry") }
            contents[entry] = "the event \(entry)"
            do {
                _ = try archive.event(row, session)
            } catch let error as ArchiveFailure where error.kind == .damaged {
                altered.insert(entry)
            }
        }
        if keepsData { try checkRecords(&contents, &altered) }
        var last = 0
        try session.forEachRow("SELECT sequence, digest FROM entries ORDER BY sequence") { row in
            let entry = try row.number(0)
            if entry > last + 1 { problems.append("the entries \(last + 1) to \(entry - 1) were removed") }
            (last, digest) = (entry, try row.text(1))
            guard let content = contents.removeValue(forKey: entry) else {
                problems.append("the run, event or record of entry \(entry) was removed")
                return
            }
            if altered.contains(entry) {
                problems.append("\(content) or what was stored before it was altered: its digest is another one")
            }
        }
        for entry in contents.keys.sorted() {
            problems.append("\(contents[entry, default: "something"]) was put in: the chain has no entry for it")
        }
        // SQLite counts the entries by itself.
        let counted = try session.row("SELECT seq FROM sqlite_sequence WHERE name = 'entries'")?.number(0) ?? 0
        if counted > last { problems.append("the last entries were removed, from \(last + 1) to \(counted)") }
        if counted < last { problems.append("entries were put in, from \(counted + 1) to \(last)") }
    }

    /// Looks at each record of data, and at the order of the revisions of each collection.
    private mutating func checkRecords(_ contents: inout [Int: String], _ altered: inout Set<Int>) throws {
        var last: [[String]: Int] = [:]
        try session.forEachRow("\(Archive.selectRecords) ORDER BY records.entry") { row in
            let entry = try row.number(0)
            records += 1
            if let other = contents[entry] { problems.append("\(other) and a record have one entry") }
            contents[entry] = "the record \(entry)"
            do {
                let record = try archive.dataRecord(row, session)
                if let problem = ArchivedPath.problem(ofPaths: record.files, hasDataFolder: record.hasDataFolder) {
                    problems.append("the record \(entry): \(problem)")
                }
            } catch let error as ArchiveFailure where error.kind == .damaged {
                altered.insert(entry)
            }
            guard let revision = try row.optionalNumber(6) else { return }
            let key = try [row.text(5), row.text(3), row.text(4)]
            let (place, before) = (
                "‘\(printable(key[0]))’ of \(printable(key[1])) \(printable(key[2]))", last[key] ?? 0
            )
            if revision == before + 2 { problems.append("revision \(before + 1) of \(place) was removed") }
            if revision > before + 2 {
                problems.append("the revisions \(before + 1) to \(revision - 1) of \(place) were removed")
            }
            if revision <= before {
                problems.append(
                    "revision \(revision) of \(place) stands behind revision \(before): their order was changed")
            }
            last[key] = max(before, revision)
        }
    }

    /// Puts the revisions of each collection together, and compares what they make up with what each revision says, and
    /// with what runs read that name it.
    mutating func checkCollections() throws {
        // What was altered or is missing is told already.
        guard problems.isEmpty else { return }
        var (digests, extents): ([[String]: [String: RunningDigest]], [[String]: [String: String]]) = ([:], [:])
        var (named, kept): ([(String, ReviewCase, ManifestDocument)], Set<[String]>) = ([], [])
        try session.forEachRow("\(Archive.selectRecords) ORDER BY records.entry") { row in
            let record = try archive.dataRecord(row, session)
            if let manifest = record.manifest {
                named.append(("the record \(record.number)", record.reviewCase, manifest))
            }
            guard let revision = record.revision else { return }
            let key = [revision.collection, record.reviewCase.assessment, record.reviewCase.period]
            kept.insert(key)
            for file in record.files where file.role == .data {
                guard let blob = try session.row("SELECT bytes FROM blobs WHERE sha256 = ?", [.text(file.sha256)])
                else {
                    continue
                }
                digests[key, default: [:]][file.path, default: RunningDigest()].add(try blob.bytes(0))
            }
            let found = (digests[key] ?? [:]).mapValues(\.sha256)
            let said = Dictionary(
                revision.extents.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
            if found != said {
                problems.append(
                    "the record \(record.number): the revisions up to it do not make up the collection that it names")
            }
            extents[key + [String(revision.revision)]] = said
        }
        try session.forEachRow("\(Archive.selectRuns) ORDER BY runs.number") { row in
            let run = try archive.run(row, session)
            named.append(("run \(run.number)", run.reviewCase, run.manifest))
        }
        for (holder, reviewCase, manifest) in named {
            for collection in manifest.collections ?? [] {
                let key = [collection.folder, reviewCase.assessment, reviewCase.period]
                guard kept.contains(key) else { continue }
                let (place, prefix) = ("‘\(printable(collection.folder))’", collection.folder + "/")
                guard let said = extents[key + [String(collection.revision)]] else {
                    problems.append("\(holder) rests on revision \(collection.revision) of \(place), which is not kept")
                    continue
                }
                for input in manifest.inputs where input.file.hasPrefix(prefix) {
                    let path = String(input.file.dropFirst(prefix.count))
                    guard let kept = said[path], kept != input.sha256 else { continue }
                    problems.append(
                        "\(holder) read another ‘\(printable(input.file))’ than revision \(collection.revision) is kept with"
                    )
                }
            }
        }
    }

    /// Compares the bytes of each file with its digest, and says which runs and records it belongs to.
    mutating func checkFiles(keepsData: Bool) throws {
        let names = try session.rows("SELECT sha256 FROM blobs ORDER BY rowid").map { try $0.text(0) }
        files = names.count
        for name in names {
            let problem: String
            do {
                guard let row = try session.row("SELECT bytes FROM blobs WHERE sha256 = ?", [.text(name)]) else {
                    throw ArchiveFailure(.damaged, "SQLite does not find what it has just named")
                }
                let bytes = try row.bytes(0)
                size += bytes.count
                let found = sha256(bytes)
                guard found != name else { continue }
                problem = "have the SHA-256 \(found), where \(name) was stored"
            } catch let error as ArchiveFailure where error.kind == .damaged {
                problem = "cannot be read, where \(name) was stored"
            }
            problems += try places(of: name, keepsData).map { "\($0) \(problem)" }
        }
        let named = "SELECT sha256 FROM run_files" + (keepsData ? " UNION SELECT sha256 FROM record_files" : "")
        let lost = try session.rows(
            "SELECT DISTINCT sha256 FROM (\(named)) WHERE sha256 NOT IN (SELECT sha256 FROM blobs) ORDER BY sha256")
        for row in lost {
            let name = try row.text(0)
            problems += try places(of: name, keepsData).map { "\($0) are missing, where \(name) was stored" }
        }
    }

    /// The bytes of a file in each run and record that it belongs to.
    private func places(of name: String, _ keepsData: Bool) throws -> [String] {
        var places = try session.rows(
            "SELECT run, path FROM run_files WHERE sha256 = ? ORDER BY run, position", [.text(name)]
        ).map { "run \(try $0.number(0)): the bytes of ‘\(printable(try $0.text(1)))’" }
        if keepsData {
            places += try session.rows(
                "SELECT record, path FROM record_files WHERE sha256 = ? ORDER BY record, position", [.text(name)]
            ).map { "the record \(try $0.number(0)): the bytes of ‘\(printable(try $0.text(1)))’" }
        }
        return places.isEmpty ? ["the bytes of a file of no run or record"] : places
    }

    mutating func look(for kept: String) throws {
        guard try session.row("SELECT 1 FROM entries WHERE digest = ?", [.text(kept)]) == nil else { return }
        problems.append("no entry has the digest \(printable(kept)): what it stood for was altered or removed")
    }
}
