public import AssessmentCore

extension Pipeline {
    /// Runs the specification in little memory for the sake of one unit: what comes out is its part of the whole assessment, which
    /// explains its scores down to their cells in the words of a run that keeps everything.
    ///
    /// Ranks, statistics and weights are those among all units. Coverage, statistics, tasks and findings are left out.
    ///
    /// - Parameters:
    ///   - unit: the code of an assessed unit.
    ///   - source: the data, whose observations may be left out.
    ///   - manifest: what is known of the run; it is passed on.
    ///   - observations: the observations of some variables; those of the data where it gives nothing.
    /// - Returns: the assessment of the unit alone; nothing where no assessed unit has the code.
    /// - Throws: ``PipelineError`` with every problem of the first step that cannot go on, and what `observations` throws.
    public func explanation(
        of unit: String, _ source: CollectedData, manifest: Manifest,
        observations: (Set<String>) async throws -> Observations? = { _ in nil }
    ) async throws -> CompletedAssessment? {
        let panel = try panel(source.units)
        guard let position = panel.unitIndex(of: unit) else { return nil }
        let (plan, peerGroupOfUnit) = try await sparingPlan(source, panel)
        var own = UnitLedger(unitAt: position, of: panel, catalogue, try targets(source, panel, peerGroupOfUnit))
        var measuring = SparingMeasurement(self, source, panel)
        try await runSparingly(
            plan, Set(plan.operations.indices),
            measuring: { leaf in
                let (measurement, data) = try await measuring.measure(leaf, observations)
                own.take(measurement, at: leaf, data, panel)
                return measurement.column
            },
            taking: { index, plan, workspace in own.take(index, plan, workspace) })
        // The cells that values rest on are in the ledger.
        var data = source
        data.observations = Observations()
        return CompletedAssessment(
            specification: specification, catalogue: catalogue, data: data,
            peerGroupOfUnit: [peerGroupOfUnit[position]], ledger: own.ledger(plan), coverage: [], manifest: manifest)
    }
}
