internal import AssessmentCore

/// The decisions that a plan applies, which may be exchanged without compiling it again.
extension Plan {
    /// The same plan with some of its decisions alone, chosen by their positions among those of the data.
    func keepingDecisions(_ isKept: (Int) -> Bool) -> Plan {
        changingDecisions { _, decisions in
            decisions.compactMap { decided in
                let kept = decided.positions.indices.filter { isKept(decided.positions[$0]) }
                guard !kept.isEmpty else { return nil }
                return DecisionsOnRow(
                    row: decided.row, positions: kept.map { decided.positions[$0] },
                    values: kept.map { decided.values[$0] })
            }
        }
    }

    /// The same plan, with the decisions on one row being those of another plan, which was compiled with it.
    func takingDecisions(onRow row: Int, from other: Plan) -> Plan {
        changingDecisions { operation, decisions in
            let others = other.operations[operation].work.decisions.filter { $0.row == row }
            return (decisions.filter { $0.row != row } + others).sorted { $0.row < $1.row }
        }
    }

    /// The rows that decisions are on.
    var decidedRows: Set<Int> {
        Set(operations.flatMap { $0.work.decisions.map(\.row) })
    }

    private func changingDecisions(_ change: (Int, [DecisionsOnRow]) -> [DecisionsOnRow]) -> Plan {
        var plan = self
        var last: [String: Set<Int>] = [:]
        for (index, operation) in operations.enumerated() {
            switch operation.work {
            case .adjust(let adjustment, let decisions, let scale, let input):
                plan.operations[index].work = .adjust(
                    adjustment, decisions: change(index, decisions), scale: scale, input: input)
            case .veto(let adjustment, let bands, let decisions, let input):
                let changed = change(index, decisions)
                plan.operations[index].work = .veto(adjustment, bands, decisions: changed, input: input)
                if adjustment.veto?.rank == .last { last[operation.node.id, default: []].formUnion(changed.map(\.row)) }
            default: continue
            }
        }
        for (index, operation) in operations.enumerated() {
            guard case .rank(let ranking, let input) = operation.work, !ranking.isLast.isEmpty else { continue }
            let rows = last[operation.node.id, default: []]
            plan.operations[index].work = .rank(
                Ranking(
                    tolerance: ranking.tolerance, direction: ranking.direction, tieBreaks: ranking.tieBreaks,
                    isLast: (0..<rowCount).map(rows.contains)), input: input)
        }
        return plan
    }
}

extension Plan.Work {
    /// The decisions that it applies.
    fileprivate var decisions: [Plan.DecisionsOnRow] {
        switch self {
        case .adjust(_, let decisions, _, _), .veto(_, _, let decisions, _): decisions
        default: []
        }
    }
}

extension PreparedAssessment {
    /// The same assessment with some of its decisions alone, chosen by their positions among those of the data.
    public func keepingDecisions(_ isKept: (Int) -> Bool) -> PreparedAssessment {
        var prepared = self
        prepared.plan = plan.keepingDecisions(isKept)
        return prepared
    }
}
