internal import AssessmentCore
internal import AssessmentData

/// PostgreSQL through psql, which reads no file of commands and takes no commands of its own from what it is given here.
struct PostgreSQLClient {
    private let program: ClientProgram
    private let service: String

    init(service: String, seconds: Int, folder: String) throws(QueryFailure) {
        program = try ClientProgram(
            "psql", advice: "the client of PostgreSQL (Debian and Ubuntu: apt install postgresql-client)",
            seconds: seconds, folder: folder)
        self.service = service
    }

    /// The answer to a query.
    func answer(
        to text: QueryText, _ parameters: [String: QueryParameter]
    ) async throws(QueryFailure) -> EngineAnswer {
        let version = try await run(["--tuples-only", "--no-align", "--command=SHOW server_version"])
        let output = try await run(
            [
                "--csv", "--command=\(Self.preparation(text, parameters))",
                "--command=\(Self.execution(text, parameters))",
            ])
        var answer = try EngineAnswer(csv: output)
        answer.version = String(decoding: version, as: UTF8.self).trimmed
        return answer
    }

    /// The statement with its parameters open, so that its meaning is fixed before any value is told.
    static func preparation(_ text: QueryText, _ parameters: [String: QueryParameter]) -> String {
        let types = text.names.compactMap { parameters[$0].map(QueryLiteral.type) }
        let places = Dictionary(uniqueKeysWithValues: zip(text.names, 1...))
        return "PREPARE assessment_query" + (types.isEmpty ? "" : " (\(types.joined(separator: ", ")))") + " AS "
            + text.statement { "$\(places[$0] ?? 0)" }
    }

    /// The values.
    static func execution(_ text: QueryText, _ parameters: [String: QueryParameter]) -> String {
        let values = text.names.compactMap { parameters[$0].map(QueryLiteral.standard) }
        return "EXECUTE assessment_query" + (values.isEmpty ? "" : "(\(values.joined(separator: ", ")))")
    }

    private func run(_ arguments: [String]) async throws(QueryFailure) -> [UInt8] {
        // What stands here goes before the settings of the service.
        let options =
            "-c default_transaction_read_only=on -c standard_conforming_strings=on -c timezone=UTC -c datestyle=ISO "
            + "-c statement_timeout=\(program.seconds)s"
        let outcome = try await program.run(
            [
                "--no-psqlrc", "--no-password", "--quiet", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=default",
                "--pset=pager=off",
                "--dbname=service=\(service) connect_timeout=30 client_encoding=UTF8 options='\(options)'",
            ] + arguments, environment: ["PGAPPNAME": "assess"])
        guard outcome.isDone else { throw failure(outcome.said) }
        return outcome.output
    }

    private func failure(_ said: String) -> QueryFailure {
        if said.contains("canceling statement due to statement timeout") { return .late(program.seconds) }
        let words = QueryFailure.said(said.replacing("psql: error: ", with: ""))
        guard said.contains("ERROR:") else {
            return QueryFailure(
                "PostgreSQL cannot be reached: \(words)",
                expected: "a service ‘\(service)’ in ~/.pg_service.conf, and its password in ~/.pgpass")
        }
        return QueryFailure("PostgreSQL says: \(words)", line: QueryFailure.line("LINE ", in: said))
    }
}

extension EngineAnswer {
    /// Reads what a client wrote as comma-separated values.
    init(csv bytes: [UInt8]) throws(QueryFailure) {
        do throws(DiagnosticList) {
            let table = try TableOfTexts(
                bytes: bytes, file: "answer.csv", place: nil,
                namedAt: SourcePosition(file: "answer.csv", line: 1, column: 1))
            self.init(version: "", columns: table.columns, rows: table.rows)
        } catch {
            throw EngineAnswer.unreadable(error)
        }
    }

    static func unreadable(_ error: DiagnosticList) -> QueryFailure {
        let first = error.diagnostics.first
        return QueryFailure(
            "the answer cannot be read: line \(first?.position.line ?? 1): \(first?.problem ?? "it is no table")",
            expected: first?.expected)
    }
}
