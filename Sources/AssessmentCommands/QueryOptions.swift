internal import ArgumentParser
internal import AssessmentCore
internal import AssessmentQueries
internal import AssessmentWorkbench

/// What the queries of a specification may ask, and of which engine.
struct QueryOptions: ParsableArguments {
    @Flag(
        name: .customLong("allow-query"),
        help: "Allow the queries of the specification to be asked of their engines, for this run.")
    var isAllowed = false

    @Option(
        help: ArgumentHelp(
            "The engine that is asked, where a query lists several: \(QueryEngine.names.joined(separator: ", ")).",
            valueName: "name"),
        completion: .list(QueryEngine.names))
    var engine: String?

    @Option(
        name: .customLong("recorded-queries"),
        help: ArgumentHelp(
            """
            Take the answers of an earlier run instead of asking: its result.json. They are looked for under queries/ \
            beside it, where ‘assess run’ writes them, and then with the data.
            """,
            valueName: "file"),
        completion: .file())
    var recorded: String?

    func validate() throws {
        if let engine, !QueryEngine.names.contains(engine) {
            let nearest = nearestMatch(to: engine, among: QueryEngine.names).map { "; did you mean ‘\($0)’?" } ?? "."
            throw ValidationError(
                "--engine ‘\(engine)’ is not known; expected one of \(QueryEngine.names.joined(separator: ", "))\(nearest)"
            )
        }
        guard recorded == nil || (!isAllowed && engine == nil) else {
            throw ValidationError(
                "--recorded-queries asks no engine, so that --allow-query and --engine do not go with it.")
        }
    }

    /// What queries may do.
    ///
    /// - Throws: `DiagnosticList` where the earlier run cannot be read.
    func access() throws -> QueryAccess {
        QueryAccess(
            isAllowed: isAllowed, engine: engine, recorded: try recorded.map { try RecordedQueries(result: $0) })
    }
}
