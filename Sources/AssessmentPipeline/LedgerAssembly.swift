internal import AssessmentCore

/// Turns a workspace that a plan has run over into the ledger.
struct LedgerAssembly {
    private let plan: Plan
    private let workspace: Workspace
    private let measurements: [String: IndicatorMeasurement]
    private let targets: [String: ResolvedTarget]

    init(
        _ plan: Plan, _ workspace: Workspace, _ measurements: [String: IndicatorMeasurement],
        _ targets: [String: ResolvedTarget]
    ) {
        self.plan = plan
        self.workspace = workspace
        self.measurements = measurements
        self.targets = targets
    }

    /// The ledger: the tables of each node in the order of its steps, each node after its children.
    func ledger() -> Ledger {
        Ledger(
            panel: plan.panel,
            entries: LedgerAssembly.inOrder(plan) { index in
                let operation = plan.operations[index]
                return operation.step.kind == .measure
                    ? [measured(operation)].compactMap(\.self) : entries(operation)
            })
    }

    /// What a step gave, behind the targets that it compares with.
    func entries(_ operation: Plan.Operation) -> [Ledger.Entry] {
        let target = operation.step.kind == .evaluate ? target(operation) : nil
        return [target, entry(operation)].compactMap(\.self)
    }

    /// The entries of operations in the order of a ledger: what was measured at a leaf right before its first step.
    static func inOrder(_ plan: Plan, _ entries: (Int) -> [Ledger.Entry]) -> [Ledger.Entry] {
        var loads: [String: Int] = [:]
        for (index, operation) in plan.operations.enumerated() where operation.step.kind == .measure {
            loads[operation.node.id] = index
        }
        var all: [Ledger.Entry] = []
        for (index, operation) in plan.operations.enumerated() where operation.step.kind != .measure {
            if let load = loads.removeValue(forKey: operation.node.id) { all += entries(load) }
            all += entries(index)
        }
        return all
    }

    private func measured(_ operation: Plan.Operation) -> Ledger.Entry? {
        measurements[operation.node.id].flatMap { LedgerAssembly.entry(of: $0, at: operation.node) }
    }

    /// What was measured at a leaf.
    static func entry(of measurement: IndicatorMeasurement, at node: FrameworkNode) -> Ledger.Entry? {
        guard let use = node.measure else { return nil }
        return Ledger.Entry(
            node: node.id, step: .measure, column: measurement.column,
            detail: .measured(indicator: use.indicator, evidence: measurement.evidence))
    }

    /// The targets that a score is compared with, where they follow from a rule.
    private func target(_ operation: Plan.Operation) -> Ledger.Entry? {
        guard let target = targets[operation.node.id], !target.workings.isEmpty else { return nil }
        var column = Column(count: plan.rowCount, absent: .noTarget)
        for (row, number) in target.numbers.enumerated() where !number.isNaN {
            column.measure(number, note: target.workings[row], at: row)
        }
        return Ledger.Entry(node: operation.node.id, step: .target, column: column, detail: .aimed)
    }

    private func entry(_ operation: Plan.Operation) -> Ledger.Entry {
        let remarks = remarks(operation)
        return Ledger.Entry(
            node: operation.node.id, step: operation.step.kind,
            column: workspace.column(operation.output, notes: remarks.cells),
            measuredShares: operation.step.kind.givesScore ? shares(operation.output) : [],
            detail: detail(operation, remarks.column))
    }

    private func shares(_ slot: Int) -> [Double] {
        (0..<plan.rowCount).map { workspace.share(slot, $0) }
    }

    private func detail(_ operation: Plan.Operation, _ remarks: [BilingualText]) -> Ledger.Detail {
        switch (operation.step, operation.work) {
        case (.evaluate(let choice), .apply(let kernel, _, _, _)), (.treat(let choice), .apply(let kernel, _, _, _)),
            (.impute(let choice, _), .impute(let kernel, _, _, _)):
            .applied(
                method: choice.id, parameters: ParameterValues(choice.parameters), closedForm: kernel.closedForm,
                remarks: remarks)
        case (_, .screen(let screening, let leaves, let input)): screened(screening, leaves, input)
        case (.aggregate(let choice, let weighting), .aggregate(let kernel, let family, _)):
            .aggregated(
                Ledger.Aggregated(
                    method: choice.id, closedForm: kernel.closedForm, weighting: weighting.id,
                    children: operation.node.children.filter(\.isWeighted).map(\.id), directions: family.directions,
                    weights: LedgerAssembly.weights(of: family, operation.output, workspace)))
        case (.formula, .compute(_, let form, let family, _, _)):
            .computed(
                form, nodes: form.formula.inputs.filter { form.inputs[$0] != nil },
                weights: LedgerAssembly.weights(of: family, operation.output, workspace))
        case (_, .resolve(let rule, let input)): .resolved(actions(rule, input))
        case (_, .raise(_, _, let points, let nodePoints)):
            .raised(
                children: operation.node.children.filter { !$0.isWeighted }.map(\.id), points: points,
                nodePoints: nodePoints)
        case (_, .round(let decimals, _)): .rounded(decimals: decimals)
        case (_, .light(let light, _)): .lit(light)
        case (_, .adjust(let adjustment, let decisions, let scale, let input)):
            .adjusted(adjustment, applied: applied(adjustment, decisions, scale, input))
        case (.rank(let tolerance, let tieBreaks), .rank(_, let input)):
            .ranked(tolerance: tolerance, groupSizes: groupSizes(input), tieBreaks: tieBreaks)
        case (_, .grade(let bands, _)): .graded(bands)
        case (_, .veto(let adjustment, let bands, let decisions, _)):
            .vetoed(
                adjustment, bands,
                decisions: Dictionary(decisions.map { ($0.row, $0.positions) }, uniquingKeysWith: { first, _ in first })
            )
        case (_, .limit(let bands, _, _)): .limited(bands, workspace.quotaUses[operation.output] ?? [])
        case (_, .load), (_, .apply), (_, .impute), (_, .aggregate), (_, .compute), (_, .rank): .resolved([:])
        }
    }

    private func screened(_ screening: Screening, _ leaves: [Int], _ input: Int) -> Ledger.Detail {
        let periods = plan.panel.periods.indices.map { plan.indicatorShare(input, period: $0, workspace) }
        return .screened(
            screening, unitShares: (0..<plan.rowCount).map { plan.unitShare(leaves, $0, workspace) },
            indicatorShares: (0..<plan.rowCount).map { periods[$0 / plan.panel.units.count] })
    }

    /// The weights of the children of a node, as they were given or fitted.
    static func weights(of family: Plan.Family, _ operation: Int, _ workspace: Workspace) -> Ledger.WeightTable {
        switch family.weights {
        case .fixed(let fitted): Ledger.WeightTable(sets: [fitted])
        case .fitted(let fitting):
            Ledger.WeightTable(
                sets: workspace.fitted[operation] ?? [], setOfRow: fitting.references.setOfRow)
        }
    }

    private func actions(_ rule: MissingRule, _ input: Int) -> [Int: MissingRule.Action] {
        var actions: [Int: MissingRule.Action] = [:]
        for row in 0..<plan.rowCount {
            guard workspace.number(input, row).isNaN, let reason = workspace.reason(input, row),
                reason != .notAssessedAtLevel, reason != .leftFramework
            else { continue }
            actions[row] = rule.action(for: reason)
        }
        return actions
    }

    private func applied(
        _ adjustment: Adjustment, _ decisions: [Plan.DecisionsOnRow], _ scale: Double, _ input: Int
    ) -> [Int: [Ledger.AppliedDecision]] {
        var applied: [Int: [Ledger.AppliedDecision]] = [:]
        for decided in decisions {
            let start = workspace.number(input, decided.row)
            let after = adjustment.scores(after: decided.values, from: start, scale: scale)
            applied[decided.row] = zip(decided.positions, zip([start] + after, after)).map { position, scores in
                Ledger.AppliedDecision(decision: position, before: scores.0, after: scores.1)
            }
        }
        return applied
    }

    private func groupSizes(_ slot: Int) -> [Int] {
        var sizes = [Int](repeating: 0, count: plan.groups.count)
        for row in 0..<plan.rowCount where !workspace.number(slot, row).isNaN {
            sizes[plan.groups.setOfRow[row]] += 1
        }
        return plan.groups.setOfRow.map { sizes[$0] }
    }

    /// What is to be said about the cells of a step, and about its column as a whole: why a cell has no number although
    /// the step was given one, what an imputation put in, and what a treatment changed.
    private func remarks(_ operation: Plan.Operation) -> ColumnRemarks {
        switch operation.work {
        case .apply(let kernel, let input, let targets, _):
            let (values, results) = (numbers(input), numbers(operation.output))
            var remarks = kernel.remarks(on: values, results: results)
            if let form = kernel.closedForm {
                let absences = absences(form, values, results, targets)
                remarks.cells.merge(absences) { own, _ in own }
            }
            return remarks
        case .impute(let kernel, let input, let companions, _):
            return kernel.remarks(
                on: ([input] + companions).flatMap(numbers), results: numbers(operation.output))
        default: return ColumnRemarks()
        }
    }

    private func numbers(_ slot: Int) -> [Double] {
        Array(workspace.numbers(slot))
    }

    private func absences(
        _ form: ClosedForm, _ values: [Double], _ results: [Double], _ targets: [Reason?]
    ) -> [Int: BilingualText] {
        let trace = FormulaTrace(
            shape: FormulaProgram.Shape(plan.panel, references: form.references)
        ) { name, row in
            name == "value" ? values[row] : form.number(name, row: row) ?? .nan
        }
        var notes: [Int: BilingualText] = [:]
        for row in 0..<plan.rowCount
        where results[row].isNaN && !values[row].isNaN && (targets.isEmpty || targets[row] == nil) {
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
