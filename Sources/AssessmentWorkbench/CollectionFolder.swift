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
    /// What was taken in is stored first, and the list of files last: an intake that is cut off in between counts for
    /// nothing, and the rows that it left are taken away by the next one.
    ///
    /// - Parameters:
    ///   - contents: the contents, with the new revisions.
    ///   - revision: the last revision that the files are known to have.
    ///   - originals: the bytes of every file of a new revision, by SHA-256, with the ending of its name.
    /// - Throws: ``AssessmentFailure`` where the folder cannot be written, or somebody else added a revision meanwhile.
    func add(
        _ contents: CollectionContents, after revision: Int, registers: [String: RegisterDescription],
        originals: [(sha256: String, ending: String, bytes: [UInt8])]
    ) throws {
        do {
            try FileManager.default.createDirectory(
                at: root.appendingPathComponent("originals"), withIntermediateDirectories: true)
            try FileManager.default.createDirectory(
                at: root.appendingPathComponent("registers"), withIntermediateDirectories: true)
        } catch {
            throw failure(error.localizedDescription)
        }
        try locked {
            let listed = try bytes(CollectionFiles.sources)
            guard CollectionFolder.rows(listed) == revision else {
                throw AssessmentFailure(
                    "somebody else added to the collection ‘\(name)’ meanwhile; collect the files again",
                    isOutput: false)
            }
            for original in originals {
                let path = "originals/\(original.sha256)\(original.ending)"
                if try bytes(path) == nil { try write(original.bytes, to: path) }
            }
            for (file, heading, rows) in contents.rows(after: 0, registers: registers) {
                let whole = Array((heading + rows).utf8)
                let held = try bytes(file)
                if held == whole { continue }
                try write(whole, to: file)
            }
        }
    }

    /// How many rows a list of files has below its heading.
    private static func rows(_ bytes: [UInt8]?) -> Int {
        guard let bytes,
            let table = try? TableOfTexts(
                bytes: bytes, file: "", place: nil, namedAt: SourcePosition(file: "", line: 1, column: 1))
        else { return 0 }
        return table.rows.count
    }

    private func bytes(_ path: String) throws -> [UInt8]? {
        let url = root.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        guard let data = try? Data(contentsOf: url) else { throw failure("‘\(path)’ cannot be read") }
        return [UInt8](data)
    }

    private func write(_ bytes: [UInt8], to path: String) throws {
        do {
            try Data(bytes).write(to: root.appendingPathComponent(path), options: .atomic)
        } catch {
            throw failure(error.localizedDescription)
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
