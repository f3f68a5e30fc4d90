public import AssessmentCore
internal import AssessmentExporters
internal import AssessmentPipeline
public import AssessmentReview

extension Workbench {
    /// Runs what was loaded as it is and with some observations changed, and tells what differs.
    ///
    /// - Parameters:
    ///   - changes: the changes, in order.
    ///   - loaded: what was loaded.
    ///   - threads: how many things are done at a time; it changes nothing in the result.
    /// - Returns: the difference, and the changed data with what is to be said of them.
    /// - Throws: `DataChangeProblem` where a change names what is not there; ``AssessmentFailure`` where a run cannot go on.
    public func whatIf(
        _ changes: [DataChange], in loaded: Loaded, threads: Int = 1
    ) async throws -> (difference: RunDifference, changed: ChangedData) {
        try await hosting([loaded]) {
            let pipeline = Pipeline(loaded.specification, catalogue: loaded.catalogue, threads: threads)
            let changed = try ChangedData(
                changes, of: loaded.data, specification: loaded.specification, catalogue: loaded.catalogue,
                panel: try pipeline.panel(loaded.data.units))
            let before = try await pipeline.run(loaded.data, manifest: loaded.manifest)
            let after = try await pipeline.run(changed.data, manifest: loaded.manifest)
            return (RunDifference(from: ResultDocument(before), to: ResultDocument(after)), changed)
        }
    }
}

extension Workbench {
    /// What is to be reached.
    public enum ReachRequest: Sendable {
        /// A grade, by its Chinese or English name.
        case grade(String)
        /// A better rank than another unit, by its code.
        case pass(String)
    }

    /// Runs what was loaded and looks, for each single indicator of a unit, for the smallest change that reaches a goal.
    ///
    /// - Parameters:
    ///   - request: what is to be reached.
    ///   - unit: the code of an assessed unit.
    ///   - loaded: what was loaded.
    ///   - threads: how many things are done at a time; it changes nothing in the result.
    /// - Throws: `ReachProblem` where the goal is none; ``AssessmentFailure`` where a run cannot go on.
    public func reach(
        _ request: ReachRequest, unit: String, in loaded: Loaded, threads: Int = 1
    ) async throws -> Reach {
        try await hosting([loaded]) {
            let pipeline = Pipeline(loaded.specification, catalogue: loaded.catalogue, threads: threads)
            let measured = try await pipeline.measure(loaded.data)
            let assessment = try await pipeline.complete(measured, manifest: loaded.manifest)
            return switch request {
            case .grade(let name):
                try await Reach.looking(
                    forGrade: name, unit: unit, in: measured, of: assessment, threads: threads)
            case .pass(let other):
                try await Reach.looking(toPass: other, unit: unit, in: measured, of: assessment, threads: threads)
            }
        }
    }

    /// The assessed units of what was loaded.
    ///
    /// - Throws: ``AssessmentFailure`` where there is none.
    public func units(of loaded: Loaded) throws -> [AssessedUnit] {
        do {
            return try Pipeline(loaded.specification, catalogue: loaded.catalogue).panel(loaded.data.units).units
        } catch {
            throw AssessmentFailure("\(error)", isOutput: false)
        }
    }
}
