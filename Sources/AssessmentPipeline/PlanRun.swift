internal import AssessmentCore

extension Plan {
    /// Missing scores that the specification says must not be.
    struct Failure: Error {
        let cells: [(operation: Int, row: Int, reason: Reason)]
    }

    /// Runs every operation over a workspace whose measured slots are filled.
    ///
    /// - Throws: ``Failure`` with every cell for which the rule on missing values is to fail.
    func run(_ workspace: inout Workspace) throws {
        var failures: [(operation: Int, row: Int, reason: Reason)] = []
        for (index, operation) in operations.enumerated() {
            let output = operation.output
            switch operation.work {
            case .load: markMeasured(output, &workspace)
            case .evaluate(let kernel, let input, let targets, let otherwise):
                evaluate(kernel, input, targets, otherwise, into: output, &workspace)
            case .resolve(let rule, let input):
                for (row, reason) in resolve(rule, input, into: output, &workspace) {
                    failures.append((index, row, reason))
                }
            case .aggregate(let program, let children, let weights, let unrankedAbove):
                aggregate(program, children, weights, unrankedAbove, into: output, &workspace)
            case .raise(let input, let bonuses, let points, let nodePoints):
                raise(input, bonuses, points, nodePoints, into: output, &workspace)
            case .round(let decimals, let input):
                for row in 0..<rowCount {
                    let (source, cell) = (workspace.cell(input, row), workspace.cell(output, row))
                    workspace.copy(source, to: cell)
                    if !workspace.values[cell].isNaN {
                        workspace.values[cell] = DecimalRounding.round(workspace.values[source], decimals: decimals)
                    }
                }
            case .rank(let tolerance, let input): rank(tolerance, input, into: output, &workspace)
            case .grade(let bands, let input): grade(bands, input, into: output, &workspace)
            }
        }
        if !failures.isEmpty { throw Failure(cells: failures) }
    }

    private func markMeasured(_ slot: Int, _ workspace: inout Workspace) {
        for row in 0..<rowCount {
            let cell = workspace.cell(slot, row)
            workspace.measuredShares[cell] =
                switch workspace.states[cell] {
                case .measured: 1
                case .notApplicable: .nan
                case .imputed, .missing, .failed: 0
                }
        }
    }

    private func evaluate(
        _ kernel: any EvaluationKernel, _ input: Int, _ targets: [Reason?], _ otherwise: Reason, into output: Int,
        _ workspace: inout Workspace
    ) {
        let from = workspace.cell(input, 0)
        workspace.fill(output) { slots, _, scores, scratch in
            // The input slot lies before the output slot.
            kernel.evaluate(slots.extracting(from..<from + rowCount), into: &scores, scratch: &scratch)
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

    private func aggregate(
        _ program: FormulaProgram, _ children: [Int], _ weights: [Double], _ unrankedAbove: Double?,
        into output: Int, _ workspace: inout Workspace
    ) {
        for (position, child) in children.enumerated() {
            for row in 0..<rowCount {
                workspace.family[position * rowCount + row] = workspace.values[workspace.cell(child, row)]
            }
        }
        workspace.fill(output) { _, family, scores, scratch in
            program.evaluate(live: family, weights: weights.span, into: &scores, scratch: &scratch)
        }
        for row in 0..<rowCount {
            var (applicable, measured) = (0.0, 0.0)
            var (present, imputed) = (false, false)
            var absence: Reason?
            for (position, child) in children.enumerated() {
                let cell = workspace.cell(child, row)
                let share = workspace.measuredShares[cell]
                if !share.isNaN {
                    applicable += weights[position]
                    measured += weights[position] * share
                }
                if let reason = workspace.reasons[cell], workspace.values[cell].isNaN {
                    // A score that makes do without what should be there rests on a rule, as one with a value put in does.
                    if reason.state != .notApplicable { imputed = true }
                    // What should be there goes before what does not apply, and the first of a kind before later ones.
                    if absence == nil || absence?.state == .notApplicable && reason.state != .notApplicable {
                        absence = reason
                    }
                } else {
                    present = true
                    imputed = imputed || workspace.states[cell] == .imputed
                }
            }
            let cell = workspace.cell(output, row)
            let share = applicable > 0 ? measured / applicable : .nan
            if !present {
                workspace.leaveOut(absence ?? .notApplicable, share, at: cell)
            } else if let unrankedAbove, !share.isNaN, 1 - share > unrankedAbove + 1e-12 {
                workspace.leaveOut(.tooMuchMissing, share, at: cell)
            } else if workspace.values[cell].isFinite {
                workspace.put(workspace.values[cell], imputed ? .imputed : .measured, nil, share, at: cell)
            } else {
                workspace.leaveOut(.outsideDomain, share, at: cell)
            }
        }
    }

    private func raise(
        _ input: Int, _ bonuses: [Int], _ points: [Double], _ nodePoints: Double, into output: Int,
        _ workspace: inout Workspace
    ) {
        for row in 0..<rowCount {
            let cell = workspace.cell(output, row)
            workspace.copy(workspace.cell(input, row), to: cell)
            guard !workspace.values[cell].isNaN else { continue }
            for (bonus, extra) in zip(bonuses, points) {
                // A best-effort target rewards and never punishes: without a score, or below zero, it adds nothing,
                // and above full marks no more than its points.
                let score = workspace.values[workspace.cell(bonus, row)]
                if score > 0 { workspace.values[cell] += min(score, 100) * extra / nodePoints }
            }
        }
    }

    private func grade(_ bands: [GradeBand], _ input: Int, into output: Int, _ workspace: inout Workspace) {
        for row in 0..<rowCount {
            let (source, cell) = (workspace.cell(input, row), workspace.cell(output, row))
            workspace.copy(source, to: cell)
            let score = workspace.values[source]
            guard !score.isNaN else { continue }
            if let band = bands.firstIndex(where: { score >= $0.atLeast }) {
                workspace.values[cell] = Double(band)
            } else {
                workspace.leaveOut(.outsideDomain, workspace.measuredShares[source], at: cell)
            }
        }
    }
}
