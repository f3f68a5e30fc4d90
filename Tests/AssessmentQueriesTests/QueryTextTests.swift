import AssessmentCore
import Testing

@testable import AssessmentQueries

@Suite("The SQL of a query")
struct QueryTextTests {
    private static func text(_ sql: String) throws -> QueryText { try QueryText(sql, file: "q.sql") }

    private static func problems(_ sql: String) -> String {
        do {
            _ = try text(sql)
            return ""
        } catch {
            return "\(error)"
        }
    }

    @Test("Parameters are found outside of texts, identifiers and comments, and nowhere else")
    func parameters() throws {
        let text = try Self.text(
            """
            -- :remark
            SELECT ':text', 'it''s :text', ":column", a /* :comment
             */ FROM t WHERE y = :year AND z IN (:year,:kind) -- 'open
            """)
        #expect(text.names == ["kind", "year"])
        #expect(text.parameters["year"] == SourcePosition(file: "q.sql", line: 3, column: 22))
        let statement = text.statement { "<\($0)>" }
        #expect(statement.contains("SELECT ':text', 'it''s :text', \":column\", a "))
        #expect(statement.contains("WHERE y = <year> AND z IN (<year>,<kind>)"))
        #expect(!statement.contains("remark") && !statement.contains("comment") && !statement.contains("open"))
        // Lines stay where they are, so that an engine names those of the file.
        #expect(statement.split(separator: "\n", omittingEmptySubsequences: false).count == 3)
    }

    @Test("A semicolon may end the statement; nothing but gaps and comments may follow")
    func semicolon() throws {
        #expect(try Self.text("SELECT 1;\n-- that is all\n").statement { _ in "" }.contains(";") == false)
        #expect(try Self.text("SELECT ';' FROM t;").statement { _ in "" }.contains("';'"))
        #expect(Self.problems("SELECT 1; SELECT 2").contains("q.sql:1:9: something follows the semicolon"))
        #expect(Self.problems("SELECT 1;;").contains("something follows"))
    }

    @Test(
        "What engines read in different ways is refused",
        arguments: [
            ("SELECT 'a\\'", "a backslash"), ("SELECT 1 -- \\! touch x", "a backslash"),
            ("\\! touch x", "a backslash"), ("SELECT $$a$$", "‘$’ outside"), ("SELECT $1", "‘$’ outside"),
            ("SELECT `a`", "‘`’ outside"), ("SELECT ${env}", "‘$’ outside"), ("SELECT a::text", "‘::’"),
            ("SELECT /* a /* b */ */ 1", "within another one"), ("SELECT 'a", "q.sql:1:8: a text is not closed"),
            ("SELECT \"a", "an identifier in quotation marks is not closed"),
            ("SELECT 1 /* a", "a comment is not closed"),
            ("SELECT (1", "not closed"), ("SELECT 1) x FROM (t", "closed that was not opened"),
            ("SELECT '\u{202E}a'", "an invisible character"), ("SELECT 1 # a", "‘#’"), ("SELECT ?", "‘?’"),
        ])
    func ambiguous(sql: String, problem: String) {
        #expect(Self.problems(sql).contains(problem), "\(Self.problems(sql))")
    }

    @Test(
        "Only a SELECT is taken, which neither writes nor reaches beyond the database",
        arguments: [
            ("", "there is no statement"), ("-- nothing", "there is no statement"),
            ("DROP TABLE t", "begins with ‘DROP’"), (".shell ls", "begins with ‘.’"), ("!ls", "begins with ‘!’"),
            ("WITH x AS (DELETE FROM t RETURNING *) SELECT * FROM x", "the word DELETE"),
            ("SELECT * INTO u FROM t", "the word INTO"),
            ("WITH x AS (SELECT 1) INSERT INTO t SELECT 1", "the word INSERT"),
            ("SELECT pg_read_file ('/etc/passwd')", "pg_read_file reaches"),
            ("SELECT reflect('java.lang.System', 'exit', 0)", "reflect reaches"),
            ("SELECT TRANSFORM (a) USING 'sh' FROM t", "runs a program"),
        ])
    func other(sql: String, problem: String) {
        #expect(Self.problems(sql).contains(problem), "\(Self.problems(sql))")
    }

    @Test("Words that are texts or names in quotation marks are no commands")
    func names() {
        #expect(Self.problems("SELECT \"update\", 'DROP', a FROM t JOIN u USING (a)") == "")
        #expect(Self.problems("WITH x AS (SELECT 1 AS a) SELECT a FROM x") == "")
        #expect(Self.problems("\u{FEFF}select 1\r\nfrom t\r\n") == "")
    }
}
