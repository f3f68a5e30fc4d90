internal import AssessmentCore
internal import AssessmentData
internal import Foundation

#if Archive
internal import GRDB
#endif

/// SQLite within the process, on a database that is opened for reading; values are bound.
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
                    if !Task.isCancelled { queue.interrupt() }
                    return nil
                }
                tasks.addTask { try await queue.read { try Self.answer($0, sql, values) } }
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
            throw QueryFailure("SQLite says: \(QueryFailure.said(error.message ?? "\(error.resultCode)"))")
        } catch {
            throw QueryFailure("SQLite says: \(QueryFailure.said("\(error)"))")
        }
    }

    private static func answer(
        _ database: Database, _ sql: String, _ values: [String: DatabaseValue]
    ) throws -> EngineAnswer {
        let version = try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""
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
