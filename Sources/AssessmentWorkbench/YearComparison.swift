public import AssessmentCore
internal import AssessmentPipeline
public import AssessmentReview

extension Workbench {
    /// Compares years of one specification, whose history holds the earlier ones: the pairs asked for, one after another.
    ///
    /// - Parameters:
    ///   - loaded: what was loaded.
    ///   - pairs: the pairs of periods; every period with the one before it where there are none.
    ///   - threads: how many things are done at a time; it changes nothing in the result.
    /// - Returns: the finished run, and a comparison a pair.
    /// - Throws: ``AssessmentFailure`` with every problem of the first step that cannot go on.
    public func compareYears(
        _ loaded: Loaded, pairs: [(from: Period, to: Period)] = [], threads: Int = 1
    ) async throws -> (assessment: CompletedAssessment, comparisons: [YearOnYear]) {
        try await hosting([loaded]) {
            let assessment = try await Pipeline(loaded.specification, catalogue: loaded.catalogue, threads: threads)
                .run(loaded.data, manifest: loaded.manifest)
            let periods = assessment.ledger.panel.periods
            let chosen = pairs.isEmpty ? zip(periods, periods.dropFirst()).map { ($0, $1) } : pairs
            var comparisons: [YearOnYear] = []
            for (from, to) in chosen {
                comparisons.append(
                    try await YearOnYear.comparing(
                        assessment, data: loaded.data, from: from, to: to, threads: threads))
            }
            return (assessment, comparisons)
        }
    }

    /// Compares the assessed years of two specifications, each with its own data.
    ///
    /// - Throws: ``AssessmentFailure`` with every problem of the first step that cannot go on.
    public func compareYears(
        _ earlier: Loaded, with later: Loaded, threads: Int = 1
    ) async throws -> (assessment: CompletedAssessment, comparison: YearOnYear) {
        try await hosting([earlier, later]) {
            var (years, runs): ([ComparedYear], [CompletedAssessment]) = ([], [])
            for loaded in [earlier, later] {
                years.append(
                    ComparedYear(
                        specification: loaded.specification, catalogue: loaded.catalogue, data: loaded.data,
                        period: loaded.specification.period))
                do {
                    runs.append(
                        try await Pipeline(loaded.specification, catalogue: loaded.catalogue, threads: threads)
                            .run(loaded.data, manifest: loaded.manifest))
                } catch let error as PipelineError {
                    // Each specification has a folder of its own.
                    throw AssessmentFailure(error.description(in: loaded.folder), isOutput: false)
                }
            }
            let comparison = try await YearOnYear.comparing(
                years[0], runs[0], with: years[1], runs[1], threads: threads)
            return (runs[1], comparison)
        }
    }

    /// Does work with the plug-ins of specifications that run as processes, which end with it, and tells what went wrong as
    /// a run does.
    func hosting<Result>(_ loaded: [Loaded], _ work: () async throws -> Result) async throws -> Result {
        do {
            let result = try await work()
            for one in loaded { try await one.hosted.end() }
            return result
        } catch {
            for one in loaded { try? await one.hosted.end() }
            if let error = error as? PipelineError {
                throw AssessmentFailure(error.description(in: loaded.first?.folder ?? ""), isOutput: false)
            }
            if let error = error as? PluginFailure {
                throw AssessmentFailure(error.description, isOutput: false)
            }
            throw error
        }
    }
}

extension PipelineError {
    /// The problems with the places of a specification as the user named its folder.
    fileprivate func description(in folder: String) -> String {
        problems.map { ($0.position == nil ? "" : folder) + $0.description }.joined(separator: "\n")
    }
}
