internal import AssessmentCore
internal import AssessmentData

/// DuckDB through its own client, on a database that is opened for reading and reaches no other file.
struct DuckDBClient {
    private let program: ClientProgram
    private let database: String

    init(database: String, seconds: Int, folder: String) throws(QueryFailure) {
        program = try ClientProgram(
            "duckdb", advice: "the client of DuckDB (pip install duckdb-cli, or duckdb.org)", seconds: seconds,
            folder: folder)
        self.database = database
    }

    /// The answer to a query.
    func answer(
        to text: QueryText, _ parameters: [String: QueryParameter]
    ) async throws(QueryFailure) -> EngineAnswer {
        let version = try await run("SELECT version()", ["-noheader"])
        let execution = PostgreSQLClient.execution(text, parameters)
        let output = try await run("\(Self.preparation(text));\n\(execution)")
        var answer = try EngineAnswer(csv: output)
        answer.version = String(decoding: version, as: UTF8.self).trimmed
        return answer
    }

    private static func preparation(_ text: QueryText) -> String {
        let places = Dictionary(uniqueKeysWithValues: zip(text.names, 1...))
        return "PREPARE assessment_query AS " + text.statement { "$\(places[$0] ?? 0)" }
    }

    private func run(_ sql: String, _ options: [String] = []) async throws(QueryFailure) -> [UInt8] {
        let locks =
            "SET enable_external_access = false; SET autoload_known_extensions = false; "
            + "SET autoinstall_known_extensions = false; SET lock_configuration = true"
        let outcome = try await program.run(
            [database, "-readonly", "-no-init", "-no-stdin", "-batch", "-bail", "-csv", "-nullvalue", ""] + options
                + ["-c", locks, "-c", sql])
        guard outcome.isDone else {
            let words = QueryFailure.said(outcome.said)
            throw QueryFailure("DuckDB says: \(words)", line: QueryFailure.line("LINE ", in: outcome.said))
        }
        return outcome.output
    }
}
