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
        workspace.begin(output)
        var failures: [(row: Int, reason: Reason)] = []
        if rule.usesGroupMedian { findMedians(input, &workspace) }
        for period in panel.periods.indices {
            let rows = panel.rows(ofPeriodAt: period)
            for level in 0..<levelCount {
                // What nobody at a level has leaves the framework there.
                var leaves = false
                for row in rows where levelOfUnit[row % panel.units.count] == level {
                    if absence(input, row, workspace).map(rule.action) == .leaveFramework {
                        leaves = true
                        break
                    }
                }
                for row in rows where levelOfUnit[row % panel.units.count] == level {
                    workspace.copy(input, to: output, row)
                    if leaves {
                        if workspace.reason(input, row) != .notAssessedAtLevel {
                            workspace.leaveOut(.leftFramework, .nan, output, row)
                        }
                    } else if let reason = absence(input, row, workspace) {
                        let hasNoMedian =
                            rule.action(for: reason) == .groupMedian && workspace.scratch[groups.setOfRow[row]].isNaN
                        if rule.action(for: reason) == .fail || hasNoMedian {
                            failures.append((row, reason))
                        } else {
                            fill(output, row, rule.action(for: reason), reason, &workspace)
                        }
                    }
                }
            }
        }
        return failures
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
        guard workspace.number(slot, row).isNaN, let reason = workspace.reason(slot, row),
            reason != .notAssessedAtLevel,
            reason != .leftFramework
        else { return nil }
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
