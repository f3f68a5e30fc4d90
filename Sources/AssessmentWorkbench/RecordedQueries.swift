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

    /// Reads the queries of an earlier run from its result.json.
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
        self.init(try ResultDocument([UInt8](bytes), file: file).manifest)
    }
}
