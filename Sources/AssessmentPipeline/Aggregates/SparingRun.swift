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
        return try await aggregates(source, panel) { node in
            let description = node.measure.flatMap { catalogue.indicators[$0.indicator]?.description }
            var own = source
            own.observations = try await observations(Set((description?.variables ?? []).map(\.id))) ?? own.observations
            return try await measure(node, collect(own, panel, for: [node]), panel)
        }
    }

    /// The same with indicators that are measured elsewhere, each asked for when it is needed and let go afterwards.
    package func aggregates(
        _ source: CollectedData, _ panel: Panel,
        measuring measure: (FrameworkNode) async throws -> IndicatorMeasurement
    ) async throws -> AggregateResults {
        try refuseMeasuredTargets()
        let measured = MeasuredAssessment(
            panel: panel, peerGroupOfUnit: try peerGroups(panel), data: source, measurements: [:])
        var plan = try await plan(measured)
        let wanted = Pipeline.results(of: plan, root: specification.framework.id)
        let order = SparingOrder(plan, wanted: wanted)
        plan.layout = order.layout
        var results = SparingResults(plan, wanted: wanted)
        var workspace = Workspace(plan)
        for index in order.operations {
            let operation = plan.operations[index]
            if operation.step.kind == .measure {
                workspace.load(try await measure(operation.node).column, into: operation.output)
            }
            try results.run(index, plan, &workspace)
        }
        return try results.finish(measured.peerGroupOfUnit)
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
    /// The operation that gives the score of the root.
    private let root: Int?
    private var tables: [AggregateResults.Table] = []
    private var parameters: [AggregateResults.Parameter] = []
    private var weights: [String: [FittedWeights]] = [:]
    private var problems: [PipelineError.Problem] = []

    init(_ plan: Plan, wanted: Set<Int>) {
        panel = plan.panel
        self.wanted = wanted
        self.root = plan.operations.lastIndex { $0.step.kind.givesNumbers }
    }

    /// Does an operation, and keeps what is to stay of it.
    mutating func run(_ index: Int, _ plan: Plan, _ workspace: inout Workspace) throws {
        do {
            try plan.run([index], root: index == root ? root : nil, &workspace)
        } catch let failure as Plan.Failure {
            problems += Pipeline.explain(failure, plan).problems
        }
        let operation = plan.operations[index]
        let (node, step) = (operation.node.id, operation.step.kind)
        parameters += try SparingResults.statistics(of: operation, plan, workspace).map { statistic, set, value in
            AggregateResults.Parameter(node: node, step: step, statistic: statistic, set: set, value: value)
        }
        if let fitted = workspace.fitted.removeValue(forKey: operation.output) { weights[node] = fitted }
        if wanted.contains(index) {
            tables.append(
                AggregateResults.Table(node: node, step: step, numbers: Array(workspace.numbers(operation.output))))
        }
    }

    /// The statistics that the formula of a step takes, with the position of each set of rows.
    private static func statistics(
        of operation: Plan.Operation, _ plan: Plan, _ workspace: Workspace
    ) throws -> [(statistic: String, set: Int, value: Double)] {
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
                references.setOfRow.firstIndex(of: set).map { (statistic.text, set, results[$0]) }
            }
        }
    }

    /// - Throws: ``PipelineError`` with every missing score that must not be.
    func finish(_ peerGroupOfUnit: [Int]) throws -> AggregateResults {
        if !problems.isEmpty { throw PipelineError(problems) }
        return AggregateResults(
            panel: panel, peerGroupOfUnit: peerGroupOfUnit, tables: tables, parameters: parameters, weights: weights)
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
