#if Archive
import AssessmentCore
import Foundation
import GRDB
import Testing

@testable import AssessmentQueries

@Suite("Queries of SQLite")
struct SQLiteDatabaseTests {
    /// A database of four transactions, which goes with the value.
    private final class Trial {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("query-\(UUID().uuidString).db").path

        init() throws {
            let queue = try DatabaseQueue(path: path)
            try queue.write { database in
                try database.execute(
                    sql: """
                        CREATE TABLE transactions (unit TEXT, fen INTEGER, channel TEXT);
                        INSERT INTO transactions VALUES ('a', 1250, 'online'), ('a', 9007199254740993, 'shop'),
                            ('b', 1, 'it''s'), ('b', NULL, 'x\\''); DROP TABLE transactions; --');
                        """)
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func answer(
            _ sql: String, _ parameters: [String: QueryParameter] = [:], seconds: Int = 60
        ) async throws -> EngineAnswer {
            try await SQLiteDatabase(path: path, seconds: seconds).answer(
                to: QueryText(sql, file: "q.sql"), parameters)
        }
    }

    private static func problem(_ body: () async throws -> EngineAnswer) async -> String {
        do {
            return "\(try await body().rows)"
        } catch let failure as QueryFailure {
            return failure.problem
        } catch {
            return "\(error)"
        }
    }

    @Test("Aggregates come back with every digit, and what has no value is empty")
    func aggregates() async throws {
        let trial = try Trial()
        let answer = try await trial.answer(
            "SELECT unit, SUM(fen) AS fen, MAX(NULL) AS none FROM transactions GROUP BY unit;")
        #expect(answer.columns == ["unit", "fen", "none"])
        // 9007199254740993 + 1250 is no double.
        #expect(answer.rows.sorted { $0[0] < $1[0] } == [["a", "9007199254742243", ""], ["b", "1", ""]])
        #expect(answer.version.hasPrefix("3."))
    }

    @Test(
        "Texts reach SQLite as values, whatever they hold",
        arguments: ["it's", "x\\'); DROP TABLE transactions; --", "none'; --", "\"; .shell touch x", "a\nb"])
    func hostile(text: String) async throws {
        let trial = try Trial()
        let answer = try await trial.answer(
            "SELECT :t AS t, (SELECT COUNT(*) FROM transactions WHERE channel = :t) AS n, COUNT(*) AS rows FROM transactions",
            ["t": .text(text)])
        let known = ["it's", "x\\'); DROP TABLE transactions; --"].contains(text)
        #expect(answer.rows == [[text, known ? "1" : "0", "4"]])
    }

    @Test("Numbers and days are bound with their types")
    func types() async throws {
        let trial = try Trial()
        let date = try #require(CalendarDate("2020-12-31"))
        let answer = try await trial.answer(
            "SELECT typeof(:i) AS i, typeof(:n) AS n, :d AS d",
            ["i": .integer(2020), "n": .decimal("0.5"), "d": .date(date)])
        #expect(answer.rows == [["integer", "real", "2020-12-31"]])
    }

    @Test("SQLite's own message is told")
    func errors() async throws {
        let trial = try Trial()
        #expect(
            await Self.problem { try await trial.answer("SELECT absent FROM transactions") }
                == "SQLite says: no such column: absent")
        #expect(await Self.problem { try await trial.answer("SELECT CAST('ab' AS BLOB) AS b") }.contains("no text"))
        let none = SQLiteDatabase(path: trial.path + ".none", seconds: 60)
        let text = try QueryText("SELECT 1", file: "q.sql")
        #expect(
            await Self.problem { try await none.answer(to: text, [:]) } == "SQLite says: unable to open database file")
        #expect(!FileManager.default.fileExists(atPath: trial.path + ".none"))
    }

    @Test(
        "A statement that does more than read tables and compute is not compiled, whatever its words",
        arguments: [
            "SELECT file FROM pragma_database_list", "SELECT * FROM pragma_table_info('transactions')",
            "SELECT \"load_extension\"('x.so') AS x", "SELECT \"readfile\"('/etc/passwd') AS x",
        ])
    func authorizer(sql: String) async throws {
        let trial = try Trial()
        let told = await Self.problem { try await trial.answer(sql) }
        #expect(
            told.contains("does something else than read tables") || told.contains("not authorized")
                || told.contains("no such function"), "\(told)")
    }

    @Test("Tables of functions that compute, recursion and windows are read")
    func computing() async throws {
        let trial = try Trial()
        let sql = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3)
            SELECT i, SUM(i) OVER (ORDER BY i) AS s, (SELECT COUNT(*) FROM json_each('[1,2]')) AS j FROM n
            """
        #expect(try await trial.answer(sql).rows == [["1", "1", "2"], ["2", "3", "2"], ["3", "6", "2"]])
    }

    @Test("A query that takes too long is stopped")
    func late() async throws {
        let trial = try Trial()
        let sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) AS c FROM n"
        let told = await Self.problem { try await trial.answer(sql, seconds: 1) }
        #expect(told == "the engine had not answered after 1 seconds")
    }
}
#endif
