internal import AssessmentCore

/// Turns a workspace that a plan has run over into the ledger.
struct LedgerAssembly {
    private let plan: Plan
    private let workspace: Workspace
    private let measurements: [String: IndicatorMeasurement]
    private let data: CollectedData

    init(_ plan: Plan, _ workspace: Workspace, _ measurements: [String: IndicatorMeasurement], _ data: CollectedData) {
        self.plan = plan
        self.workspace = workspace
        self.measurements = measurements
        self.data = data
    }

    func ledger() -> Ledger {
        Ledger(panel: plan.panel, entries: plan.operations.compactMap(entry))
    }

    private func entry(_ operation: Plan.Operation) -> Ledger.Entry? {
        let node = operation.node.id
        if case .load = operation.work {
            guard let measurement = measurements[node], let use = operation.node.measure else { return nil }
            return Ledger.Entry(
                node: node, step: .measure, column: measurement.column,
                detail: .measured(indicator: use.indicator, evidence: measurement.evidence))
        }
        return Ledger.Entry(
            node: node, step: operation.step.kind,
            column: workspace.column(operation.output, notes: notes(operation)),
            measuredShares: operation.step.kind.givesScore ? shares(operation.output) : [],
            detail: detail(operation))
    }

    private func shares(_ slot: Int) -> [Double] {
        (0..<plan.rowCount).map { workspace.measuredShares[workspace.cell(slot, $0)] }
    }

    private func detail(_ operation: Plan.Operation) -> Ledger.Detail {
        switch (operation.step, operation.work) {
        case (.evaluate(let choice, _), .evaluate(let kernel, _, _, _)):
            .evaluated(
                method: choice.id, parameters: ParameterValues(choice.parameters), closedForm: kernel.closedForm)
        case (.aggregate(let choice, let weighting), .aggregate(_, _, let weights, _)):
            .aggregated(
                method: choice.id, weighting: weighting.id,
                children: operation.node.children.filter(\.isWeighted).map(\.id), weights: weights)
        case (_, .resolve(let rule, let input)): .resolved(actions(rule, input))
        case (_, .raise(_, _, let points, let nodePoints)):
            .raised(
                children: operation.node.children.filter { !$0.isWeighted }.map(\.id), points: points,
                nodePoints: nodePoints)
        case (_, .round(let decimals, _)): .rounded(decimals: decimals)
        case (_, .rank(let tolerance, let input)): .ranked(tolerance: tolerance, groupSizes: groupSizes(input))
        case (_, .grade(let bands, _)): .graded(bands)
        case (_, .load), (_, .evaluate), (_, .aggregate): .resolved([:])
        }
    }

    private func actions(_ rule: MissingRule, _ input: Int) -> [Int: MissingRule.Action] {
        var actions: [Int: MissingRule.Action] = [:]
        for row in 0..<plan.rowCount {
            let cell = workspace.cell(input, row)
            guard workspace.values[cell].isNaN, let reason = workspace.reasons[cell],
                reason != .notAssessedAtLevel, reason != .leftFramework
            else { continue }
            actions[row] = rule.action(for: reason)
        }
        return actions
    }

    private func groupSizes(_ slot: Int) -> [Int] {
        var sizes = [Int](repeating: 0, count: plan.groups.count)
        for row in 0..<plan.rowCount where !workspace.values[workspace.cell(slot, row)].isNaN {
            sizes[plan.groups.setOfRow[row]] += 1
        }
        return plan.groups.setOfRow.map { sizes[$0] }
    }

    /// What is to be said about cells that a step left without a number although it was given one; and, on the values
    /// that the scores of a step rest on, what the measurement noted.
    private func notes(_ operation: Plan.Operation) -> [Int: BilingualText] {
        guard case .evaluate(let kernel, let input, let targets, _) = operation.work,
            let form = kernel.closedForm
        else { return [:] }
        let trace = FormulaTrace(
            shape: FormulaProgram.Shape(
                plan.panel, references: form.references)
        ) { name, row in
            name == "value" ? workspace.values[workspace.cell(input, row)] : form.number(name, row: row) ?? .nan
        }
        var notes: [Int: BilingualText] = [:]
        for row in 0..<plan.rowCount {
            let (source, cell) = (workspace.cell(input, row), workspace.cell(operation.output, row))
            guard workspace.values[cell].isNaN, !workspace.values[source].isNaN, targets[row] == nil else { continue }
            switch trace.absence(of: form.formula, row: row) {
            case .zeroDenominator(let formula): notes[row] = BilingualText(same: "\(formula.text) = 0")
            case .outsideDomain(let formula): notes[row] = BilingualText(same: formula.text)
            case .input(let name, _):
                notes[row] = BilingualText(zh: "\(name)无取值", en: "\(name) has no value here")
            case .noEarlierPeriod, .seriesBreak, nil: break
            }
        }
        return notes
    }
}
