internal import AssessmentCore
internal import AssessmentData
internal import Foundation

/// Spark SQL through spark-sql.
///
/// Its client knows no parameters and parts its answers by tabs that a text may hold as well, so that values are told as
/// typed expressions, and each row is answered as an object of JSON.
struct SparkClient {
    private let program: ClientProgram
    private let tables: [String: String]
    private let database: String?

    /// - Parameter tables: the Parquet files by the names of the tables, as absolute paths.
    init(
        tables: [String: String], database: String?, seconds: Int, folder: String
    ) throws(QueryFailure) {
        program = try ClientProgram(
            "spark-sql", advice: "Spark with a Java (pip install pyspark, and SPARK_HOME its folder)", seconds: seconds,
            folder: folder)
        self.tables = tables
        self.database = database
    }

    private static let settings = [
        "spark.ui.enabled=false", "spark.log.level=ERROR", "spark.sql.session.timeZone=UTC",
        "spark.sql.ansi.enabled=true",
        "spark.sql.ansi.doubleQuotedIdentifiers=true", "spark.sql.variable.substitute=false",
        "spark.sql.runSQLOnFiles=false", "spark.sql.jsonGenerator.ignoreNullFields=false",
    ]

    /// The answer to a query.
    func answer(
        to text: QueryText, _ parameters: [String: QueryParameter]
    ) async throws(QueryFailure) -> EngineAnswer {
        var statements: [String] = []
        for (number, table) in tables.sorted(by: { $0.key < $1.key }).enumerated() {
            // A name of our own leads to the file: in that of the user, Spark would look for patterns.
            let link = "\(program.folder)/table-\(number).parquet"
            do {
                try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: table.value)
            } catch {
                throw QueryFailure("‘\(link)’ cannot be made: \(error.localizedDescription)")
            }
            statements.append("CREATE TEMPORARY VIEW \(table.key) USING parquet OPTIONS (path = '\(link)')")
        }
        statements.append("SELECT version()")
        statements.append(Self.statement(text, parameters))
        // Tables that are files need no catalogue; a database is looked for in the one that Spark is set up for.
        let catalogue = database == nil ? ["spark.sql.catalogImplementation=in-memory"] : []
        let outcome = try await program.run(
            (Self.settings + catalogue).flatMap { ["--conf", $0] } + ["-S"]
                + (database.map { ["--database", $0] } ?? [])
                + ["-e", statements.joined(separator: ";\n")])
        guard outcome.isDone else { throw Self.failure(outcome.said) }
        return try Self.answer(outcome.output)
    }

    /// The statement with its values in place, on the lines that it has in its file.
    static func statement(_ text: QueryText, _ parameters: [String: QueryParameter]) -> String {
        "SELECT to_json(struct(*)) FROM ("
            + text.statement { parameters[$0].map(QueryLiteral.spark) ?? "NULL" } + "\n)"
    }

    /// Reads the line of the version, and then a row a line.
    static func answer(_ output: [UInt8]) throws(QueryFailure) -> EngineAnswer {
        var lines = output.split(separator: UInt8(ascii: "\n"))
        guard let version = lines.first.map({ String(decoding: $0, as: UTF8.self) }) else {
            throw QueryFailure("Spark SQL answered nothing")
        }
        lines.removeFirst()
        var answer = EngineAnswer(version: printable(version.prefix { $0 != " " }), columns: [], rows: [])
        guard !lines.isEmpty else { return answer }
        guard lines.count <= EngineAnswer.mostRows else { throw EngineAnswer.tooLarge }
        do throws(DiagnosticList) {
            let table = try TableOfTexts(
                bytes: [UInt8(ascii: "[")]
                    + lines.map(plainNumbers).joined(separator: [UInt8(ascii: ","), UInt8(ascii: "\n")])
                    + [UInt8(ascii: "]")],
                file: "answer.json", place: nil, namedAt: SourcePosition(file: "answer.json", line: 1, column: 1))
            answer.columns = table.columns
            answer.rows = table.rows
        } catch {
            throw EngineAnswer.unreadable(error)
        }
        return answer
    }

    /// A row of JSON whose numbers have no exponent, as the other engines write them; texts stay as they are.
    private static func plainNumbers(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var row: [UInt8] = []
        var (index, isText) = (line.startIndex, false)
        while index < line.endIndex {
            let byte = line[index]
            let begins = byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            if !isText, begins {
                let number = line[index...].prefix { !",}]: ".utf8.contains($0) }
                row += DecimalNumber.withoutExponent(String(decoding: number, as: UTF8.self)).utf8
                index += number.count
                continue
            }
            if byte == UInt8(ascii: "\"") { isText.toggle() }
            row.append(byte)
            index += 1
            if isText, byte == UInt8(ascii: "\\"), index < line.endIndex {
                row.append(line[index])
                index += 1
            }
        }
        return row
    }

    private static func failure(_ said: String) -> QueryFailure {
        let lines = said.split(separator: "\n").drop { line in
            !line.hasPrefix("[") && !line.contains("Exception") && !line.contains("Error") && !line.contains("ERROR")
        }
        let message = lines.isEmpty ? Substring(said.suffix(600)) : lines.joined(separator: " ")[...]
        return QueryFailure(
            "Spark SQL says: \(QueryFailure.said(message))",
            expected: said.contains("JAVA_HOME") ? "a Java that Spark finds, by JAVA_HOME" : nil,
            line: QueryFailure.line("line ", in: String(message)))
    }
}
