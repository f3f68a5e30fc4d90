internal import AssessmentCore

/// The work that forms the score of a node from those of others.
extension Plan {
    /// Forms scores from those of children.
    func aggregate(
        _ kernel: any AggregationKernel, _ family: Family, _ threshold: Threshold, into output: Int,
        _ workspace: inout Workspace
    ) throws {
        let weights = try weights(of: family, output, &workspace)
        workspace.fill(output, from: family.slots) { scores, results, scratch in
            kernel.aggregate(scores, weights: weights.span, into: &results, scratch: &scratch)
        }
        if workspace.isFinite(output), weights.count == family.slots.count, weights.reduce(0, +) > 0,
            family.slots.allSatisfy(workspace.isWhole)
        {
            return workspace.measure(output)
        }
        workspace.begin(output)
        for row in 0..<rowCount {
            let standing = standing(of: family, weights, row, workspace)
            let score = workspace.number(output, row)
            if let reason = standing.refusal(threshold) {
                workspace.leaveOut(reason, standing.share, output, row)
            } else if score.isFinite {
                workspace.put(score, standing.isImputed ? .imputed : .measured, nil, standing.share, output, row)
            } else {
                workspace.leaveOut(standing.incomplete ?? .outsideDomain, standing.share, output, row)
            }
        }
    }

    /// Computes scores by a formula over other nodes.
    func compute(
        _ program: FormulaProgram, _ form: ClosedForm, _ family: Family, _ reads: [Int], _ threshold: Threshold,
        into output: Int, _ workspace: inout Workspace
    ) throws {
        let weights = try weights(of: family, output, &workspace)
        workspace.fill(output, from: family.slots + reads) { live, results, scratch in
            program.evaluate(live: live, weights: weights.span, into: &results, scratch: &scratch)
        }
        workspace.begin(output)
        let all = Family(slots: family.slots + reads, directions: [], weights: .fixed(FittedWeights([])))
        let alike = [Double](repeating: 1, count: all.slots.count)
        var unexplained: [Int] = []
        for row in 0..<rowCount {
            let standing = standing(of: all, alike, row, workspace)
            let number = workspace.number(output, row)
            let children = family.slots.isEmpty ? nil : self.standing(of: family, weights, row, workspace)
            if let children, let reason = children.refusal(threshold) {
                workspace.leaveOut(reason, children.share, output, row)
            } else if number.isFinite {
                workspace.put(number, standing.isImputed ? .imputed : .measured, nil, standing.share, output, row)
            } else {
                if standing.absence == nil { unexplained.append(row) }
                workspace.leaveOut(standing.absence ?? .outsideDomain, standing.share, output, row)
            }
        }
        explain(unexplained, form, family, reads, weights, output, &workspace)
    }

    /// Says why a formula whose inputs are all there has no value in some rows.
    private func explain(
        _ rows: [Int], _ form: ClosedForm, _ family: Family, _ reads: [Int], _ weights: [Double], _ output: Int,
        _ workspace: inout Workspace
    ) {
        guard !rows.isEmpty else { return }
        let (live, children) = ((family.slots + reads).flatMap { workspace.numbers($0) }, family.slots.count)
        let rowCount = rowCount
        let trace = FormulaTrace(
            shape: FormulaProgram.Shape(panel, references: form.references),
            children: FormulaTrace.Children(
                family.directions, score: { live[$0 * rowCount + $1] },
                weight: { child, row in weights[weights.count == children ? child : child * rowCount + row] })
        ) { name, row in
            guard case .live(let index) = form.inputs[name] else { return .nan }
            return live[(children + index) * rowCount + row]
        }
        for row in rows {
            let reason: Reason? =
                switch trace.absence(of: form.formula, row: row) {
                case .zeroDenominator: .zeroDenominator
                case .noEarlierPeriod: .noEarlierPeriod
                case .seriesBreak: .seriesBreak
                case .input, .outsideDomain, nil: nil
                }
            if let reason { workspace.leaveOut(reason, workspace.share(output, row), output, row) }
        }
    }

    /// The weights of children: one each, or one each in every row.
    private func weights(of family: Family, _ operation: Int, _ workspace: inout Workspace) throws -> [Double] {
        if workspace.exchangedWeights.indices.contains(operation), !workspace.exchangedWeights[operation].isEmpty {
            return workspace.exchangedWeights[operation]
        }
        switch family.weights {
        case .fixed(let fitted): return fitted.weights
        case .fitted(let fitting):
            let sets = try fitting.fit { child, row in workspace.number(family.slots[child], row) }
            workspace.fitted[operation] = sets
            if sets.count == 1, let only = sets.first { return only.weights }
            return family.slots.indices.flatMap { child in
                (0..<rowCount).map { sets[fitting.references.setOfRow[$0]].weights[child] }
            }
        }
    }

    /// What the score of a node in a row rests on.
    private struct Standing {
        /// The number of children that apply, and of those that have a score.
        var applicable = 0
        var present = 0
        /// Whether any child has a score.
        var isPresent: Bool { present > 0 }
        /// The share of the applicable children that have a score.
        var presentShare: Double { Double(present) / Double(max(1, applicable)) }
        /// Whether a score rests on a rule: on an imputed value, or makes do without what should be there.
        var isImputed = false
        /// The share of weight that rests on measured values; NaN where nothing applies.
        var share = Double.nan
        /// Why a child has no score: what should be there before what does not apply, the first of a kind before later
        /// ones.
        var absence: Reason?
        /// Why a child without which the node gets no score has none.
        var withheld: Reason?
        /// Why there is no score whatever the method gives: a child is missing without which there is none, no child is
        /// there, or too few are.
        func refusal(_ threshold: Threshold) -> Reason? {
            if let withheld { return withheld }
            if !isPresent { return absence ?? .notApplicable }
            if let most = threshold.unrankedAbove, !share.isNaN, 1 - share > most + 1e-12 { return .tooMuchMissing }
            if let least = threshold.leastChildren, presentShare < least - 1e-12 { return .tooMuchMissing }
            return nil
        }

        /// Why a child that should have a score has none.
        var incomplete: Reason? { absence.flatMap { $0.state == .notApplicable ? nil : $0 } }
    }

    private func standing(of family: Family, _ weights: [Double], _ row: Int, _ workspace: Workspace) -> Standing {
        var standing = Standing()
        var (applicable, measured) = (0.0, 0.0)
        let isPerRow = weights.count != family.slots.count
        for (position, child) in family.slots.enumerated() {
            let share = workspace.share(child, row)
            let weight = weights[isPerRow ? position * rowCount + row : position]
            if !share.isNaN {
                applicable += weight
                measured += weight * share
            }
            if let reason = workspace.reason(child, row), workspace.number(child, row).isNaN {
                // A score that makes do without what should be there rests on a rule, as one with a value put in does.
                if reason.state != .notApplicable {
                    standing.isImputed = true
                    standing.applicable += 1
                }
                if standing.withheld == nil, family.withholds(position, for: reason) { standing.withheld = reason }
                if standing.absence == nil
                    || standing.absence?.state == .notApplicable && reason.state != .notApplicable
                {
                    standing.absence = reason
                }
            } else {
                standing.present += 1
                standing.applicable += 1
                standing.isImputed = standing.isImputed || workspace.state(child, row) == .imputed
            }
        }
        if applicable > 0 { standing.share = measured / applicable }
        return standing
    }
}
