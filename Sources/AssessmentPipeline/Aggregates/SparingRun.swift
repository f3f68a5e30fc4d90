public import AssessmentCore

extension Pipeline {
    /// Runs the specification in memory that hardly grows with the number of its indicators: one after another is measured,
    /// scored and let go, and what stays is of the nodes above.
    ///
    /// The numbers are those of ``run(_:manifest:)``, to the last bit: the same operations are done on them.
    ///
    /// - Parameters:
    ///   - source: the data, whose observations may be left out.
    ///   - observations: the observations of some variables; those of the data where it gives nothing.
    /// - Throws: ``PipelineError`` with every problem of the first step that cannot go on, and what `observations` throws.
    public func aggregates(
        _ source: CollectedData, observations: (Set<String>) async throws -> Observations? = { _ in nil }
    ) async throws -> AggregateResults {
        let panel = try panel(source.units)
        var measuring = SparingMeasurement(self, source, panel)
        return try await aggregates(source, panel) { try await measuring.measure($0, observations).measurement }
    }

    /// The same with indicators that are measured elsewhere, each asked for when it is needed and let go afterwards.
    package func aggregates(
        _ source: CollectedData, _ panel: Panel,
        measuring measure: (FrameworkNode) async throws -> IndicatorMeasurement
    ) async throws -> AggregateResults {
        let (plan, peerGroupOfUnit) = try await sparingPlan(source, panel)
        let wanted = Pipeline.results(of: plan, root: specification.framework.id)
        var results = SparingResults(plan, wanted: wanted)
        try await runSparingly(plan, wanted, measuring: { try await measure($0).column }) { index, plan, workspace in
            try results.take(index, plan, &workspace)
        }
        return results.finish(peerGroupOfUnit)
    }

    /// The plan of a run that does not hold every measured column, and the peer group of each unit.
    func sparingPlan(_ source: CollectedData, _ panel: Panel) async throws -> (plan: Plan, peerGroupOfUnit: [Int]) {
        try refuseMeasuredTargets()
        let peerGroupOfUnit = try peerGroups(panel)
        return (try await plan(unmeasured(source, panel, peerGroupOfUnit)), peerGroupOfUnit)
    }

    /// The targets of such a run.
    func targets(
        _ source: CollectedData, _ panel: Panel, _ peerGroupOfUnit: [Int]
    ) throws -> [String: ResolvedTarget] {
        try TargetResolution(
            specification: specification, catalogue: catalogue, measured: unmeasured(source, panel, peerGroupOfUnit)
        ).targets()
    }

    private func unmeasured(
        _ source: CollectedData, _ panel: Panel, _ peerGroupOfUnit: [Int]
    ) -> MeasuredAssessment {
        MeasuredAssessment(panel: panel, peerGroupOfUnit: peerGroupOfUnit, data: source, measurements: [:])
    }

    /// Does the operations that some slots depend on, each measured column being asked for when it is read first.
    ///
    /// - Parameter take: sees each operation right after it was done, when what it read and what it gave is there.
    /// - Throws: ``PipelineError`` with every missing score that must not be.
    func runSparingly(
        _ plan: Plan, _ wanted: Set<Int>, measuring measure: (FrameworkNode) async throws -> Column,
        taking take: (Int, Plan, inout Workspace) throws -> Void
    ) async throws {
        let order = SparingOrder(plan, wanted: wanted)
        var plan = plan
        plan.layout = order.layout
        let root = plan.operations.lastIndex { $0.step.kind.givesNumbers }
        var workspace = Workspace(plan)
        var problems: [PipelineError.Problem] = []
        for index in order.operations {
            let operation = plan.operations[index]
            if operation.step.kind == .measure {
                workspace.load(try await measure(operation.node), into: operation.output)
            }
            do {
                try plan.run([index], root: index == root ? root : nil, &workspace)
            } catch let failure as Plan.Failure {
                problems += Pipeline.explain(failure, plan).problems
            }
            try take(index, plan, &workspace)
        }
        if !problems.isEmpty { throw PipelineError(problems) }
    }

    /// The operations that give the final score, rank and grade of each node that has others below it, and of the root.
    private static func results(of plan: Plan, root: String) -> Set<Int> {
        var last: [String: [Int?]] = [:]
        for (index, operation) in plan.operations.enumerated() {
            let (node, kind) = (operation.node, operation.step.kind)
            guard !node.children.isEmpty || node.id == root else { continue }
            var own = last[node.id] ?? [nil, nil, nil]
            if kind.givesNumbers { own[0] = index }
            if kind == .rank { own[1] = index }
            if kind.givesGrade { own[2] = index }
            last[node.id] = own
        }
        return Set(last.values.joined().compactMap(\.self))
    }

    /// Refuses targets that are shared out by numbers of every unit, which are not held when targets are worked out.
    private func refuseMeasuredTargets() throws {
        for node in specification.framework.subtree {
            guard case .shared(let shared) = node.measure?.target else { continue }
            if case .equal = shared.key { continue }
            throw PipelineError(
                node: node,
                "its target is shared out by \(shared.key.name(catalogue).en), and a run that keeps aggregates alone does not hold "
                    + "that of all units at once; expected targets as numbers, shared out alike, or a run that keeps everything"
            )
        }
    }
}

/// What a run in little memory has come to so far.
private struct SparingResults {
    private let panel: Panel
    private let wanted: Set<Int>
    private var tables: [AggregateResults.Table] = []
    private var parameters: [AggregateResults.Parameter] = []
    private var weights: [String: [AggregateResults.Weights]] = [:]

    init(_ plan: Plan, wanted: Set<Int>) {
        panel = plan.panel
        self.wanted = wanted
    }

    /// Keeps what is to stay of an operation that was just done.
    mutating func take(_ index: Int, _ plan: Plan, _ workspace: inout Workspace) throws {
        let operation = plan.operations[index]
        let (node, step) = (operation.node.id, operation.step.kind)
        parameters += try SparingResults.statistics(of: operation, plan, workspace)
        if let fitted = workspace.fitted.removeValue(forKey: operation.output),
            let references = operation.work.fitting?.references
        {
            weights[node] = zip(fitted.indices, fitted).compactMap { set, own in
                references.setOfRow.firstIndex(of: set).map {
                    AggregateResults.Weights(scope: references.scope, row: $0, fitted: own)
                }
            }
        }
        if wanted.contains(index) {
            tables.append(
                AggregateResults.Table(node: node, step: step, numbers: Array(workspace.numbers(operation.output))))
        }
    }

    /// The statistics that the formula of a step takes.
    private static func statistics(
        of operation: Plan.Operation, _ plan: Plan, _ workspace: Workspace
    ) throws -> [AggregateResults.Parameter] {
        guard case .apply(let kernel, let input, _, _) = operation.work, let form = kernel.closedForm,
            let references = form.references
        else { return [] }
        return try form.formula.statistics.flatMap { statistic in
            let form = ClosedForm(formula: statistic, inputs: form.inputs, references: references)
            let kernel = try FormulaKernel(form, panel: plan.panel)
            var results = [Double](repeating: .nan, count: plan.rowCount)
            var scratch = [Double](repeating: 0, count: kernel.scratchCount)
            var resultSpan = results.mutableSpan
            var scratchSpan = scratch.mutableSpan
            kernel.evaluate(Array(workspace.numbers(input)).span, into: &resultSpan, scratch: &scratchSpan)
            return references.members.indices.compactMap { set in
                references.setOfRow.firstIndex(of: set).map {
                    AggregateResults.Parameter(
                        node: operation.node.id, step: operation.step.kind, statistic: statistic.text,
                        scope: references.scope, set: set, row: $0, value: results[$0])
                }
            }
        }
    }

    func finish(_ peerGroupOfUnit: [Int]) -> AggregateResults {
        AggregateResults(
            panel: panel, peerGroupOfUnit: peerGroupOfUnit, tables: tables, parameters: parameters, weights: weights)
    }
}

extension Plan.Work {
    /// What fits the weights of the children; nothing where they are given.
    fileprivate var fitting: WeightFitting? {
        switch self {
        case .compute(_, _, let family, _, _), .aggregate(_, let family, _):
            if case .fitted(let fitting) = family.weights { fitting } else { nil }
        default: nil
        }
    }
}

extension Formula {
    /// The different statistics that it takes, apart from places among rows, which differ from row to row.
    fileprivate var statistics: [Formula] {
        var found: [Formula] = []
        if case .statistic(let statistic, _) = self, statistic != .rank, statistic != .averageRank {
            found.append(self)
        }
        for operand in operands {
            for statistic in operand.statistics where !found.contains(statistic) { found.append(statistic) }
        }
        return found
    }
}
