internal import AssessmentCore

/// The work that turns one column into another.
extension Plan {
    /// Treats or scores a column.
    func apply(
        _ kernel: any ColumnKernel, _ input: Int, _ targets: [Reason?], _ otherwise: Reason, into output: Int,
        _ workspace: inout Workspace
    ) throws {
        try workspace.fill(output, from: [input]) { numbers, scores, scratch in
            try kernel.evaluate(numbers, into: &scores, scratch: &scratch)
        }
        if targets.isEmpty, workspace.isWhole(input), workspace.isFinite(output) {
            return workspace.measure(output)
        }
        workspace.copyStanding(input, to: output)
        workspace.spellOut(output)
        for row in 0..<rowCount {
            if workspace.number(input, row).isNaN {
                workspace.replace(.nan, output, row)
            } else if !targets.isEmpty, let reason = targets[row] {
                workspace.leaveOut(reason, reason.state == .notApplicable ? .nan : 0, output, row)
            } else if !workspace.number(output, row).isFinite {
                workspace.leaveOut(otherwise, 0, output, row)
            }
        }
    }

    /// Puts in values where there are none for one of the reasons; every other cell stays as it is.
    func impute(
        _ kernel: any ColumnKernel, _ input: Int, _ companions: [Int], _ reasons: Set<Reason>, into output: Int,
        _ workspace: inout Workspace
    ) throws {
        try workspace.fill(output, from: [input] + companions) { columns, values, scratch in
            try kernel.evaluate(columns, into: &values, scratch: &scratch)
        }
        if workspace.isWhole(input) { return workspace.copyWhole(input, to: output) }
        workspace.copyStanding(input, to: output)
        for row in 0..<rowCount {
            let (number, value) = (workspace.number(input, row), workspace.number(output, row))
            if number.isNaN, value.isFinite, let reason = workspace.reason(input, row), reasons.contains(reason) {
                workspace.put(value, .imputed, reason, workspace.share(input, row), output, row)
            } else {
                workspace.replace(number, output, row)
            }
        }
    }

    /// Leaves out rows whose unit has too few of the indicators, and periods in which too few units have this one.
    func screen(
        _ screening: Screening, _ leaves: [Int], _ input: Int, into output: Int, _ workspace: inout Workspace
    ) {
        workspace.copy(input, to: output)
        workspace.spellOut(output)
        let shares = panel.periods.indices.map { indicatorShare(input, period: $0, workspace) }
        for row in 0..<rowCount where workspace.reason(input, row)?.state != .notApplicable {
            if let least = screening.indicatorsFrom, shares[row / panel.units.count] < least - 1e-12 {
                workspace.leaveOut(.leftFramework, .nan, output, row)
            } else if let least = screening.unitsFrom, unitShare(leaves, row, workspace) < least - 1e-12 {
                workspace.leaveOut(.tooMuchMissing, workspace.share(input, row), output, row)
            }
        }
    }

    /// The share of the applicable leaves that have a value in a row; 1 where none applies.
    func unitShare(_ leaves: [Int], _ row: Int, _ workspace: Workspace) -> Double {
        var (applicable, present) = (0, 0)
        for leaf in leaves {
            if workspace.reason(leaf, row)?.state == .notApplicable { continue }
            applicable += 1
            if !workspace.number(leaf, row).isNaN { present += 1 }
        }
        return applicable == 0 ? 1 : Double(present) / Double(applicable)
    }

    /// The share of the units that an indicator applies to that have a value of it in a period; 1 where it applies to
    /// none.
    func indicatorShare(_ leaf: Int, period: Int, _ workspace: Workspace) -> Double {
        var (applicable, present) = (0, 0)
        for row in panel.rows(ofPeriodAt: period) {
            if workspace.reason(leaf, row)?.state == .notApplicable { continue }
            applicable += 1
            if !workspace.number(leaf, row).isNaN { present += 1 }
        }
        return applicable == 0 ? 1 : Double(present) / Double(applicable)
    }
}
