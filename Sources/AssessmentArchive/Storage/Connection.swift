internal import Foundation

#if Archive
internal import GRDB
#endif

/// A connection to the file of an archive. This is the only file that calls GRDB.
struct Connection: Sendable {
    /// How long one process waits for another, in seconds.
    static let patience = 30.0

    /// Whether the package was built with SQLite.
    static var isAvailable: Bool {
        #if Archive
        true
        #else
        false
        #endif
    }

    static let notBuilt = ArchiveFailure(
        .notBuilt, "this build has no archive; build with --traits Archive (system library libsqlite3-dev)")

    #if Archive
    private let file: ArchiveFile
    private let queue: DatabaseQueue

    /// Opens a file that is known to be one of SQLite, or to be empty and filled now.
    ///
    /// - Throws: ``ArchiveFailure`` where SQLite refuses.
    init(_ file: ArchiveFile, isReading: Bool) throws {
        self.file = file
        var configuration = Configuration()
        configuration.busyMode = .timeout(Connection.patience)
        configuration.label = "archive"
        // A connection that may not write leaves its traces beside the file, so that even reading is done by one that may.
        configuration.readonly = isReading && !file.isWritable
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
            // With a write-ahead log, a commit is on the disk before it returns only if it is asked for.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            let name = configuration.readonly ? Connection.readOnlyName(file) : file.path
            queue = try DatabaseQueue(path: name, configuration: configuration)
        } catch {
            throw Connection.failure(error, file, isReading)
        }
    }

    /// Has the file keep a write-ahead log, so that readers and a writer do not wait for each other.
    func keepLog() throws {
        try converting(isReading: false) {
            let mode = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
            guard mode == "wal" else {
                throw ArchiveFailure(
                    .inTheWay, "‘\(file.name)’ lies where SQLite cannot keep a log; move it to a disk of this machine")
            }
        }
    }

    /// Does something in one transaction that sees the archive as it is at its beginning.
    func reading<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try converting(isReading: true) {
            try queue.read { database in try body(Session(database: database)) }
        }
    }

    /// Does something in one transaction that nobody else writes during, and keeps either all of it or nothing.
    func writing<Result>(_ body: (Session) throws -> Result) throws -> Result {
        try converting(isReading: false) {
            try queue.writeWithoutTransaction { database in
                var result: Result?
                try database.inTransaction(.immediate) {
                    result = try body(Session(database: database))
                    return .commit
                }
                guard let result else { throw ArchiveFailure(.inTheWay, "‘\(file.name)’: nothing was stored") }
                return result
            }
        }
    }

    private func converting<Result>(isReading: Bool, _ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as ArchiveFailure {
            throw error
        } catch {
            throw Connection.failure(error, file, isReading)
        }
    }

    /// The name for SQLite of a file that may not be written: without a log beside it, nothing changes it.
    private static func readOnlyName(_ file: ArchiveFile) -> String {
        guard !file.hasLog else { return file.path }
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}"))
            .union(CharacterSet(charactersIn: "/-._~"))
        guard let escaped = file.path.addingPercentEncoding(withAllowedCharacters: allowed) else {
            return file.path
        }
        return "file:\(escaped)?immutable=1"
    }

    /// What SQLite says, for the person at the keyboard.
    private static func failure(_ error: any Error, _ file: ArchiveFile, _ isReading: Bool) -> ArchiveFailure {
        guard let error = error as? DatabaseError else { return ArchiveFailure(.inTheWay, "‘\(file.name)’: \(error)") }
        if error.extendedResultCode == .SQLITE_IOERR_SHORT_READ { return file.damage }
        let nothing = isReading ? "" : "; nothing was stored"
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: file.damage
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            ArchiveFailure(
                .inTheWay,
                "another process has kept ‘\(file.name)’ to itself for \(Int(patience)) seconds\(nothing); try again later"
            )
        case .SQLITE_FULL: ArchiveFailure(.inTheWay, "the disk that ‘\(file.name)’ is on is full\(nothing)")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            isReading
                ? ArchiveFailure(
                    .inTheWay,
                    "‘\(file.name)’ cannot be read where it is; copy it, with ‘\(file.name)-wal’ where there is one, to a folder "
                        + "that you may write")
                : file.notWritable
        case .SQLITE_TOOBIG:
            ArchiveFailure(.unfit, "a file is larger than an archive can keep, 1 000 000 000 bytes\(nothing)")
        case .SQLITE_IOERR: ArchiveFailure(.inTheWay, "the disk that ‘\(file.name)’ is on refuses to work\(nothing)")
        default:
            ArchiveFailure(.damaged, "‘\(file.name)’: SQLite says: \(error.message ?? "\(error.resultCode)")\(nothing)")
        }
    }
    #else
    init(_ file: ArchiveFile, isReading: Bool) throws { throw Connection.notBuilt }
    func keepLog() throws { throw Connection.notBuilt }
    func reading<Result>(_ body: (Session) throws -> Result) throws -> Result { throw Connection.notBuilt }
    func writing<Result>(_ body: (Session) throws -> Result) throws -> Result { throw Connection.notBuilt }
    #endif
}

/// What can be asked of the archive within one transaction.
struct Session {
    #if Archive
    fileprivate let database: Database

    /// Does each row of an answer.
    func forEachRow(_ sql: String, _ arguments: [StoredValue] = [], _ body: (StoredRow) throws -> Void) throws {
        let rows = try Row.fetchCursor(
            database.cachedStatement(sql: sql), arguments: StatementArguments(arguments.map(Session.argument)))
        while let row = try rows.next() {
            try body(StoredRow(values: row.databaseValues.map(Session.value)))
        }
    }

    /// Changes what is stored.
    func execute(_ sql: String, _ arguments: [StoredValue] = []) throws {
        try database.execute(sql: sql, arguments: StatementArguments(arguments.map(Session.argument)))
    }

    private static func argument(_ value: StoredValue) -> DatabaseValue {
        switch value {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .bytes(let bytes): Data(bytes).databaseValue
        }
    }

    private static func value(_ value: DatabaseValue) -> StoredValue {
        switch value.storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .bytes([UInt8](data))
        }
    }
    #else
    func forEachRow(_ sql: String, _ arguments: [StoredValue] = [], _ body: (StoredRow) throws -> Void) throws {
        throw Connection.notBuilt
    }
    func execute(_ sql: String, _ arguments: [StoredValue] = []) throws { throw Connection.notBuilt }
    #endif

    /// The rows of an answer.
    func rows(_ sql: String, _ arguments: [StoredValue] = []) throws -> [StoredRow] {
        var rows: [StoredRow] = []
        try forEachRow(sql, arguments) { rows.append($0) }
        return rows
    }

    /// The first row of an answer.
    func row(_ sql: String, _ arguments: [StoredValue] = []) throws -> StoredRow? {
        try rows(sql, arguments).first
    }
}
