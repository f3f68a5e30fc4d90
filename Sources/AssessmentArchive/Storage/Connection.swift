internal import Foundation

#if Archive
internal import GRDB
#endif

/// A connection to the file of an archive. This is the only file that calls GRDB.
struct Connection: Sendable {
    /// How long one process waits for another, in seconds.
    static let patience = 30.0

    /// What a connection is for.
    enum Purpose: Sendable {
        case reading, writing
        /// Filling a new file.
        case creating
    }

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
    private let path: String
    private let queue: DatabaseQueue

    /// Opens a file that is known to be one of SQLite.
    ///
    /// - Throws: ``ArchiveFailure`` where SQLite refuses.
    init(_ path: String, for purpose: Purpose) throws {
        self.path = path
        // In a relative path a colon could be taken for the scheme of an address.
        let file = URL(fileURLWithPath: path).path
        var configuration = Configuration()
        configuration.busyMode = .timeout(Connection.patience)
        configuration.label = "archive"
        var name = file
        if purpose == .reading, !Connection.mayWrite(file) {
            configuration.readonly = true
            name = Connection.readOnlyName(file)
        }
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
            try database.execute(sql: "PRAGMA cell_size_check = ON")
            // With a write-ahead log, a commit is on the disk before it returns only if it is asked for.
            try database.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            queue = try DatabaseQueue(path: name, configuration: configuration)
        } catch {
            throw Connection.failure(error, file, purpose == .reading)
        }
    }

    /// Has the file keep a write-ahead log, so that readers and a writer do not wait for each other.
    func keepLog() throws {
        try converting(isReading: false) {
            let mode = try queue.writeWithoutTransaction { try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
            guard mode == "wal" else {
                throw ArchiveFailure(
                    .inTheWay, "‘\(path)’ lies where SQLite cannot keep a log; move it to a disk of this machine")
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
                guard let result else { throw ArchiveFailure(.inTheWay, "‘\(path)’: nothing was stored") }
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
            throw Connection.failure(error, path, isReading)
        }
    }

    private static func mayWrite(_ file: String) -> Bool {
        access(file, W_OK) == 0 && access(URL(fileURLWithPath: file).deletingLastPathComponent().path, W_OK) == 0
    }

    /// The name for SQLite of a file that may not be written: without a log beside it, nothing changes it.
    private static func readOnlyName(_ file: String) -> String {
        guard ArchiveFile.size(file + "-wal") ?? 0 == 0 else { return file }
        let allowed = CharacterSet.alphanumerics.intersection(CharacterSet(charactersIn: "\0"..."\u{7F}"))
            .union(CharacterSet(charactersIn: "/-._~"))
        guard let escaped = file.addingPercentEncoding(withAllowedCharacters: allowed) else { return file }
        return "file:\(escaped)?immutable=1"
    }

    /// What SQLite says, for the person at the keyboard.
    private static func failure(_ error: any Error, _ path: String, _ isReading: Bool) -> ArchiveFailure {
        guard let error = error as? DatabaseError else { return ArchiveFailure(.inTheWay, "‘\(path)’: \(error)") }
        if error.extendedResultCode == .SQLITE_IOERR_SHORT_READ { return ArchiveFile.damage(path) }
        let nothing = isReading ? "" : "; nothing was stored"
        return switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FORMAT: ArchiveFile.damage(path)
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            ArchiveFailure(
                .inTheWay,
                "another process has kept ‘\(path)’ to itself for \(Int(patience)) seconds\(nothing); try again later")
        case .SQLITE_FULL: ArchiveFailure(.inTheWay, "the disk that ‘\(path)’ is on is full\(nothing)")
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
            isReading
                ? ArchiveFailure(
                    .inTheWay,
                    "‘\(path)’ cannot be read where it is; copy it, with ‘\(path)-wal’ where there is one, to a folder "
                        + "that you may write")
                : ArchiveFile.notWritable(path)
        case .SQLITE_TOOBIG:
            ArchiveFailure(.unfit, "a file is larger than an archive can keep, 1 000 000 000 bytes\(nothing)")
        case .SQLITE_IOERR: ArchiveFailure(.inTheWay, "the disk that ‘\(path)’ is on refuses to work\(nothing)")
        default: ArchiveFailure(.damaged, "‘\(path)’: SQLite says: \(error.message ?? "\(error.resultCode)")\(nothing)")
        }
    }
    #else
    init(_ path: String, for purpose: Purpose) throws { throw Connection.notBuilt }
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
