public import AssessmentArchive
public import AssessmentCore

extension Workbench {
    /// A finished assessment as an archive stores it: with every file that was read, in the bytes that were read.
    ///
    /// - Parameters:
    ///   - assessment: what came out.
    ///   - loaded: what it was run on.
    /// - Throws: where a number cannot be written, which a ledger never holds.
    public func record(of assessment: CompletedAssessment, from loaded: Loaded) throws -> NewRun {
        try NewRun(assessment, inputs: loaded.files, hasDataFolder: loaded.hasDataFolder)
    }
}
