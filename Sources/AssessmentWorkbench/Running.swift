public import AssessmentCore
internal import AssessmentData
internal import AssessmentExporters
package import AssessmentPipeline
internal import AssessmentRobustness

extension Workbench {
    /// Runs what was loaded, and asks how firm its result is where the specification does.
    ///
    /// - Parameters:
    ///   - loaded: what was loaded.
    ///   - threads: how many things are done at a time; it changes nothing in the result.
    ///   - askingRobustness: whether how firm the result is is asked where the specification does; where only a score is
    ///     looked at, that may be left out.
    /// - Throws: ``AssessmentFailure`` with every problem of the first step that cannot go on.
    public func run(
        _ loaded: Loaded, threads: Int = 1, askingRobustness: Bool = true
    ) async throws -> CompletedAssessment {
        try await run(loaded, asking: askingRobustness ? loaded.specification.robustness : nil, threads: threads)
    }

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
        return try await run(loaded, asking: request, threads: threads)
    }

    /// Runs what was loaded.
    ///
    /// - Parameter request: how firm the result is to be asked; nothing where only scores matter.
    func run(
        _ loaded: Loaded, asking request: RobustnessRequest?, threads: Int
    ) async throws -> CompletedAssessment {
        let assessment = try await hosting([loaded]) {
            let pipeline = Pipeline(loaded.specification, catalogue: loaded.catalogue, threads: threads)
            let measured = try await pipeline.measure(loaded.data)
            let findings = try Workbench.findings(loaded, measured, pipeline)
            try Workbench.refuse(findings, in: loaded)
            var assessment = try await pipeline.complete(measured, manifest: loaded.manifest)
            assessment.findings = findings
            assessment.robustness = try await Workbench.robustness(
                request, loaded.specification, loaded.catalogue, measured, threads: threads, folder: loaded.folder)
            return assessment
        }
        var manifest = loaded.manifest
        let record = try LedgerDocument.encode(assessment)
        manifest.results = sha256(record)
        return assessment.with(manifest, record: record)
    }

    /// How firm the result of measured data is; nothing where nothing is asked.
    ///
    /// - Parameter folder: the folder of the specification as the user named it, before the names of files.
    /// - Throws: ``AssessmentFailure`` with the first replication that fails.
    static func robustness(
        _ request: RobustnessRequest?, _ specification: Specification, _ catalogue: Catalogue,
        _ measured: MeasuredAssessment, threads: Int, folder: String
    ) async throws -> RobustnessReport? {
        guard let request else { return nil }
        do {
            return try await Probe(specification, catalogue: catalogue, measured: measured, threads: threads)
                .report(request)
        } catch let error as RobustnessError {
            throw failure(error, request, folder: folder)
        }
    }

    /// Checks what a specification says to vary, without computing it.
    ///
    /// - Throws: ``AssessmentFailure`` where nothing would vary, or replications are too few.
    public func checkRobustness(_ loaded: Loaded) throws {
        guard let request = loaded.specification.robustness else { return }
        do {
            try Probe.check(request, of: loaded.specification, catalogue: loaded.catalogue)
        } catch let error as RobustnessError {
            throw Workbench.failure(error, request, folder: loaded.folder)
        }
    }

    /// A problem of a probe with its place in the specification.
    private static func failure(
        _ error: RobustnessError, _ request: RobustnessRequest, folder: String
    ) -> AssessmentFailure {
        let place = (error.position ?? request.position).map { "\(folder)\($0): " } ?? ""
        let lines = error.description.split(separator: "\n").map { printable($0) }
        return AssessmentFailure(place + lines.joined(separator: "\n"), isOutput: false)
    }

    /// What was loaded, measured and not yet scored, with everything that its specification may name.
    package func measured(_ loaded: Loaded) async throws -> (catalogue: Catalogue, measured: MeasuredAssessment) {
        (loaded.catalogue, try await Pipeline(loaded.specification, catalogue: loaded.catalogue).measure(loaded.data))
    }
}
