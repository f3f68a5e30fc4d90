internal import AssessmentConfiguration
public import AssessmentCore
internal import AssessmentExporters
public import AssessmentHosting
internal import AssessmentPipeline
public import AssessmentQueries

extension Workbench {
    /// A specification that was read for a run in little memory: its data were found right, and of its files of observations
    /// those with one variable each are read again when they are needed.
    public struct SparinglyLoaded: Sendable {
        let loaded: Loaded
        let observations: ObservationFiles

        /// The specification.
        public var specification: Specification { loaded.specification }
        /// The answers of engines, as files beside the results.
        public var answers: [OutputFile] { loaded.answers }
        /// How many files of observations are read again when they are needed.
        public var filesLetGo: Int { observations.files.count }
        /// What must be known of the collections that data came from.
        public var cautions: [String] { loaded.cautionsOnCollections + loaded.cautionsOnCorrections }
    }

    /// Reads a specification and all its data for a run in little memory.
    ///
    /// - Parameters:
    ///   - path: the file, or a folder that holds it as `assessment.yml`.
    ///   - folder: the folder that the paths of units and data are relative to; that of the specification where there is
    ///     none.
    ///   - trusted: the plug-ins that may be started as processes of their own.
    ///   - queries: what queries may do.
    /// - Throws: `DiagnosticList` with every problem found.
    public func loadSparingly(
        _ path: String, data folder: String? = nil, trusting trusted: TrustedPlugins = TrustedPlugins(),
        queries: QueryAccess = QueryAccess()
    ) async throws(DiagnosticList) -> SparinglyLoaded {
        try await load(
            path, trusting: trusted, LoadRequest(folder: folder, queries: queries, isSparing: true))
    }

    /// Runs what was loaded, indicator after indicator, and keeps what the nodes above them came to.
    ///
    /// The numbers are those of ``run(_:threads:askingRobustness:)``, to the last bit.
    ///
    /// - Parameter loaded: what was loaded.
    /// - Throws: ``AssessmentFailure`` where a check would stop the run, which such a run does not make, and with every problem
    ///   of the first step that cannot go on.
    public func aggregates(_ loaded: SparinglyLoaded) async throws -> AggregatedAssessment {
        try refuseStops(loaded.loaded)
        let own = loaded.loaded
        let results = try await hosting([own]) {
            try await Pipeline(own.specification, catalogue: own.catalogue).aggregates(own.data) { variables in
                try loaded.observations.observations(of: variables, beside: own.data)
            }
        }
        return AggregatedAssessment(
            specification: own.specification, results: results, manifest: own.manifest, answers: own.answers)
    }

    /// Runs what was loaded, indicator after indicator, for the sake of one unit: its scores with all that explains them.
    ///
    /// - Parameters:
    ///   - unit: the code of the unit.
    ///   - loaded: what was loaded.
    /// - Returns: the assessment of the unit alone; nothing where no assessed unit has the code.
    /// - Throws: ``AssessmentFailure`` as ``aggregates(_:)`` does.
    public func explanation(of unit: String, in loaded: SparinglyLoaded) async throws -> CompletedAssessment? {
        try refuseStops(loaded.loaded)
        let own = loaded.loaded
        return try await hosting([own]) {
            try await Pipeline(own.specification, catalogue: own.catalogue)
                .explanation(of: unit, own.data, manifest: own.manifest) { variables in
                    try loaded.observations.observations(of: variables, beside: own.data)
                }
        }
    }

    /// The units that are assessed.
    ///
    /// - Parameter loaded: what was loaded.
    /// - Throws: ``AssessmentFailure`` where there is none.
    public func assessedUnits(_ loaded: SparinglyLoaded) throws -> [AssessedUnit] {
        try Pipeline(loaded.specification, catalogue: loaded.loaded.catalogue).panel(loaded.loaded.data.units).units
    }

    /// Writes results into a folder, replacing earlier ones whole: `aggregates-YEAR.csv` for each period, `parameters.csv`,
    /// `weights.csv` where weights were fitted, and `manifest.json`.
    ///
    /// - Parameters:
    ///   - assessment: what the run came to.
    ///   - path: the folder.
    /// - Returns: the paths of the files.
    /// - Throws: ``AssessmentFailure`` that says why; what was there is then untouched.
    @discardableResult
    public func write(_ assessment: AggregatedAssessment, to path: String) throws -> [String] {
        let tables = try AggregateTables(assessment.specification, assessment.results, assessment.manifest)
        let answers = assessment.answers
        let paths = tables.paths + answers.map(\.path)
        try OutputFolder(path).write(paths) { place in
            place < tables.paths.count ? tables.bytes(at: place) : answers[place - tables.paths.count].bytes
        }
        return paths
    }

    /// Refuses a specification of which a check could stop the run, since checks look at the data as a whole.
    private func refuseStops(_ loaded: Loaded) throws {
        let settings = CheckSettings(loaded.specification.checks)
        let stops =
            loaded.catalogue.checks.filter { settings.severity(of: $0) == .stop }.map(\.id)
            + CheckRule.all.filter { settings.severity(of: $0) == .stop }.map(\.id)
        guard let first = stops.first else { return }
        let position = settings.position(of: first)
        throw AssessmentFailure(
            (position.map { "\(loaded.folder)\($0): " } ?? "")
                + "the check ‘\(first)’ stops a run, and one in little memory makes no "
                + "checks; expected no check that stops: run ‘assess check’ beforehand and set it to ‘warning’, or run without "
                + "--sparing", isOutput: false)
    }
}

/// What a run in little memory came to.
public struct AggregatedAssessment: Sendable {
    /// What was run.
    public let specification: Specification
    /// Scores, ranks and grades of the nodes above the indicators, with what methods took from the data.
    public let results: AggregateResults
    /// What was read.
    public let manifest: Manifest
    /// The file to begin with: that of the assessed period.
    public var start: String { AggregateTables.path(of: specification.period) }
    let answers: [OutputFile]
}
