internal import AssessmentCore

extension Plan {
    /// Missing scores that the specification says must not be.
    struct Failure: Error {
        let cells: [(operation: Int, row: Int, reason: Reason)]
    }

    /// Runs every operation over a workspace whose measured slots are filled.
    ///
    /// - Throws: ``Failure`` with every cell for which the rule on missing values is to fail; `PipelineError` where no
    ///   weights can be fitted.
    func run(_ workspace: inout Workspace) throws {
        try run(operations.indices.map { $0 }, &workspace)
    }

    /// Runs some of the operations, by their positions in order, over a workspace in which the others have been run.
    ///
    /// - Throws: as a whole run does, with the failures of these operations and of the root.
    func run(_ chosen: [Int], _ workspace: inout Workspace) throws {
        try run(chosen, root: operations.lastIndex { $0.step.kind.givesNumbers }, &workspace)
    }

    /// Runs some of the operations, as above.
    ///
    /// - Parameter root: the operation that gives the score of the root, which must have one in every row where the rule
    ///   on missing values says so; none where it is not among those that were run.
    func run(_ chosen: [Int], root: Int?, _ workspace: inout Workspace) throws {
        var failures: [(operation: Int, row: Int, reason: Reason)] = []
        for index in chosen {
            // An operation as a whole, with its node, is never copied here.
            let output = operations[index].output
            switch operations[index].work {
            case .load: break
            case .screen(let screening, let leaves, let input):
                screen(screening, leaves, input, into: output, &workspace)
            case .impute(let kernel, let input, let companions, let reasons):
                try naming(index) {
                    try impute(kernel, input, companions, reasons, into: output, &workspace)
                }
            case .apply(let kernel, let input, let targets, let otherwise):
                try naming(index) {
                    try apply(kernel, input, targets, otherwise, into: output, &workspace)
                }
            case .compute(let program, let form, let family, let reads, let threshold):
                try compute(program, form, family, reads, threshold, into: output, &workspace)
            case .resolve(let rule, let input):
                for (row, reason) in resolve(rule, input, into: output, &workspace) {
                    failures.append((index, row, reason))
                }
            case .aggregate(let kernel, let family, let threshold):
                try aggregate(kernel, family, threshold, into: output, &workspace)
            case .raise(let input, let bonuses, let points, let nodePoints):
                raise(input, bonuses, points, nodePoints, into: output, &workspace)
            case .round(let decimals, let input):
                workspace.copy(input, to: output)
                for row in 0..<rowCount {
                    let number = workspace.number(input, row)
                    if !number.isNaN {
                        workspace.replace(DecimalRounding.round(number, decimals: decimals), output, row)
                    }
                }
            case .light(let light, let input): show(light, input, into: output, &workspace)
            case .adjust(let adjustment, let decisions, let scale, let input):
                adjust(adjustment, decisions, scale, input, into: output, &workspace)
            case .rank(let ranking, let input): rank(ranking, input, into: output, &workspace)
            case .grade(let bands, let input):
                try grade(bands, input, operations[index].node, into: output, &workspace)
            case .veto(let adjustment, let bands, let decisions, let input):
                veto(adjustment, bands, decisions, input, into: output, &workspace)
            case .limit(let bands, let ranks, let input):
                limit(bands, ranks, input, into: output, &workspace)
            }
        }
        if let root { failures += unresolved(root, workspace) }
        if !failures.isEmpty { throw Failure(cells: failures) }
    }

    /// Does the work of a kernel, which fails only where a process does it, and tells a failure at the node of the operation.
    private func naming(_ index: Int, _ work: () throws -> Void) throws {
        do {
            try work()
        } catch {
            throw PipelineError(node: operations[index].node, "\(error)")
        }
    }

    /// The rows in which the root could not be computed although the rule on missing values says that this stops the run.
    /// That a unit is not ranked for want of data is no failure.
    private func unresolved(_ last: Int, _ workspace: Workspace) -> [(operation: Int, row: Int, reason: Reason)] {
        guard let rule = operations[last].node.unresolved else { return [] }
        return (0..<rowCount).compactMap { row in
            let slot = operations[last].output
            guard workspace.number(slot, row).isNaN, let reason = workspace.reason(slot, row),
                reason.state == .failed || reason == .zeroDenominator, rule.action(for: reason) == .fail
            else { return nil }
            return (last, row, reason)
        }
    }

    private func raise(
        _ input: Int, _ bonuses: [Int], _ points: [Double], _ nodePoints: Double, into output: Int,
        _ workspace: inout Workspace
    ) {
        workspace.copy(input, to: output)
        for row in 0..<rowCount {
            var number = workspace.number(input, row)
            guard !number.isNaN else { continue }
            for (bonus, extra) in zip(bonuses, points) {
                // A best-effort target rewards and never punishes: without a score, or below zero, it adds nothing,
                // and above full marks no more than its points.
                let score = workspace.number(bonus, row)
                if score > 0 { number += min(score, 100) * extra / nodePoints }
            }
            workspace.replace(number, output, row)
        }
    }

    private func show(_ light: Light, _ input: Int, into output: Int, _ workspace: inout Workspace) {
        workspace.copy(input, to: output)
        for row in 0..<rowCount {
            let number = workspace.number(input, row)
            guard !number.isNaN else { continue }
            if let band = light.bands.firstIndex(where: { $0.bound?.holds(number) ?? true }) {
                workspace.replace(Double(band), output, row)
            } else {
                workspace.spellOut(output)
                workspace.leaveOut(.outsideDomain, workspace.share(input, row), output, row)
            }
        }
    }
}
