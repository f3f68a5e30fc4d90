import AssessmentCore
import Foundation
import Testing

@testable import AssessmentQueries

@Suite("What queries may do")
struct QueryRunTests {
    private static func file(
        _ sql: String, engines: [QueryEngine] = [.sqlite(file: "t.db")], _ parameters: [String: QueryParameter] = [:]
    ) -> DataFile {
        let query = DataQuery(
            sql: sql, engines: engines, parameters: parameters,
            form: TableForm(unit: "unit", period: .only(Period(year: 2020))), result: "queries/q.csv")
        return DataFile(
            content: .query(query), file: "q.sql", position: SourcePosition(file: "assessment.yml", line: 9, column: 5))
    }

    private static func files(_ contents: [String: String] = [:]) -> QueryRun.Files {
        QueryRun.Files(
            location: { path throws(FileRefusal) in
                throw FileRefusal(problem: "there is no file ‘\(path)’", expected: "a file")
            },
            bytes: { path throws(FileRefusal) in
                guard let text = contents[path] else { throw FileRefusal(problem: "no ‘\(path)’", expected: "it") }
                return Array(text.utf8)
            })
    }

    private static func problems(
        _ file: DataFile, _ access: QueryAccess, _ files: QueryRun.Files = files()
    ) async -> String {
        do {
            _ = try await QueryRun([file], access, files).answers()
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("Without leave no engine is asked, and the message says what would be asked of which one")
    func leave() async {
        let file = Self.file("SELECT unit FROM t WHERE y = :year", ["year": .integer(2020)])
        let told = await Self.problems(file, QueryAccess())
        #expect(
            told
                == "assessment.yml:9:5: the query ‘q.sql’: it was not asked, since you have not allowed it; it would ask "
                + "SQLite, database t.db, with :year = 2020: SELECT unit FROM t WHERE y = :year; expected that you look at "
                + "q.sql, and then allow queries with --allow-query")
    }

    @Test("Of several engines the user chooses one, and none that is not listed")
    func engines() async {
        let file = Self.file("SELECT 1", engines: [.sqlite(file: "t.db"), .duckDB(file: "t.duckdb")])
        #expect(await Self.problems(file, QueryAccess(isAllowed: true)).contains("--engine with one of sqlite, duckdb"))
        let other = QueryAccess(isAllowed: true, engine: "spark_sql")
        #expect(await Self.problems(file, other).contains("no engine spark_sql is listed"))
        let chosen = QueryAccess(engine: "duckdb")
        #expect(await Self.problems(file, chosen).contains("it would ask DuckDB, database t.duckdb"))
    }

    @Test("Each parameter of the SQL has a value, and each value a parameter")
    func parameters() async {
        let file = Self.file("SELECT :yaer", ["year": .integer(2020)])
        let told = await Self.problems(file, QueryAccess(isAllowed: true))
        #expect(told.contains("q.sql:1:8: the parameter :yaer has no value"))
        #expect(told.contains("did you mean ‘year’?"))
        #expect(told.contains("the SQL has no parameter :year"))
    }

    @Test("The answers of an earlier run stand in only for the same SQL, parameters and bytes")
    func recorded() async throws {
        let answer = "unit,n\na,1\n"
        // printf 'unit,n\na,1\n' | sha256sum, and printf 'SELECT 1' | sha256sum
        let digest = "37a3f617237200e71f2421d81d7e256333b45423940b8ef3bc7ac419cf621015"
        let sql = "e004ebd5b5532a4b85984a62f8ad48a81aa3460c1ca07701f386135d72cdecf5"
        let query = Manifest.Query(
            file: "q.sql", result: "queries/q.csv", engine: "DuckDB", version: "v1", parameters: [:], rows: 1,
            sha256: digest)
        func access(_ sql: String) -> QueryAccess {
            QueryAccess(recorded: RecordedQueries(queries: [query], digests: ["q.sql": sql]))
        }
        let files = Self.files(["queries/q.csv": answer])
        let answers = try await QueryRun([Self.file("SELECT 1")], access(sql), files).answers()
        #expect(answers.map(\.manifest) == [query])
        #expect(answers.map(\.bytes) == [Array(answer.utf8)])
        #expect(await Self.problems(Self.file("SELECT 2"), access(sql), files).contains("did not ask this SQL"))
        let forged = Self.files(["queries/q.csv": "unit,n\na,2\n"])
        #expect(await Self.problems(Self.file("SELECT 1"), access(sql), forged).contains("not the answer"))

        // What lies beside the results of the run comes first, and counts by its digest.
        func beside(_ text: String) -> QueryAccess {
            QueryAccess(
                recorded: RecordedQueries(
                    queries: [query], digests: ["q.sql": sql], answers: ["queries/q.csv": Array(text.utf8)]))
        }
        let one = Self.file("SELECT 1")
        #expect(try await QueryRun([one], beside(answer), Self.files()).answers().map(\.bytes) == [Array(answer.utf8)])
        #expect(try await QueryRun([one], beside(answer), forged).answers().map(\.bytes) == [Array(answer.utf8)])
        #expect(try await QueryRun([one], beside("x"), files).answers().map(\.bytes) == [Array(answer.utf8)])
        let altered = await Self.problems(one, beside("x"))
        #expect(
            altered.contains("‘queries/q.csv’ beside the results of the earlier run is not the answer"), "\(altered)")
        let absent = await Self.problems(one, access(sql))
        #expect(
            absent.contains("‘queries/q.csv’ lies neither beside the results of the earlier run nor with the data"),
            "\(absent)")
    }

    @Test("An engine that is not there is told of, with what to do")
    func absent() async {
        let told = await Self.problems(
            Self.file("SELECT 1", engines: [.duckDB(file: "t.duckdb")]), QueryAccess(isAllowed: true))
        #expect(told.contains("there is no file ‘t.duckdb’"))
    }
}
