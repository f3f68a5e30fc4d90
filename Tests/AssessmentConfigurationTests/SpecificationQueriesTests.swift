import AssessmentCore
import Foundation
import Testing

@testable import AssessmentConfiguration

@Suite("A specification: queries of database engines")
struct SpecificationQueriesTests {
    private static let sql = "SELECT code, income FROM t WHERE y = :year\n"

    private static func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("data/q.sql", sql)
        try folder.write("data/other.csv", "unit,variable,period,value\n")
        return folder
    }

    private static func data(_ data: String) throws -> [DataFile] {
        let folder = try folder()
        try folder.write("assessment.yml", Trial.text(after: []) + data)
        return try folder.read().specification.data
    }

    @Test("Engines, parameters with their types, the time limit and the columns are read")
    func read() throws {
        let data = try Self.data(
            """
            data:
              - query: data/q.sql
                engine:
                  sqlite: big/t.db
                  postgresql: { service: statistics-2020 }
                  duckdb: t.duckdb
                  spark_sql: { tables: { t: t.parquet }, database: register }
                parameters: { year: 2020, share: .50, day: 2020-12-31, code: "2020", name: O'Neil, big: -12.30 }
                time_limit: 900
                unit: code
                period: { column: y }
                columns: { income: urban }
              - { query: data/q.sql, engine: { sqlite: t.db }, parameters: { year: 2019 }, unit: code, period: 2019 }

            """)
        let day = try #require(CalendarDate("2020-12-31"))
        let first = DataQuery(
            sql: Self.sql,
            engines: [
                .sqlite(file: "big/t.db"), .postgreSQL(service: "statistics-2020"), .duckDB(file: "t.duckdb"),
                .sparkSQL(tables: ["t": "t.parquet"], database: "register"),
            ],
            parameters: [
                "year": .integer(2020), "share": .decimal("0.50"), "day": .date(day), "code": .text("2020"),
                "name": .text("O'Neil"), "big": .decimal("-12.30"),
            ], seconds: 900,
            form: TableForm(unit: "code", period: .column("y"), variables: ["urban": "income"]),
            result: "queries/q.csv")
        let second = DataQuery(
            sql: Self.sql, engines: [.sqlite(file: "t.db")], parameters: ["year": .integer(2019)],
            form: TableForm(unit: "code", period: .only(Period(year: 2019))), result: "queries/q-2.csv")
        #expect(data.map(\.content) == [.query(first), .query(second)])
        #expect(data.map(\.file) == ["data/q.sql", "data/q.sql"])
    }

    @Test(
        "What cannot be asked is told with its place",
        arguments: [
            ("query: data/q.sql, unit: c", "17:5: a query lacks the key ‘engine’; expected engine: { sqlite: path }"),
            (
                "query: data/q.sql, engine: { sqlite: t.db }",
                "17:5: a query lacks the key ‘unit’; expected unit: the column of the codes of units"
            ),
            (
                "query: data/q.sql, unit: c, engine: { postgresql: { service: \"x user=y\" } }",
                "17:68: ‘x user=y’ is not a name that can be passed on; expected letters, digits and ‘_’ of the keyboard"
            ),
            (
                "query: data/q.sql, unit: c, engine: { sqlite: ../t.db }",
                "17:53: ‘../t.db’ leaves the folder of the specification; expected a path that stays inside the folder of "
                    + "the specification"
            ),
            (
                "query: data/q.sql, unit: c, engine: { sqlite: t.db }, parameters: { n: 1234567890123456789 }",
                "17:78: ‘1234567890123456789’ has more digits than every engine takes; expected a whole number of at most 18 "
                    + "digits, a decimal number of at most 38 digits, or a text in quotes"
            ),
            (
                "query: data/q.sql, unit: c, engine: { sqlite: t.db }, at: x",
                "17:65: ‘at’ goes with ‘table’ only; expected query: path"
            ),
            (
                "observations: data/other.csv, engine: { sqlite: t.db }",
                "17:45: ‘engine’ goes with ‘query’ only; expected observations: path"
            ),
            ("query: data/none.sql, unit: c, engine: { sqlite: t.db }", "17:14: there is no file ‘data/none.sql’"),
        ])
    func wrong(item: String, problem: String) throws {
        let told = try Self.folder().problems(of: Trial.text(after: []) + "data:\n  - { \(item) }\n")
        #expect(told.contains("assessment.yml:" + problem), "\(told)")
    }

    @Test("The answer of a query may not stand where another file is read from")
    func collision() throws {
        let folder = try Self.folder()
        try folder.write("queries/q.csv", "unit,variable,period,value\n")
        let told = try folder.problems(
            of: Trial.text(after: []) + """
                data:
                  - { query: data/q.sql, unit: c, engine: { sqlite: t.db } }
                  - observations: queries/q.csv

                """)
        #expect(told.contains("kept as ‘queries/q.csv’, which is another file of the data"), "\(told)")
    }
}
