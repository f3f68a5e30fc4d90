internal import AssessmentData
internal import AssessmentExporters
internal import Foundation

/// A file that keeps every run with its manifest, its results and every file that it read, what happened in reviews, and the
/// data behind the runs: revisions of collections, what checks found, samples and what was found on site.
///
/// It is an SQLite database. What was stored stays: rows are added and neither changed nor removed, which triggers see to.
/// Each entry, a run, an event or a record of data, carries a digest over itself and the digest of the entry before, so that one that was
/// altered, removed or put in later is found by ``check()``. Whoever could write the file could write all digests anew; that
/// is found by whoever kept one of them elsewhere, as a number in the minutes or under a signature.
///
/// Files are kept once, whatever the number of runs that read them, and compared with their SHA-256 whenever they are read.
/// Several processes may use one archive at once, on a disk of the machine that they run on. What a function has stored is
/// on the disk when it returns.
///
/// Without the trait Archive of the package, opening throws.
public struct Archive: Sendable {
    /// The file, as the user named it.
    public var path: String { file.name }
    private let file: ArchiveFile
    let connection: Connection

    /// Whether the package was built with what it takes.
    public static var isAvailable: Bool { Connection.isAvailable }

    /// Opens an archive to be read.
    ///
    /// - Throws: ``ArchiveFailure`` where it is no archive, is damaged, or was written by a newer version.
    public init(reading path: String) throws {
        guard Archive.isAvailable else { throw Connection.notBuilt }
        try self.init(ArchiveFile(path), isReading: true)
    }

    /// Opens an archive to be added to; it is created where there is none.
    ///
    /// - Throws: ``ArchiveFailure`` where it is no archive, is damaged, was written by a newer version, or may not be written.
    public init(writing path: String) throws {
        guard Archive.isAvailable else { throw Connection.notBuilt }
        let file = try ArchiveFile(path)
        if !file.exists { try Archive.create(file) }
        try self.init(file, isReading: false)
        try upgrade()
    }

    /// Refuses an archive that could not be added to, before any work is done; one that is not there is not created.
    ///
    /// - Throws: ``ArchiveFailure`` as opening does.
    public static func check(writing path: String) throws {
        guard Archive.isAvailable else { throw Connection.notBuilt }
        let file = try ArchiveFile(path)
        if file.exists {
            _ = try Archive(file, isReading: false)
        } else {
            try file.checkFolder()
        }
    }

    private init(_ file: ArchiveFile, isReading: Bool) throws {
        self.file = file
        try file.check()
        guard isReading || file.isWritable else { throw file.notWritable }
        connection = try Connection(file, isReading: isReading)
        try checkFormat()
        if !isReading { try connection.keepLog() }
    }

    private static func create(_ file: ArchiveFile) throws {
        try file.create { aside in
            let connection = try Connection(aside, isReading: false)
            try connection.writing { session in
                for statement in Schema.statements { try session.execute(statement) }
            }
            try connection.keepLog()
        }
    }

    /// What every opening looks at: the version, the tables and their triggers.
    private func checkFormat() throws {
        try connection.reading { session in
            let version = try session.version
            guard version <= Schema.version else {
                throw ArchiveFailure(
                    .newerVersion,
                    "‘\(path)’ was written by a newer version of assess (format \(version), where this one knows "
                        + "\(Schema.version)); use that one")
            }
            if version < 1 {
                throw ArchiveFailure(.damaged, "‘\(path)’ is damaged: it says that it has format \(version)")
            }
            if let problem = try Schema.problem(session, version: version) {
                throw ArchiveFailure(
                    .damaged, "‘\(path)’ is not as assess left it: \(problem); fetch it from a copy")
            }
        }
    }

    /// Makes room for what archives of earlier versions do not keep.
    private func upgrade() throws {
        guard try connection.reading({ try $0.version }) < Schema.version else { return }
        try connection.writing { session in
            // Another process may have done so meanwhile.
            let version = try session.version
            guard version < Schema.version else { return }
            for statement in Schema.upgrade(from: version) { try session.execute(statement) }
        }
    }
}
