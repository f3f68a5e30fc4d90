public import AssessmentCore
internal import AssessmentData
internal import Foundation

/// Gets the answers to the queries of a specification: from engines where the user allows it, or from an earlier run.
public struct QueryRun: Sendable {
    /// Where things lie: each function gives nothing, and notes why, where there is no such file.
    public struct Files: Sendable {
        let location: @Sendable (String) throws(FileRefusal) -> String
        let bytes: @Sendable (String) throws(FileRefusal) -> [UInt8]

        /// Creates it.
        ///
        /// - Parameters:
        ///   - location: the absolute path of a file of data.
        ///   - bytes: the bytes of a file of data.
        public init(
            location: @escaping @Sendable (String) throws(FileRefusal) -> String,
            bytes: @escaping @Sendable (String) throws(FileRefusal) -> [UInt8]
        ) {
            self.location = location
            self.bytes = bytes
        }
    }

    private struct Query {
        let file: DataFile
        let query: DataQuery
    }

    private let queries: [Query]
    private let access: QueryAccess
    private let files: Files

    /// Creates a run of the queries among some files of data.
    public init(_ data: [DataFile], _ access: QueryAccess, _ files: Files) {
        queries = data.compactMap { file in
            guard case .query(let query) = file.content else { return nil }
            return Query(file: file, query: query)
        }
        self.access = access
        self.files = files
    }

    /// The answers in the order of the specification.
    ///
    /// - Throws: `DiagnosticList` with every query that may not be asked, cannot be, or is answered with an error.
    public func answers() async throws(DiagnosticList) -> [QueryAnswer] {
        if let recorded = access.recorded { return try answers(of: recorded) }
        var (problems, ready): ([Diagnostic], [(Query, QueryText, QueryEngine)]) = ([], [])
        for query in queries {
            do throws(DiagnosticList) {
                let text = try checked(query)
                ready.append((query, text, try chosen(query, text)))
            } catch {
                problems += error.diagnostics
            }
        }
        // No engine is asked where another query stops the run anyway.
        if !problems.isEmpty { throw DiagnosticList(problems) }
        var answers: [QueryAnswer] = []
        for (query, text, engine) in ready {
            do throws(QueryFailure) {
                answers.append(try await answer(query, text, engine))
            } catch {
                problems.append(diagnostic(error, query))
            }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        return answers
    }

    // MARK: What may be asked

    private func checked(_ query: Query) throws(DiagnosticList) -> QueryText {
        let text = try QueryText(query.query.sql, file: query.file.file)
        let given = query.query.parameters
        var problems: [Diagnostic] = []
        for (name, place) in text.parameters.sorted(by: { $0.key < $1.key }) where given[name] == nil {
            problems.append(
                Diagnostic(
                    at: place, "the parameter :\(name) has no value", expected: "‘\(name)’ under ‘parameters’",
                    suggestion: nearestMatch(to: name, among: given.keys.sorted())))
        }
        for (name, value) in given.sorted(by: { $0.key < $1.key }) {
            if text.parameters[name] == nil {
                problems.append(
                    Diagnostic(
                        at: query.file.position, "the SQL has no parameter :\(name)",
                        expected: "every parameter in use",
                        suggestion: nearestMatch(to: name, among: text.names)))
            }
            if let problem = QueryLiteral.problem(with: value) {
                problems.append(Diagnostic(at: query.file.position, "the parameter ‘\(name)’ \(problem)"))
            }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        return text
    }

    private func chosen(_ query: Query, _ text: QueryText) throws(DiagnosticList) -> QueryEngine {
        let engines = query.query.engines
        let names = engines.map(\.name).joined(separator: ", ")
        let engine: QueryEngine
        if let name = access.engine {
            guard let found = engines.first(where: { $0.name == name }) else {
                throw problem(query, "no engine \(name) is listed", "one of \(names), with --engine")
            }
            engine = found
        } else if let only = engines.first, engines.count == 1 {
            engine = only
        } else {
            throw problem(query, "several engines are listed", "--engine with one of \(names)")
        }
        guard !access.isAllowed else { return engine }
        let sql = QueryFailure.said(text.statement { ":\($0)" })
        let values = query.query.parameters.sorted { $0.key < $1.key }.map { ":\($0) = \(printable($1.words))" }
        throw problem(
            query,
            "it was not asked, since you have not allowed it; it would ask \(engine.words)"
                + (values.isEmpty ? "" : ", with \(values.joined(separator: ", "))") + ": \(sql)",
            "that you look at \(query.file.file), and then allow queries with --allow-query")
    }

    private func problem(_ query: Query, _ problem: String, _ expected: String) -> DiagnosticList {
        DiagnosticList([
            Diagnostic(at: query.file.position, "the query ‘\(query.file.file)’: \(problem)", expected: expected)
        ])
    }

    // MARK: Asking

    private func answer(
        _ query: Query, _ text: QueryText, _ engine: QueryEngine
    ) async throws(QueryFailure) -> QueryAnswer {
        let folder =
            FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
            + "/assess-query-\(UUID().uuidString)"
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw QueryFailure("no folder can be made for the query: \(error.localizedDescription)")
        }
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let (seconds, parameters) = (query.query.seconds, query.query.parameters)
        let answer: EngineAnswer
        switch engine {
        case .sqlite(let file):
            answer = try await SQLiteDatabase(path: location(file), seconds: seconds).answer(to: text, parameters)
        case .duckDB(let file):
            answer = try await DuckDBClient(database: location(file), seconds: seconds, folder: folder)
                .answer(to: text, parameters)
        case .postgreSQL(let service):
            answer = try await PostgreSQLClient(service: service, seconds: seconds, folder: folder)
                .answer(to: text, parameters)
        case .sparkSQL(let tables, let database):
            var places: [String: String] = [:]
            for (name, file) in tables.sorted(by: { $0.key < $1.key }) { places[name] = try location(file) }
            answer = try await SparkClient(tables: places, database: database, seconds: seconds, folder: folder)
                .answer(to: text, parameters)
        }
        let (bytes, rows) = try answer.canonical()
        return self.answer(
            query, bytes,
            Manifest.Query(
                file: query.file.file, result: query.query.result, engine: engine.title,
                version: QueryFailure.said(answer.version), parameters: query.query.parameters.mapValues(\.words),
                rows: rows, sha256: sha256(bytes)))
    }

    private func location(_ file: String) throws(QueryFailure) -> String {
        do throws(FileRefusal) {
            return try files.location(file)
        } catch {
            throw QueryFailure(error.problem, expected: error.expected)
        }
    }

    private func answer(_ query: Query, _ bytes: [UInt8], _ manifest: Manifest.Query) -> QueryAnswer {
        QueryAnswer(
            file: query.file.file, sql: Array(query.query.sql.utf8), result: query.query.result, bytes: bytes,
            manifest: manifest)
    }

    private func diagnostic(_ failure: QueryFailure, _ query: Query) -> Diagnostic {
        let place = failure.line.map { SourcePosition(file: query.file.file, line: $0, column: 1) }
        return Diagnostic(
            at: place ?? query.file.position, "the query ‘\(query.file.file)’: \(failure.problem)",
            expected: failure.expected)
    }

    // MARK: Answers of an earlier run

    private func answers(of recorded: RecordedQueries) throws(DiagnosticList) -> [QueryAnswer] {
        var (problems, answers): ([Diagnostic], [QueryAnswer]) = ([], [])
        for query in queries {
            let parameters = query.query.parameters.mapValues(\.words)
            guard
                recorded.digests[query.file.file] == sha256(Array(query.query.sql.utf8)),
                let manifest = recorded.queries.first(where: {
                    $0.file == query.file.file && $0.result == query.query.result && $0.parameters == parameters
                })
            else {
                problems +=
                    problem(
                        query, "the earlier run did not ask this SQL with these parameters", "a run of the same query"
                    ).diagnostics
                continue
            }
            // An answer counts by its digest alone, wherever it lies.
            if let beside = recorded.answers[query.query.result], sha256(beside) == manifest.sha256 {
                answers.append(answer(query, beside, manifest))
                continue
            }
            do throws(FileRefusal) {
                let bytes = try files.bytes(query.query.result)
                if sha256(bytes) == manifest.sha256 {
                    answers.append(answer(query, bytes, manifest))
                } else {
                    problems.append(
                        Diagnostic(
                            at: SourcePosition(file: query.query.result, line: 1, column: 1),
                            "this is not the answer that the earlier run had from \(printable(manifest.engine))",
                            expected: "a file with the SHA-256 \(printable(manifest.sha256))"))
                }
            } catch {
                let isThere = recorded.answers[query.query.result] != nil
                problems.append(
                    Diagnostic(
                        at: query.file.position,
                        isThere
                            ? "‘\(query.query.result)’ beside the results of the earlier run is not the answer that it had from "
                                + printable(manifest.engine)
                            : "the answer ‘\(query.query.result)’ lies neither beside the results of the earlier run nor with "
                                + "the data: \(error.problem)",
                        expected: "a file with the SHA-256 \(printable(manifest.sha256)), as the run wrote it"))
            }
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
        return answers
    }
}
