internal import AssessmentCore
internal import AssessmentData
internal import Foundation

/// The folder of a collection, to which revisions are added while nobody else adds any.
struct CollectionFolder {
    private let root: URL
    /// The folder as the user named it.
    private let name: String

    init(_ path: String) {
        root = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
        name = path
    }

    /// Adds the revisions that some contents have beyond those that the files have.
    ///
    /// What was taken in is stored first: the originals, then the rows, put behind those that are there; the list of files
    /// comes last and names them. An intake that is cut off in between counts for nothing: the mark that is there
    /// meanwhile says how far the files count, and the next one takes away what lies beyond.
    ///
    /// - Parameters:
    ///   - contents: the contents, with the new revisions.
    ///   - revision: the last revision that the files are known to have.
    ///   - held: the bytes of each file, by its path within the folder, that the known revisions were read from.
    ///   - originals: the bytes of every file of a new revision, by SHA-256, with the ending of its name.
    /// - Throws: ``AssessmentFailure`` where the folder cannot be written, or somebody else added a revision meanwhile.
    func add(
        _ contents: CollectionContents, after revision: Int, held: [String: [UInt8]],
        registers: [String: RegisterDescription],
        originals: [(sha256: String, ending: String, bytes: [UInt8])]
    ) throws {
        do {
            for folder in ["originals", "registers"] {
                try FileManager.default.createDirectory(
                    at: root.appendingPathComponent(folder), withIntermediateDirectories: true)
            }
        } catch {
            throw failure(error.localizedDescription)
        }
        try locked {
            try checkListed(revision)
            try takeAwayRest(after: revision)
            for original in originals {
                let file = file("originals/\(original.sha256)\(original.ending)")
                if !file.exists { try writing { try file.replace(with: original.bytes) } }
            }
            let added = contents.rows(after: revision, registers: registers)
            try mend(added.map(\.file), held, contents, upTo: revision, registers)
            let mark = file(CollectionMark.file)
            try writing { try mark.replace(with: CollectionMark(revision: revision, sizes: try sizes()).bytes) }
            for (path, heading, rows) in added {
                let file = file(path)
                if path == CollectionFiles.sources {
                    // The list is put in place whole, since it is what makes the others count.
                    var list = try bytes(path) ?? Array(heading.utf8)
                    if list.last != UInt8(ascii: "\n") { list.append(UInt8(ascii: "\n")) }
                    try writing { try file.replace(with: list + rows.utf8) }
                } else if !file.exists || !rows.isEmpty {
                    try writing { try file.append(Array(((file.exists ? "" : heading) + rows).utf8)) }
                }
            }
            try writing { try mark.remove() }
        }
    }

    /// Writes files anew that are not what the known revisions were read from: they hold rows of an intake that was cut off
    /// without a mark, which were passed over when they were read, or their last row has no end.
    private func mend(
        _ paths: [String], _ held: [String: [UInt8]], _ contents: CollectionContents, upTo revision: Int,
        _ registers: [String: RegisterDescription]
    ) throws {
        var counting: [String: String]?
        for path in paths where path != CollectionFiles.sources {
            guard let there = try bytes(path) else { continue }
            // A file that somebody edited may end within a row.
            if there == held[path], there.last == UInt8(ascii: "\n") { continue }
            if counting == nil {
                let rows = contents.upTo(revision).rows(after: 0, registers: registers)
                counting = Dictionary(
                    rows.map { ($0.file, $0.heading + $0.rows) }, uniquingKeysWith: { first, _ in first })
            }
            let file = file(path)
            guard let text = counting?[path] else {
                try writing { try file.remove() }
                continue
            }
            try writing { try file.replace(with: Array(text.utf8)) }
        }
    }

    /// The bytes of one of its files; nothing where there is none.
    ///
    /// - Throws: ``AssessmentFailure`` where it cannot be read.
    func bytes(_ path: String) throws -> [UInt8]? { try writing { try file(path).bytes() } }

    /// The file that a revision was taken from, with the ending of its name.
    ///
    /// - Throws: ``AssessmentFailure`` where it is not there, or has other bytes.
    func original(of source: CollectionContents.Source) throws -> (path: String, bytes: [UInt8]) {
        for path in CollectionFiles.originals(of: source.sha256) {
            guard let bytes = try bytes(path) else { continue }
            guard sha256(bytes) == source.sha256 else {
                throw AssessmentFailure(
                    "‘\(name)/\(path)’ was altered: its bytes have another SHA-256", isOutput: false)
            }
            return (path, bytes)
        }
        throw AssessmentFailure(
            "the file ‘\(printable(source.file))’ of revision \(source.revision) is not in ‘\(name)/originals’ any more, by "
                + "its SHA-256 \(source.sha256); fetch it from a copy", isOutput: false)
    }

    /// Refuses to add where somebody else did so since the files were read.
    private func checkListed(_ revision: Int) throws {
        guard CollectionFolder.rows(try bytes(CollectionFiles.sources)) == revision else {
            throw AssessmentFailure(
                "somebody else added to the collection ‘\(name)’ meanwhile; collect the files again",
                isOutput: false)
        }
    }

    /// Takes away what an intake that was cut off left behind the rows that count.
    private func takeAwayRest(after revision: Int) throws {
        let mark = file(CollectionMark.file)
        guard let bytes = try bytes(CollectionMark.file) else { return }
        if let left = CollectionMark(bytes), left.revision == revision {
            for (path, size) in try sizes() {
                guard let counting = left.sizes[path] else {
                    try writing { try file(path).remove() }
                    continue
                }
                if counting < size { try writing { try file(path).cut(to: counting) } }
            }
        }
        try writing { try mark.remove() }
    }

    /// The size of each file that rows are added to.
    private func sizes() throws -> [String: Int] {
        let folder = root.appendingPathComponent("registers").path
        let registers = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { $0.hasSuffix(".csv") }.map { "registers/\($0)" }
        var sizes: [String: Int] = [:]
        for path in registers + [CollectionFiles.observations, CollectionFiles.digests] where file(path).exists {
            sizes[path] = file(path).size
        }
        return sizes
    }

    /// How many rows a list of files has below its heading.
    private static func rows(_ bytes: [UInt8]?) -> Int {
        guard let bytes,
            let table = try? TableOfTexts(
                bytes: bytes, file: "", place: nil, namedAt: SourcePosition(file: "", line: 1, column: 1))
        else { return 0 }
        return table.rows.count
    }

    private func file(_ path: String) -> DurableFile { DurableFile(root.appendingPathComponent(path).path) }

    private func writing<Result>(_ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as DurableFile.Problem {
            throw failure(error.description)
        }
    }

    private func failure(_ reason: String) -> AssessmentFailure {
        AssessmentFailure("the collection ‘\(name)’ cannot be written: \(reason); what it had taken in is untouched")
    }

    /// Does something while no other process does.
    private func locked(_ work: () throws -> Void) throws {
        let lock = open(root.appendingPathComponent(".lock").path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
        guard lock >= 0 else { throw failure("its lock cannot be opened") }
        defer { close(lock) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            throw AssessmentFailure("somebody else is adding to the collection ‘\(name)’; try again", isOutput: false)
        }
        try work()
    }
}
