public import AssessmentCore

/// Runs a specification on data: collects, measures, evaluates, aggregates, ranks and grades, into a ledger.
public struct Pipeline: Sendable {
    let specification: Specification
    let catalogue: Catalogue
    private let threads: Int

    /// Creates a pipeline.
    ///
    /// - Parameters:
    ///   - catalogue: the plug-ins and methods that the specification may name.
    ///   - threads: how many indicators are measured at a time; it changes nothing in the result.
    public init(_ specification: Specification, catalogue: Catalogue, threads: Int = 1) {
        self.specification = specification
        self.catalogue = catalogue
        self.threads = max(1, threads)
    }

    /// The rows of a specification on data: its units in force, in its periods.
    ///
    /// - Throws: ``PipelineError`` where no unit is assessed.
    public func panel(_ units: UnitTable) throws -> Panel {
        let chosen = specification.units
        let inForce = units.inForce(on: chosen.inForceOn, levels: chosen.levels)
        guard !inForce.isEmpty else {
            throw PipelineError(
                "\(chosen.file): no unit"
                    + (chosen.levels.isEmpty ? "" : " of level \(chosen.levels.joined(separator: ", "))")
                    + (chosen.inForceOn.map { " is in force on \($0)" } ?? " is listed"))
        }
        return Panel(units: inForce, periods: specification.periods)
    }

    /// Runs the specification.
    ///
    /// - Parameter manifest: what is known of the run before it begins; it is passed on.
    /// - Throws: ``PipelineError`` with every problem of the first step that cannot go on.
    public func run(_ source: CollectedData, manifest: Manifest) async throws -> CompletedAssessment {
        try await complete(try await measure(source), manifest: manifest)
    }

    /// Carries the data over to the assessed units and measures the indicators of every leaf.
    ///
    /// - Throws: ``PipelineError`` with every problem of the first step that cannot go on.
    public func measure(_ source: CollectedData) async throws -> MeasuredAssessment {
        try await measure(source, over: try panel(source.units))
    }

    /// The same over rows of one's own, such as other periods than the specification has.
    ///
    /// - Throws: ``PipelineError`` with every problem of the first step that cannot go on.
    public func measure(_ source: CollectedData, over panel: Panel) async throws -> MeasuredAssessment {
        let peerGroupOfUnit = try peerGroups(panel)
        let data = collect(source, panel, for: specification.framework.subtree)
        return MeasuredAssessment(
            panel: panel, peerGroupOfUnit: peerGroupOfUnit, data: data, measurements: try await measure(data, panel))
    }

    /// Runs every step that follows upon the measured columns.
    ///
    /// - Throws: ``PipelineError`` with every problem of the first step that cannot go on.
    public func complete(_ measured: MeasuredAssessment, manifest: Manifest) async throws -> CompletedAssessment {
        let (panel, data) = (measured.panel, measured.data)
        let targets = try targets(measured)
        let plan = try await plan(measured, targets)
        var workspace = Workspace(plan)
        for operation in plan.operations where operation.step.kind == .measure {
            guard let measurement = measured.measurements[operation.node.id] else { continue }
            workspace.load(measurement.column, into: operation.output)
        }
        do {
            try plan.run(&workspace)
        } catch let failure as Plan.Failure {
            throw Pipeline.explain(failure, plan)
        }
        let ledger = LedgerAssembly(plan, workspace, measured.measurements, targets).ledger()
        return try CompletedAssessment(
            specification: specification, catalogue: catalogue, data: data, peerGroupOfUnit: measured.peerGroupOfUnit,
            ledger: ledger, coverage: Coverage(catalogue, data, panel).statements(),
            statistics: StatisticsReport(
                specification, catalogue: catalogue, data: data, peerGroupOfUnit: measured.peerGroupOfUnit,
                ledger: ledger
            ).tables(), tasks: taskReport(data, panel),
            ratings: specification.ratings.map { RatingAnalysis($0, data.ratings, panel: panel).report() },
            manifest: manifest)
    }

    private func taskReport(_ data: CollectedData, _ panel: Panel) -> TaskReport? {
        specification.tasks.map { scheme in
            let bodies = TaskBodies(
                units: data.units, assessed: panel.units, departments: data.departments, asOf: scheme.asOf)
            return TaskReporting(scheme, bodies, data.progress).report()
        }
    }

    /// The plan for measured columns like these.
    func plan(_ measured: MeasuredAssessment) async throws -> Plan { try await plan(measured, try targets(measured)) }

    private func plan(_ measured: MeasuredAssessment, _ targets: [String: ResolvedTarget]) async throws -> Plan {
        var compiler = PlanCompiler(
            catalogue: catalogue, decisions: measured.data.decisions, panel: measured.panel,
            peerGroupOfUnit: measured.peerGroupOfUnit)
        _ = try await compiler.add(specification, targets)
        return compiler.plan()
    }

    /// The targets of every node that has some.
    func targets(_ measured: MeasuredAssessment) throws -> [String: ResolvedTarget] {
        try TargetResolution(specification: specification, catalogue: catalogue, measured: measured).targets()
    }

    func peerGroups(_ panel: Panel) throws -> [Int] {
        let groups = specification.rankedGroups
        let place = groups.lazy.compactMap(\.position).first
        var problems: [PipelineError.Problem] = []
        let positions = panel.units.map { unit in
            let matching = groups.indices.filter { groups[$0].contains(unit) }
            if matching.count != 1 {
                let names = matching.map { groups[$0].id }.joined(separator: ", ")
                problems.append(
                    PipelineError.Problem(
                        position: matching.last.flatMap { groups[$0].position } ?? place,
                        text: "\(unit.code) \(unit.name.zh): belongs to "
                            + (matching.isEmpty ? "no peer group" : "several peer groups (\(names))")
                            + "; every assessed unit must belong to exactly one: name its kind or class in one group, and "
                            + "‘without_classes’ in another"))
            }
            return matching.first ?? 0
        }
        for (index, group) in groups.enumerated() where !positions.contains(index) && problems.isEmpty {
            problems.append(
                PipelineError.Problem(
                    position: group.position,
                    text: "the peer group ‘\(group.id)’ holds no assessed unit, so nothing is ranked in it and a quota "
                        + "there gives no place; expected levels, kinds, classes or units that it holds, or no such group"
                ))
        }
        if !problems.isEmpty { throw PipelineError(problems) }
        return positions
    }

    /// Carries the data of some indicators over to the rows.
    ///
    /// - Parameter collection: the source over the rows, where that is at hand.
    func collect(
        _ source: CollectedData, _ panel: Panel, for nodes: [FrameworkNode], by collection: Collection? = nil
    ) -> CollectedData {
        var data = source
        let collection = collection ?? Collection(source, panel: panel)
        for node in nodes {
            guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else { continue }
            for variable in indicator.description.variables where data.variables[variable.id] == nil {
                data.variables[variable.id] = collection.column(of: variable)
            }
            if case .shared(let shared) = use.target, case .variable(let id, _) = shared.key,
                let variable = catalogue.variables[id], data.variables[id] == nil
            {
                data.variables[id] = collection.column(of: variable)
            }
        }
        data.parts = parts(source, panel, for: nodes)
        for task in specification.tasks?.tasks ?? [] {
            data.registers[TaskCompletion.register(of: task).id] = TaskCompletion.entries(of: task, in: source.progress)
        }
        return data
    }

    /// The variables of the units that belong to assessed ones, where an indicator reduces over them.
    private func parts(_ source: CollectedData, _ panel: Panel, for nodes: [FrameworkNode]) -> CollectedParts? {
        let used = nodes.compactMap(\.measure)
            .compactMap { catalogue.indicators[$0.indicator]?.description }.filter(\.readsParts)
        guard !used.isEmpty else { return nil }
        let parents = Set(panel.units.map(\.code))
        let units = source.units.units.filter { $0.parent.map(parents.contains) ?? false }
        let panel = Panel(units: units, periods: panel.periods)
        let collection = Collection(source, panel: panel)
        var parts = CollectedParts(panel: panel, variables: [:])
        for variable in used.flatMap(\.variables) where parts.variables[variable.id] == nil {
            parts.variables[variable.id] = collection.column(of: variable)
        }
        return parts
    }

    private struct Outcome: Sendable {
        let position: Int
        let result: Result<IndicatorMeasurement, any Error>
    }

    /// The measurements of every leaf by its id; each thread takes every so-manieth leaf.
    private func measure(_ data: CollectedData, _ panel: Panel) async throws -> [String: IndicatorMeasurement] {
        let leaves = specification.framework.subtree.filter { $0.measure != nil }
        let threads = threads
        // A process is asked in the order of the specification, so that its answers cannot depend on chance.
        let isApart = leaves.map { $0.measure.flatMap { catalogue.indicators[$0.indicator]?.runsApart } ?? false }
        let apart = leaves.indices.filter { isApart[$0] }
        let within = leaves.indices.filter { !isApart[$0] }
        let shares =
            [apart]
            + (0..<threads).map { thread in
                stride(from: thread, to: within.count, by: threads).map { within[$0] }
            }
        let outcomes = await withTaskGroup(of: [Outcome].self) { group in
            for share in shares where !share.isEmpty {
                group.addTask {
                    var outcomes: [Outcome] = []
                    for position in share {
                        do {
                            let measurement = try await measure(leaves[position], data, panel)
                            outcomes.append(Outcome(position: position, result: .success(measurement)))
                        } catch {
                            outcomes.append(Outcome(position: position, result: .failure(error)))
                        }
                    }
                    return outcomes
                }
            }
            return await group.reduce(into: []) { $0 += $1 }.sorted { $0.position < $1.position }
        }
        var results: [String: IndicatorMeasurement] = [:]
        var problems: [PipelineError.Problem] = []
        var failures: Set<PluginFailure> = []
        for outcome in outcomes {
            let leaf = leaves[outcome.position]
            switch outcome.result {
            case .success(let measurement): results[leaf.id] = measurement
            case .failure(let error):
                // A process that failed once fails every request that follows, which says nothing more.
                if let failure = error as? PluginFailure, !failures.insert(failure).inserted { continue }
                problems.append(PipelineError.Problem(node: leaf, "\(error)"))
            }
        }
        if !problems.isEmpty { throw PipelineError(problems) }
        return results
    }

    func measure(_ node: FrameworkNode, _ data: CollectedData, _ panel: Panel) async throws
        -> IndicatorMeasurement
    {
        guard let use = node.measure, let indicator = catalogue.indicators[use.indicator] else {
            throw PipelineError(node: node, "its indicator is unknown")
        }
        let description = indicator.description
        let declared = Set(description.variables.map(\.id))
        let measurement = try await indicator.measure(
            MeasurementData(
                panel: panel, units: data.units,
                variables: data.variables.filter { declared.contains($0.key) }.mapValues(\.column),
                registers: data.registers.filter { entry in description.registers.contains { $0.id == entry.key } },
                ratings: indicator is RatedIndicator ? data.ratings : [],
                parameters: ParameterValues(use.parameters, for: description.parameters),
                seriesBreaks: breaks(panel),
                parts: data.parts.map { parts in
                    MeasurementData.Parts(panel: parts.panel, variables: parts.variables.mapValues(\.column))
                }))
        guard measurement.column.count == panel.rowCount else {
            throw PipelineError(
                node: node, "\(description.id) gave \(measurement.column.count) values for \(panel.rowCount) rows")
        }
        // No rule on missing values applies to these two: a plug-in could take a unit out of an indicator by them. Whom a
        // task is for is said by the specification itself.
        if !(indicator is TaskCompletion),
            let row = measurement.column.reasons.firstIndex(where: { $0 == .leftFramework || $0 == .notAssessedAtLevel }
            ),
            let reason = measurement.column.reasons[row]
        {
            throw PipelineError(
                node: node,
                "\(description.id) left out \(panel.unit(ofRow: row).code) in \(panel.period(ofRow: row)) as "
                    + "\(reason.rawValue), which is the specification's to say; expected another reason")
        }
        let held = data.heldAgainstReports(measurement, of: description, panel)
        guard !node.levels.isEmpty || !node.classes.isEmpty else { return held }
        var column = held.column
        for row in 0..<panel.rowCount where !node.applies(to: panel.unit(ofRow: row)) {
            column.leaveOut(.notAssessedAtLevel, at: row)
        }
        return IndicatorMeasurement(column: column, evidence: held.evidence)
    }

    private func breaks(_ panel: Panel) -> [String: [Int]] {
        Dictionary(grouping: specification.seriesBreaks, by: \.variable)
            .mapValues { $0.compactMap { panel.firstIndex(from: $0.from) } }
    }

    /// The missing scores that must not be, each with its node, unit and period.
    static func explain(_ failure: Plan.Failure, _ plan: Plan) -> PipelineError {
        PipelineError(
            failure.cells.map { cell in
                let (operation, unit) = (plan.operations[cell.operation], plan.panel.unit(ofRow: cell.row))
                let place =
                    "\(unit.code) \(unit.name.zh) has no score in \(plan.panel.period(ofRow: cell.row)) "
                    + "(\(cell.reason.rawValue)), and "
                if case .resolve(let rule, _) = operation.work, rule.action(for: cell.reason) == .groupMedian {
                    return PipelineError.Problem(
                        node: operation.node,
                        place
                            + "its peer group has none to take the median of; supply the value, or say under ‘missing’ "
                            + "what else happens to \(cell.reason.rawValue)")
                }
                return PipelineError.Problem(
                    node: operation.node,
                    place + "the rule on missing values is to fail; "
                        + (cell.reason == .noEarlierPeriod
                            ? "name the earlier years under ‘history’, or say" : "supply the value, or say")
                        + " under ‘missing’ what happens to \(cell.reason.rawValue)")
            })
    }
}
