public import AssessmentCore
package import AssessmentPipeline
internal import AssessmentRobustness

extension Workbench {
    /// Runs what was loaded and asks how firm its result is.
    ///
    /// - Parameters:
    ///   - loaded: what was loaded.
    ///   - draws: the number of replications, in place of that of the specification.
    ///   - seed: the seed, in place of that of the specification.
    ///   - threads: how many things are done at a time; it changes nothing in the result.
    /// - Returns: the finished assessment, which carries the report.
    /// - Throws: ``AssessmentFailure`` where the specification asks nothing, the run cannot go on, or a replication fails.
    public func probe(
        _ loaded: Loaded, draws: Int? = nil, seed: UInt64? = nil, threads: Int = 1
    ) async throws -> CompletedAssessment {
        guard var request = loaded.specification.robustness else {
            throw AssessmentFailure(
                "\(loaded.folder)\(loaded.manifest.inputs.first?.file ?? "assessment.yml"): the specification does not say what could be "
                    + "otherwise; expected ‘robustness’ with methods or data_error", isOutput: false)
        }
        if let draws { request.draws = draws }
        if let seed { request.seed = seed }
        let asked = request
        return try await hosting([loaded]) {
            let pipeline = Pipeline(loaded.specification, catalogue: loaded.catalogue, threads: threads)
            let measured = try await pipeline.measure(loaded.data)
            try Workbench.refuse(try Workbench.findings(loaded, measured, pipeline), in: loaded)
            var assessment = try await pipeline.complete(measured, manifest: loaded.manifest)
            do {
                assessment.robustness = try await Probe(
                    loaded.specification, catalogue: loaded.catalogue, measured: measured, threads: threads
                ).report(asked)
            } catch let error as RobustnessError {
                let lines = error.description.split(separator: "\n").map { printable($0) }
                throw AssessmentFailure(lines.joined(separator: "\n"), isOutput: false)
            }
            return assessment
        }
    }

    /// What was loaded, measured and not yet scored, with everything that its specification may name.
    package func measured(_ loaded: Loaded) async throws -> (catalogue: Catalogue, measured: MeasuredAssessment) {
        (loaded.catalogue, try await Pipeline(loaded.specification, catalogue: loaded.catalogue).measure(loaded.data))
    }
}
