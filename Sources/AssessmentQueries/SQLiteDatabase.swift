internal import AssessmentCore
internal import AssessmentData
internal import Foundation

#if Archive
internal import GRDB
internal import GRDBSQLite
#endif

/// SQLite within the process, on a database that is opened for reading; values are bound, and a statement may read tables
/// and compute, and nothing else.
struct SQLiteDatabase {
    private let path: String
    private let seconds: Int

    init(path: String, seconds: Int) {
        self.path = path
        self.seconds = seconds
    }

    #if Archive
    /// The answer to a query.
    func answer(
        to text: QueryText, _ parameters: [String: QueryParameter]
    ) async throws(QueryFailure) -> EngineAnswer {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.label = "query"
        configuration.prepareDatabase { database in
            try database.execute(
                sql: "PRAGMA trusted_schema = OFF; PRAGMA query_only = ON; PRAGMA cell_size_check = ON")
        }
        let sql = text.statement { ":\($0)" }
        let values = Dictionary(
            uniqueKeysWithValues: text.names.map { ($0, parameters[$0].map(Self.value) ?? DatabaseValue.null) })
        let (seconds, path) = (seconds, path)
        do {
            let queue = try DatabaseQueue(path: path, configuration: configuration)
            return try await withThrowingTaskGroup(of: EngineAnswer?.self) { tasks in
                tasks.addTask {
                    try? await Task.sleep(for: .seconds(seconds))
                    // A statement that has not begun yet would not notice a single call.
                    while !Task.isCancelled {
                        queue.interrupt()
                        try? await Task.sleep(for: .milliseconds(50))
                    }
                    return nil
                }
                // One statement sees one state of the database without a transaction around it.
                tasks.addTask { try await queue.unsafeRead { try Self.answer($0, sql, values) } }
                while let ended = try await tasks.next() {
                    guard let ended else { continue }
                    tasks.cancelAll()
                    return ended
                }
                throw QueryFailure.late(seconds)
            }
        } catch let failure as QueryFailure {
            throw failure
        } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_INTERRUPT { throw .late(seconds) }
            if error.resultCode == .SQLITE_AUTH {
                throw QueryFailure(
                    "the statement does something else than read tables and compute",
                    expected: "one SELECT, without pragmas and without functions that reach beyond the database")
            }
            throw QueryFailure("SQLite says: \(QueryFailure.said(error.message ?? "\(error.resultCode)"))")
        } catch {
            throw QueryFailure("SQLite says: \(QueryFailure.said("\(error)"))")
        }
    }

    private static func answer(
        _ database: Database, _ sql: String, _ values: [String: DatabaseValue]
    ) throws -> EngineAnswer {
        let version = try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""
        restrict(database)
        let statement = try database.makeStatement(sql: sql)
        guard statement.isReadonly else {
            throw QueryFailure("the statement would change the database", expected: "one SELECT")
        }
        var answer = EngineAnswer(version: version, columns: statement.columnNames, rows: [])
        let rows = try Row.fetchCursor(statement, arguments: StatementArguments(values))
        var bytes = 0
        while let row = try rows.next() {
            let cells = try row.databaseValues.map(text)
            bytes += cells.reduce(0) { $0 + $1.utf8.count + 1 }
            guard answer.rows.count < EngineAnswer.mostRows, bytes <= EngineAnswer.mostBytes else {
                throw EngineAnswer.tooLarge
            }
            answer.rows.append(cells)
        }
        return answer
    }

    /// Lets a connection compile what reads and computes alone, whatever the words of a statement hide. Source: the SQLite
    /// documentation of `sqlite3_set_authorizer`.
    private static func restrict(_ database: Database) {
        let authorizer:
            @convention(c) (
                UnsafeMutableRawPointer?, CInt, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
                UnsafePointer<CChar>?
            ) -> CInt = { _, action, first, second, _, _ in
                switch action {
                case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
                case SQLITE_FUNCTION:
                    let name = second.map { String(cString: $0).uppercased() } ?? ""
                    return SQLiteDatabase.isComputing(name) ? SQLITE_OK : SQLITE_DENY
                // Full-text tables look by it whether they changed.
                case SQLITE_PRAGMA:
                    return first.map { String(cString: $0).lowercased() } == "data_version" ? SQLITE_OK : SQLITE_DENY
                // A table that computes is declared so while a statement is compiled; the database itself cannot be changed.
                case SQLITE_UPDATE:
                    return first.map { String(cString: $0).hasPrefix("sqlite_") } == true ? SQLITE_OK : SQLITE_DENY
                default: return SQLITE_DENY
                }
            }
        sqlite3_set_authorizer(database.sqliteConnection, authorizer, nil)
    }

    /// Whether a function, in capital letters, only computes: these run programs, or read and write files.
    private static func isComputing(_ function: String) -> Bool {
        !["LOAD_EXTENSION", "READFILE", "WRITEFILE", "EDIT", "FTS3_TOKENIZER", "LSDIR"].contains(function)
    }

    private static func value(_ parameter: QueryParameter) -> DatabaseValue {
        switch parameter {
        case .integer(let number): number.databaseValue
        // SQLite has no decimal numbers and no days: numbers are binary, days are texts such as 2020-12-31.
        case .decimal(let digits): (Double(digits) ?? 0).databaseValue
        case .date(let date): date.description.databaseValue
        case .text(let text): text.databaseValue
        }
    }

    private static func text(_ value: DatabaseValue) throws -> String {
        switch value.storage {
        case .null: return ""
        case .int64(let number): return String(number)
        case .double(let number): return DecimalNumber.withoutExponent(String(number))
        case .string(let text): return text
        case .blob:
            throw QueryFailure("the answer holds bytes that are no text", expected: "numbers and texts")
        }
    }
    #else
    func answer(
        to text: QueryText, _ parameters: [String: QueryParameter]
    ) async throws(QueryFailure) -> EngineAnswer {
        throw QueryFailure(
            "this build has no SQLite",
            expected: "a build with --traits Archive (system library libsqlite3-dev), or another engine")
    }
    #endif
}
