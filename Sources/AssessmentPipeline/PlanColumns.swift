internal import AssessmentCore

/// The work that turns one column into another.
extension Plan {
    /// Treats or scores a column.
    func apply(
        _ kernel: any ColumnKernel, _ input: Int, _ targets: [Reason?], _ otherwise: Reason, into output: Int,
        _ workspace: inout Workspace
    ) throws {
        let from = workspace.cell(input, 0)
        try workspace.fill(output) { slots, _, scores, scratch in
            // The input slot lies before the output slot.
            try kernel.evaluate(slots.extracting(from..<from + rowCount), into: &scores, scratch: &scratch)
        }
        if targets.allSatisfy({ $0 == nil }), workspace.isWhole(input), workspace.isFinite(output) {
            return workspace.measure(output)
        }
        for row in 0..<rowCount {
            let (source, cell) = (workspace.cell(input, row), workspace.cell(output, row))
            workspace.measuredShares[cell] = workspace.measuredShares[source]
            if workspace.values[source].isNaN {
                workspace.copy(source, to: cell)
            } else if let reason = targets[row] {
                let share = reason.state == .notApplicable ? Double.nan : 0
                workspace.leaveOut(reason, share, at: cell)
            } else if !workspace.values[cell].isFinite {
                workspace.leaveOut(otherwise, 0, at: cell)
            } else {
                workspace.states[cell] = workspace.states[source]
                workspace.reasons[cell] = workspace.reasons[source]
            }
        }
    }

    /// Puts in values where there are none for one of the reasons; every other cell stays as it is.
    func impute(
        _ kernel: any ColumnKernel, _ input: Int, _ companions: [Int], _ reasons: Set<Reason>, into output: Int,
        _ workspace: inout Workspace
    ) throws {
        gather([input] + companions, &workspace)
        let count = (1 + companions.count) * rowCount
        try workspace.fill(output) { _, family, values, scratch in
            try kernel.evaluate(family.extracting(0..<count), into: &values, scratch: &scratch)
        }
        for row in 0..<rowCount {
            let (source, cell) = (workspace.cell(input, row), workspace.cell(output, row))
            let value = workspace.values[cell]
            workspace.copy(source, to: cell)
            guard workspace.values[source].isNaN, value.isFinite, let reason = workspace.reasons[source],
                reasons.contains(reason)
            else { continue }
            workspace.put(value, .imputed, reason, workspace.measuredShares[source], at: cell)
        }
    }

    /// Leaves out rows whose unit has too few of the indicators, and periods in which too few units have this one.
    func screen(
        _ screening: Screening, _ leaves: [Int], _ input: Int, into output: Int, _ workspace: inout Workspace
    ) {
        for row in 0..<rowCount {
            let (source, cell) = (workspace.cell(input, row), workspace.cell(output, row))
            workspace.copy(source, to: cell)
            guard workspace.reasons[source]?.state != .notApplicable else { continue }
            if let least = screening.indicatorsFrom,
                indicatorShare(input, period: row / panel.units.count, workspace) < least - 1e-12
            {
                workspace.leaveOut(.leftFramework, .nan, at: cell)
            } else if let least = screening.unitsFrom, unitShare(leaves, row, workspace) < least - 1e-12 {
                workspace.leaveOut(.tooMuchMissing, workspace.measuredShares[source], at: cell)
            }
        }
    }

    /// The share of the applicable leaves that have a value in a row; 1 where none applies.
    func unitShare(_ leaves: [Int], _ row: Int, _ workspace: Workspace) -> Double {
        var (applicable, present) = (0, 0)
        for leaf in leaves {
            let cell = workspace.cell(leaf, row)
            if workspace.reasons[cell]?.state == .notApplicable { continue }
            applicable += 1
            if !workspace.values[cell].isNaN { present += 1 }
        }
        return applicable == 0 ? 1 : Double(present) / Double(applicable)
    }

    /// The share of the units that an indicator applies to that have a value of it in a period; 1 where it applies to
    /// none.
    func indicatorShare(_ leaf: Int, period: Int, _ workspace: Workspace) -> Double {
        var (applicable, present) = (0, 0)
        for row in panel.rows(ofPeriodAt: period) {
            let cell = workspace.cell(leaf, row)
            if workspace.reasons[cell]?.state == .notApplicable { continue }
            applicable += 1
            if !workspace.values[cell].isNaN { present += 1 }
        }
        return applicable == 0 ? 1 : Double(present) / Double(applicable)
    }

    /// Puts the numbers of some slots one after another into the family.
    func gather(_ slots: [Int], _ workspace: inout Workspace) {
        let count = rowCount
        workspace.family.withUnsafeMutableBufferPointer { family in
            workspace.values.withUnsafeBufferPointer { values in
                for (position, slot) in slots.enumerated() {
                    let (start, from) = (position * count, slot * count)
                    _ = family[start..<start + count].update(fromContentsOf: values[from..<from + count])
                }
            }
        }
    }
}
