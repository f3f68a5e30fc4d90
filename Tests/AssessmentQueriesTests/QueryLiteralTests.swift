import AssessmentCore
import Testing

@testable import AssessmentQueries

@Suite("The values of parameters")
struct QueryLiteralTests {
    private static let hostile = "'; DROP TABLE t; --\\"

    @Test("In the standard form a quotation mark is written twice and nothing else changes")
    func standard() throws {
        #expect(QueryLiteral.standard(.text(Self.hostile)) == "'''; DROP TABLE t; --\\'")
        #expect(QueryLiteral.standard(.integer(-5)) == "-5")
        #expect(QueryLiteral.standard(.decimal("0.050")) == "0.050")
        let date = try #require(CalendarDate("2020-12-31"))
        #expect(QueryLiteral.standard(.date(date)) == "DATE '2020-12-31'")
    }

    @Test("For Spark SQL a text is told by its bytes alone")
    func spark() {
        #expect(QueryLiteral.spark(.text("a'\\中")) == "CAST(X'61275ce4b8ad' AS STRING)")
        #expect(QueryLiteral.spark(.text("")) == "''")
        #expect(QueryLiteral.spark(.integer(2020)) == "CAST('2020' AS BIGINT)")
        #expect(QueryLiteral.spark(.decimal("-12.50")) == "CAST('-12.50' AS DECIMAL(4, 2))")
    }

    @Test("A NUL, which would end the text for some, is refused")
    func refused() {
        #expect(QueryLiteral.problem(with: .text("a\0b"))?.contains("NUL") == true)
        #expect(QueryLiteral.problem(with: .text(String(repeating: "字", count: 30_000))) != nil)
        #expect(QueryLiteral.problem(with: .text(Self.hostile)) == nil)
    }

    @Test("The statement is prepared with typed places, and the values follow")
    func prepared() throws {
        let text = try QueryText("SELECT a FROM t WHERE y = :year AND n = :name AND z = :year", file: "q.sql")
        let values: [String: QueryParameter] = ["year": .integer(2020), "name": .text("O'Neil")]
        #expect(
            PostgreSQLClient.preparation(text, values)
                == "PREPARE assessment_query (text, bigint) AS SELECT a FROM t WHERE y = $2 AND n = $1 AND z = $2")
        #expect(PostgreSQLClient.execution(text, values) == "EXECUTE assessment_query('O''Neil', 2020)")
        let none = try QueryText("SELECT 1", file: "q.sql")
        #expect(PostgreSQLClient.execution(none, [:]) == "EXECUTE assessment_query")
    }
}
