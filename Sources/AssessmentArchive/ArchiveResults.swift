internal import AssessmentCore
public import AssessmentExporters

extension Archive {
    /// What came out of a run, read back from its result.json.
    ///
    /// - Throws: ``ArchiveFailure`` where the file is not as it was stored, or of a form that this version does not read.
    public func results(of run: ArchivedRun) throws -> ResultDocument {
        guard let file = run.files.first(where: { $0.role == .output && $0.path == "result.json" }) else {
            throw ArchiveFailure(.damaged, "run \(run.number) of ‘\(path)’ has no result.json")
        }
        let bytes = try bytes(of: file, in: run)
        let document: ResultDocument
        do throws(DiagnosticList) {
            document = try ResultDocument(bytes, file: file.path)
        } catch {
            throw ArchiveFailure(.damaged, "run \(run.number) of ‘\(path)’: \(printable(error.description))")
        }
        guard document.manifest == run.manifest else {
            throw ArchiveFailure(.damaged, "run \(run.number) of ‘\(path)’ has the result.json of another run")
        }
        return document
    }
}
