internal import AssessmentArchive
internal import AssessmentConfiguration
public import AssessmentCore
internal import AssessmentExporters
public import AssessmentQueries
internal import Foundation

extension RecordedQueries {
    /// The queries of a run that was read back.
    init(_ manifest: ManifestDocument) {
        self.init(
            queries: manifest.answeredQueries,
            digests: Dictionary(manifest.inputs.map { ($0.file, $0.sha256) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Reads the queries of an earlier run from its result.json, with the answers that the run wrote beside it.
    ///
    /// - Throws: `DiagnosticList` where it is none.
    public init(result file: String) throws(DiagnosticList) {
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw DiagnosticList([
                Diagnostic(
                    at: SourcePosition(file: file, line: 1, column: 1), "there is no such file, or you may not read it",
                    expected: "the result.json of an earlier run")
            ])
        }
        let manifest = try ResultDocument([UInt8](bytes), file: file).manifest
        let (run, folder) = (RecordedQueries(manifest), SourceFolder(holding: file))
        let answers = run.queries.compactMap { query -> (String, [UInt8])? in
            guard folder.hasFile(query.result), let bytes = try? folder.bytes(query.result) else { return nil }
            return (query.result, bytes)
        }
        self.init(
            queries: run.queries, digests: run.digests,
            answers: Dictionary(answers, uniquingKeysWith: { first, _ in first }))
    }
}

extension Workbench.Loaded {
    /// The answers of engines to its queries, at the paths that results cite.
    public var answers: [OutputFile] {
        let paths = Set(manifest.queries.map(\.result))
        return files.filter { paths.contains($0.path) }.map { OutputFile(path: $0.path, bytes: $0.bytes) }
    }
}
