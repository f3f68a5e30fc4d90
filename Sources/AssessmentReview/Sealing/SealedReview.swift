public import AssessmentArchive
public import AssessmentCore
internal import AssessmentExporters

extension Seal {
    /// Where the review stood of which a run is sealed.
    public struct Review: Codable, Sendable, Hashable {
        /// The stage, which is `final`.
        public let stage: String
        /// The number of the run of the archive with which the review ended.
        public let run: Int
        /// The SHA-256 of the ledger of that run.
        public let results: String
        /// The day on which the review was closed, as `2021-03-10`.
        public let finalised: String

        /// Creates it.
        public init(stage: String, run: Int, results: String, finalised: String) {
            self.stage = stage
            self.run = run
            self.results = results
            self.finalised = finalised
        }

        /// The stage in a line.
        public var words: String {
            "stage \(printable(stage)), run \(run) of the review with the results \(printable(String(results.prefix(12))))…, "
                + "finalised on \(printable(finalised))"
        }
    }
}

extension ReviewRecord {
    /// What a seal states of the review, where a finished assessment is its result.
    ///
    /// - Throws: ``ReviewRefusal`` where the archive holds no acts of the review, it is not final, or its final run has other
    ///   results, with the inputs that changed since; `ArchiveFailure` where the archive cannot be read.
    public func statement(sealing assessment: CompletedAssessment, in archive: Archive) throws -> Seal.Review {
        let name = printable("\(reviewCase.assessment) \(reviewCase.period)")
        if acts.isEmpty {
            throw ReviewRefusal(
                "‘\(archive.path)’ holds no review of \(name); expected the archive in which its acts are recorded")
        }
        guard state.stage == .final, let number = state.run, let day = state.lastDay else {
            throw ReviewRefusal(
                "the review of \(name) is \(state.stage.rawValue), not final; expected ‘assess review finalise’ first, or a "
                    + "seal without --review, which states no stage")
        }
        let run = try archive.run(number)
        let results = assessment.manifest.results
        guard results == run.results else {
            throw ReviewRefusal(
                "the results \(results.prefix(12))… differ from \(run.results.prefix(12))… of the final run \(number); "
                    + ReviewRecord.changes(from: run.manifest, to: ManifestDocument(assessment.manifest))
                    + "; expected the inputs of that run: ‘assess archive export \(archive.path) \(number) --output FOLDER’ "
                    + "writes them, to be sealed from there")
        }
        return Seal.Review(
            stage: state.stage.rawValue, run: number, results: run.results, finalised: day.description)
    }

    /// What went in otherwise than into the archived run.
    private static func changes(from before: ManifestDocument, to after: ManifestDocument) -> String {
        func digests(_ manifest: ManifestDocument) -> [String: String] {
            Dictionary(manifest.inputs.map { ($0.file, $0.sha256) }, uniquingKeysWith: { first, _ in first })
        }
        let (old, new) = (digests(before), digests(after))
        let files = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
        if files.isEmpty {
            return "the inputs are the same, and it was computed by version \(printable(before.workbench)) on "
                + printable(before.platform)
        }
        let named = files.prefix(5).map { printable($0) }.joined(separator: ", ")
        return "inputs changed since: \(named)\(files.count > 5 ? " and \(files.count - 5) more" : "")"
    }
}
