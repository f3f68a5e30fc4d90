internal import AssessmentCore

/// The steps that change scores by decisions and turn them into grades.
extension PlanCompiler {
    /// The decisions on a node for an adjustment, by row in the order of rows, each row's in their own order.
    func decisions(_ adjustment: Adjustment, at node: FrameworkNode) -> [Plan.DecisionsOnRow] {
        var positions: [Int: [Int]] = [:]
        for (position, decision) in decisions.enumerated()
        where decision.adjustment == adjustment.id && decision.node == node.id {
            guard let row = panel.row(unit: decision.unit, period: decision.period) else { continue }
            positions[row, default: []].append(position)
        }
        return positions.sorted { $0.key < $1.key }.map { row, positions in
            let ordered = positions.sorted {
                decisions[$0].date == decisions[$1].date ? $0 < $1 : decisions[$0].date < decisions[$1].date
            }
            return Plan.DecisionsOnRow(
                row: row, positions: ordered, values: ordered.map { decisions[$0].value ?? .nan })
        }
    }

    /// How much of the score a point of a node is.
    func pointScale(_ progress: Progress) -> Double {
        if case .points = weightScale { 100 / progress.points } else { 1 }
    }

    /// How a node's units are ranked.
    func ranking(_ tolerance: Double, _ tieBreaks: [String], _ progress: Progress) throws -> Plan.Ranking {
        let slots = try tieBreaks.map { id -> (slot: Int, direction: Direction) in
            guard let other = compiled[id] else {
                throw PipelineError(
                    node: progress.node,
                    "ties are to be broken by ‘\(id)’, which is no node below it; expected the id of a node below"
                        + (nearestMatch(to: id, among: compiled.keys.sorted()).map { "; did you mean ‘\($0)’?" } ?? ""))
            }
            return (other.score, other.direction)
        }
        var isLast: [Bool] = []
        for case .veto(let adjustment) in progress.node.steps where adjustment.veto?.rank == .last {
            for decided in decisions(adjustment, at: progress.node) {
                if isLast.isEmpty { isLast = [Bool](repeating: false, count: panel.rowCount) }
                isLast[decided.row] = true
            }
        }
        return Plan.Ranking(
            tolerance: tolerance, direction: progress.direction, tieBreaks: slots, isLast: isLast)
    }

    /// The slot that an earlier step has filled.
    func slot(_ slot: Int?, of earlier: Step.Kind, before step: Step.Kind, _ progress: Progress) throws -> Int {
        if let slot { return slot }
        throw PipelineError(
            node: progress.node,
            "the step ‘\(step.rawValue)’ goes on with ‘\(earlier.rawValue)’, which does not come before it")
    }
}

extension PlanCompiler.Progress {
    /// The grades of the node, the best first.
    var bands: [GradeBand] {
        for case .grade(let bands) in node.steps { return bands.sorted { $0.atLeast > $1.atLeast } }
        return []
    }

    /// Whether one of its grades has a quota.
    var hasQuota: Bool { bands.contains { $0.quota != nil } }
}

extension Plan {
    /// Changes scores by decisions.
    func adjust(
        _ adjustment: Adjustment, _ decisions: [DecisionsOnRow], _ scale: Double, _ input: Int, into output: Int,
        _ workspace: inout Workspace
    ) {
        workspace.copy(input, to: output)
        for decided in decisions {
            let before = workspace.number(output, decided.row)
            guard let after = adjustment.scores(after: decided.values, from: before, scale: scale).last, !after.isNaN
            else { continue }
            // A score that was decided where there was none rests on no measured value.
            if before.isNaN {
                workspace.put(after, .imputed, workspace.reason(output, decided.row), 0, output, decided.row)
            } else {
                workspace.replace(after, output, decided.row)
            }
        }
    }

    /// Puts scores into the bands of grades.
    func grade(
        _ bands: [GradeBand], _ input: Int, _ node: FrameworkNode, into output: Int, _ workspace: inout Workspace
    ) throws {
        workspace.copy(input, to: output)
        for row in 0..<rowCount {
            let score = workspace.number(input, row)
            guard !score.isNaN else { continue }
            if let band = bands.firstIndex(where: { score >= $0.atLeast }) {
                workspace.replace(Double(band), output, row)
            } else {
                let (unit, period) = (panel.unit(ofRow: row), panel.period(ofRow: row))
                throw PipelineError(
                    node: node,
                    "the score \(Formula.text(of: score)) of \(unit.code) in \(period) lies below every grade; expected a "
                        + "grade that begins there, or scores from zero on")
            }
        }
    }

    /// Lowers the grades of rows that a veto was decided on.
    func veto(
        _ adjustment: Adjustment, _ bands: [GradeBand], _ decisions: [DecisionsOnRow], _ input: Int, into output: Int,
        _ workspace: inout Workspace
    ) {
        workspace.copy(input, to: output)
        guard let veto = adjustment.veto else { return }
        for decided in decisions {
            let grade = workspace.number(output, decided.row)
            guard !grade.isNaN else { continue }
            // Two accidents lower a grade twice.
            let lowered = decided.positions.reduce(Int(grade)) { grade, _ in
                veto.position(from: grade, of: bands.count)
            }
            workspace.replace(Double(lowered), output, decided.row)
        }
    }

    /// Lowers the grades of those behind the last place of a quota, from the best grade down: who loses one competes
    /// for the next.
    func limit(
        _ bands: [GradeBand], _ ranks: Int, _ input: Int, into output: Int, _ workspace: inout Workspace
    ) {
        workspace.copy(input, to: output)
        var uses: [Ledger.QuotaUse] = []
        for (band, quota) in bands.map(\.quota).enumerated() {
            guard let quota else { continue }
            for period in panel.periods.indices {
                for group in groupIds.indices {
                    let ranked = panel.rows(ofPeriodAt: period).filter {
                        groupOfUnit[$0 % panel.units.count] == group
                            && !workspace.number(ranks, $0).isNaN
                    }
                    let candidates = ranked.filter { workspace.number(output, $0) == Double(band) }
                        .map { (row: $0, rank: workspace.number(ranks, $0)) }
                        .sorted { ($0.rank, $0.row) < ($1.rank, $1.row) }
                    let places = quota.places(in: groupIds[group], of: ranked.count)
                    uses.append(
                        Ledger.QuotaUse(
                            band: band, group: group, period: period, units: ranked.count, places: places,
                            candidates: candidates.count))
                    guard candidates.count > places else { continue }
                    let first = candidates[places].rank
                    let straddles = places > 0 && candidates[places - 1].rank == first
                    for (row, rank) in candidates
                    where rank > first || rank == first && !(straddles && quota.tied == .within) {
                        workspace.replace(Double(band + 1), output, row)
                    }
                }
            }
        }
        workspace.quotaUses[output] = uses
    }
}
