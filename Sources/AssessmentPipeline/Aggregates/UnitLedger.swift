internal import AssessmentCore

/// The rows of one unit in every table of a run in little memory, each taken while the columns that it came from are there.
struct UnitLedger {
    /// The rows of the unit, a period each.
    let panel: Panel
    /// Where they lie among all.
    private let rows: [Int]
    private let catalogue: Catalogue
    private let targets: [String: ResolvedTarget]
    private var measured: [String: Ledger.Entry] = [:]
    private var entries: [Int: [Ledger.Entry]] = [:]

    /// - Parameter position: that of the unit among those of the panel.
    init(unitAt position: Int, of panel: Panel, _ catalogue: Catalogue, _ targets: [String: ResolvedTarget]) {
        self.panel = Panel(units: [panel.units[position]], periods: panel.periods)
        rows = panel.periods.indices.map { panel.rows(ofPeriodAt: $0).lowerBound + position }
        self.catalogue = catalogue
        self.targets = targets
    }

    /// Takes what was measured at a leaf, with the cells that it rests on.
    mutating func take(_ measurement: IndicatorMeasurement, at leaf: FrameworkNode, _ data: CollectedData, _ all: Panel)
    {
        let cells = rows.map { row in
            measurement.evidence.references(row: row, panel: all).flatMap { data.cells(behind: $0, catalogue) }
                .map { IndicatorMeasurement.Reference.cell($0) }
        }
        measured[leaf.id] = LedgerAssembly.entry(
            of: IndicatorMeasurement(column: measurement.column.rows(rows), evidence: .listed(cells)), at: leaf)
    }

    /// Takes what an operation gave that was just done.
    mutating func take(_ index: Int, _ plan: Plan, _ workspace: Workspace) {
        let operation = plan.operations[index]
        if operation.step.kind == .measure {
            entries[index] = [measured[operation.node.id]].compactMap(\.self)
        } else {
            let result = plan.result(of: operation, workspace)
            entries[index] = LedgerAssembly(plan, workspace, [:], targets).entries(operation)
                .map { $0.rows(rows, result) }
        }
    }

    /// The tables in the order of a ledger.
    func ledger(_ plan: Plan) -> Ledger {
        Ledger(panel: panel, entries: LedgerAssembly.inOrder(plan) { entries[$0] ?? [] })
    }
}

extension Plan {
    /// Computes parts of the formula of an operation, from the columns that it read.
    fileprivate func result(of operation: Operation, _ workspace: Workspace) -> (Formula, Int) -> Double {
        let trace: FormulaTrace
        switch operation.work {
        case .apply(let kernel, let input, _, _):
            guard let form = kernel.closedForm else { return { _, _ in .nan } }
            trace = FormulaTrace(shape: FormulaProgram.Shape(panel, references: form.references)) { name, row in
                name == "value" ? workspace.number(input, row) : form.number(name, row: row) ?? .nan
            }
        case .compute(_, let form, let family, let reads, _):
            let weights = LedgerAssembly.weights(of: family, operation.output, workspace)
            trace = FormulaTrace(
                shape: FormulaProgram.Shape(panel, references: form.references),
                children: FormulaTrace.Children(
                    family.directions, score: { workspace.number(family.slots[$0], $1) },
                    weight: { weights.weights(row: $1).weights[$0] })
            ) { name, row in
                guard case .live(let index) = form.inputs[name] else { return form.number(name, row: row) ?? .nan }
                return workspace.number(reads[index], row)
            }
        default: return { _, _ in .nan }
        }
        return { trace.value(of: $0, row: $1) }
    }
}

extension Ledger.Entry {
    /// The same table of some rows alone.
    ///
    /// - Parameter result: computes a part of its formula in a row of the whole table.
    fileprivate func rows(_ rows: [Int], _ result: (Formula, Int) -> Double) -> Ledger.Entry {
        Ledger.Entry(
            node: node, step: step, column: column.rows(rows),
            measuredShares: measuredShares.isEmpty ? [] : rows.map { measuredShares[$0] },
            detail: detail.rows(rows, result))
    }
}

extension Ledger.Detail {
    fileprivate func rows(_ rows: [Int], _ result: (Formula, Int) -> Double) -> Ledger.Detail {
        func taking<Value>(_ values: [Int: Value]) -> [Int: Value] {
            var own: [Int: Value] = [:]
            for (place, row) in rows.enumerated() { own[place] = values[row] }
            return own
        }
        switch self {
        case .measured, .aimed, .raised, .rounded, .lit, .graded, .limited: return self
        case .screened(let screening, let unitShares, let indicatorShares):
            return .screened(
                screening, unitShares: rows.map { unitShares[$0] }, indicatorShares: rows.map { indicatorShares[$0] })
        case .applied(let method, let parameters, let form, let remarks):
            return .applied(
                method: method, parameters: parameters, closedForm: form?.rows(rows, result), remarks: remarks)
        case .computed(let form, let nodes, let weights):
            return .computed(form.rows(rows, result), nodes: nodes, weights: weights.rows(rows))
        case .resolved(let actions): return .resolved(taking(actions))
        case .aggregated(let aggregated):
            return .aggregated(
                Ledger.Aggregated(
                    method: aggregated.method, closedForm: aggregated.closedForm?.rows(rows, result),
                    weighting: aggregated.weighting, children: aggregated.children,
                    directions: aggregated.directions, weights: aggregated.weights.rows(rows)))
        case .adjusted(let adjustment, let applied): return .adjusted(adjustment, applied: taking(applied))
        case .ranked(let tolerance, let sizes, let tieBreaks):
            return .ranked(tolerance: tolerance, groupSizes: rows.map { sizes[$0] }, tieBreaks: tieBreaks)
        case .vetoed(let adjustment, let bands, let decisions):
            return .vetoed(adjustment, bands, decisions: taking(decisions))
        }
    }
}

extension Ledger.WeightTable {
    fileprivate func rows(_ rows: [Int]) -> Ledger.WeightTable {
        Ledger.WeightTable(sets: sets, setOfRow: setOfRow.isEmpty ? [] : rows.map { setOfRow[$0] })
    }
}
