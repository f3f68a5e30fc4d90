internal import AssessmentCore

extension Plan {
    /// Applies the rule on missing values, and gives back the rows for which it is to fail.
    func resolve(
        _ rule: MissingRule, _ input: Int, into output: Int, _ workspace: inout Workspace
    ) -> [(row: Int, reason: Reason)] {
        if workspace.isWhole(input) {
            workspace.copyWhole(input, to: output)
            return []
        }
        workspace.copy(input, to: output)
        let absent = (0..<rowCount).compactMap { row in absence(input, row, workspace).map { (row: row, reason: $0) } }
        // What nobody at a level has leaves the framework there, in that period.
        let leaving = Set(
            absent.lazy.filter { rule.action(for: $0.reason) == .leaveFramework }.map { periodAndLevel($0.row) })
        if !leaving.isEmpty {
            for row in 0..<rowCount where leaving.contains(periodAndLevel(row)) {
                if workspace.reason(input, row) != .notAssessedAtLevel {
                    workspace.leaveOut(.leftFramework, .nan, output, row)
                }
            }
        }
        var failures: [(row: Int, reason: Reason)] = []
        // Of those that are still there.
        if rule.usesGroupMedian { findMedians(output, &workspace) }
        for (row, reason) in absent where leaving.isEmpty || !leaving.contains(periodAndLevel(row)) {
            let action = rule.action(for: reason)
            let hasNoMedian = action == .groupMedian && workspace.scratch[groups.setOfRow[row]].isNaN
            if action == .fail || hasNoMedian {
                failures.append((row, reason))
            } else {
                fill(output, row, action, reason, &workspace)
            }
        }
        return failures
    }

    private func periodAndLevel(_ row: Int) -> Int {
        row / panel.units.count * levelCount + levelOfUnit[row % panel.units.count]
    }

    /// Puts in a score by a rule, where the rule has one.
    private func fill(
        _ slot: Int, _ row: Int, _ action: MissingRule.Action, _ reason: Reason, _ workspace: inout Workspace
    ) {
        switch action {
        case .zero: workspace.put(0, .imputed, reason, workspace.share(slot, row), slot, row)
        case .groupMedian:
            let median = workspace.scratch[groups.setOfRow[row]]
            if !median.isNaN { workspace.put(median, .imputed, reason, workspace.share(slot, row), slot, row) }
        case .fail, .renormalise, .noScore, .leaveFramework: break
        }
    }

    /// Why a cell that is assessed has no score; a level that is not assessed is not concerned by any rule.
    private func absence(_ slot: Int, _ row: Int, _ workspace: Workspace) -> Reason? {
        guard workspace.number(slot, row).isNaN, let reason = workspace.reason(slot, row), reason.isRuled else {
            return nil
        }
        return reason
    }

    /// Puts the median score of each peer group and period into the scratch; NaN where it has none.
    private func findMedians(_ slot: Int, _ workspace: inout Workspace) {
        for set in 0..<groups.count { workspace.scratch[set] = .nan }
        let count = workspace.orderRows(of: slot, by: groups)
        var first = 0
        while first < count {
            let set = groups.setOfRow[workspace.order[first]]
            var end = first
            while end < count, groups.setOfRow[workspace.order[end]] == set { end += 1 }
            let upper = workspace.number(slot, workspace.order[(first + end) / 2])
            let lower = workspace.number(slot, workspace.order[(first + end - 1) / 2])
            workspace.scratch[set] = (lower + upper) / 2
            first = end
        }
    }
}

extension MissingRule {
    fileprivate var usesGroupMedian: Bool {
        otherwise == .groupMedian || actions.values.contains(.groupMedian)
    }
}
