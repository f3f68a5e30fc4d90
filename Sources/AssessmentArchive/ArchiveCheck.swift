internal import AssessmentCore
internal import AssessmentData

/// What a look at everything in an archive found.
public struct ArchiveCheck: Sendable, Hashable {
    /// The number of runs.
    public let runs: Int
    /// The number of events of reviews.
    public let events: Int
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
            checker.attempt("its runs and events") { try $0.checkChain() }
            checker.attempt("its files") { try $0.checkFiles() }
            if let kept { checker.attempt("its digests") { try $0.look(for: kept) } }
            return checker.result
        }
    }
}

/// Looks at everything in an archive, and goes on after what is wrong.
private struct ArchiveChecker {
    let archive: Archive
    let session: Session
    private var (runs, events, files, size) = (0, 0, 0, 0)
    private var digest = ""
    private var problems: [String] = []

    init(archive: Archive, session: Session) {
        self.archive = archive
        self.session = session
    }

    var result: ArchiveCheck {
        ArchiveCheck(runs: runs, events: events, files: files, size: size, digest: digest, problems: problems)
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

    /// Follows the chain: each entry has one run or event, whose content gives its digest.
    mutating func checkChain() throws {
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
        var last = 0
        try session.forEachRow("SELECT sequence, digest FROM entries ORDER BY sequence") { row in
            let entry = try row.number(0)
            if entry > last + 1 { problems.append("the entries \(last + 1) to \(entry - 1) were removed") }
            (last, digest) = (entry, try row.text(1))
            guard let content = contents.removeValue(forKey: entry) else {
                problems.append("the run or event of entry \(entry) was removed")
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

    /// Compares the bytes of each file with its digest, and says which runs it belongs to.
    mutating func checkFiles() throws {
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
            problems += try places(of: name).map { "\($0) \(problem)" }
        }
        let lost = try session.rows(
            "SELECT DISTINCT sha256 FROM run_files WHERE sha256 NOT IN (SELECT sha256 FROM blobs) ORDER BY sha256")
        for row in lost {
            let name = try row.text(0)
            problems += try places(of: name).map { "\($0) are missing, where \(name) was stored" }
        }
    }

    /// The bytes of a file in each run that it belongs to.
    private func places(of name: String) throws -> [String] {
        let places = try session.rows(
            "SELECT run, path FROM run_files WHERE sha256 = ? ORDER BY run, position", [.text(name)]
        ).map { "run \(try $0.number(0)): the bytes of ‘\(printable(try $0.text(1)))’" }
        return places.isEmpty ? ["the bytes of a file of no run"] : places
    }

    mutating func look(for kept: String) throws {
        guard try session.row("SELECT 1 FROM entries WHERE digest = ?", [.text(kept)]) == nil else { return }
        problems.append("no entry has the digest \(printable(kept)): what it stood for was altered or removed")
    }
}
