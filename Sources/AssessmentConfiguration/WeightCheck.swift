import AssessmentCore

/// Checks that the weights of a framework are given where they are needed and add up to what they must.
struct WeightCheck {
    let catalogue: Catalogue
    let problems: DiagnosticCollector

    /// Checks a node and all below.
    func check(_ root: FrameworkNode, _ scale: WeightScale) {
        switch scale {
        case .points(let full): check(root, sums: [full], scale)
        case .shares: check(root, sums: [1, 100], scale)
        case .relative: check(root, sums: [], scale)
        }
    }

    private func check(_ node: FrameworkNode, sums: [Double], _ scale: WeightScale) {
        let weighted = node.children.filter(\.isWeighted)
        guard let position = node.position, !node.children.isEmpty else { return }
        if weighted.isEmpty {
            problems.report(
                at: position, "every node below ‘\(node.id)’ is a bonus", expected: "at least one node with a weight")
        }
        if !node.children.allSatisfy(\.isWeighted), sums.count != 1 {
            problems.report(
                at: position, "a bonus is counted in points, and the weights are not", expected: "weights: points")
        }
        let needsWeights = needsGivenWeights(node)
        if needsWeights == nil, node.steps.contains(where: { $0.kind == .formula }),
            !node.steps.contains(where: { $0.kind == .aggregate })
        {
            for child in weighted {
                guard case .weighted(.some) = child.role, let childPosition = child.position else { continue }
                problems.report(
                    at: childPosition, "‘\(child.id)’ has a weight, and the formula of the node above reads none",
                    expected: "no weight, or ‘weight’ in the formula")
            }
        }
        var complete = !problems.isIncomplete(position)
        for child in weighted {
            guard let needsWeights, case .weighted(let weight) = child.role, let childPosition = child.position
            else { continue }
            guard !problems.isIncomplete(childPosition) || weight != nil else {
                complete = false
                continue
            }
            if weight == nil, needsWeights {
                complete = false
                problems.report(
                    at: childPosition, "‘\(child.id)’ has no weight",
                    expected: "weight: a number, or weighting: equal above")
            }
            if weight != nil, !needsWeights {
                problems.report(
                    at: childPosition, "‘\(child.id)’ has a weight, and the node above weights by another method",
                    expected: "no weight, or weighting: given above")
            }
        }
        let given = weighted.compactMap { child -> Double? in
            if case .weighted(let weight) = child.role { weight } else { nil }
        }
        if needsWeights == true, complete, !given.isEmpty, !sums.isEmpty {
            let sum = given.reduce(0, +)
            if !sums.contains(where: { abs(sum - $0) <= 1e-9 * $0 }) {
                let wanted = sums.map { Formula.text(of: $0) }.joined(separator: " or ")
                let subject =
                    given.count == 1
                    ? "the only weight below ‘\(node.id)’ is"
                    : "the weights of the \(given.count) nodes below ‘\(node.id)’ sum to"
                problems.report(at: position, "\(subject) \(DecimalSum.text(sum))", expected: wanted)
            }
        }
        for child in node.children {
            check(child, sums: childSums(child, of: weighted.count, sums, scale), scale)
        }
    }

    /// What the weights below a child must add up to.
    private func childSums(
        _ child: FrameworkNode, of siblings: Int, _ sums: [Double], _ scale: WeightScale
    ) -> [Double] {
        guard case .points = scale else { return sums }
        return switch child.role {
        case .weighted(let weight?): [weight]
        case .weighted(nil): sums.map { $0 / Double(max(1, siblings)) }
        case .bonus(let points): [points]
        }
    }

    /// Whether the weighting of a node, or one that it combines, reads given weights; nothing where it forms no score
    /// from its children.
    private func needsGivenWeights(_ node: FrameworkNode) -> Bool? {
        for case .aggregate(_, let weighting) in node.steps { return needsGivenWeights(weighting) }
        for case .formula(let formula) in node.steps where formula.formula.inputs.contains("weight") {
            // Without any weight each child counts alike.
            return node.children.contains { if case .weighted(.some) = $0.role { true } else { false } }
        }
        return nil
    }

    private func needsGivenWeights(_ choice: MethodChoice) -> Bool? {
        guard let weighting = catalogue.weightings[choice.id] else { return nil }
        let combined = choice.parameters.values.flatMap { value -> [MethodChoice] in
            if case .methods(let methods) = value { methods } else { [] }
        }
        return weighting.needsGivenWeights || combined.contains { needsGivenWeights($0) ?? false }
    }
}

/// A sum as a person would write it, without the noise of binary fractions.
private enum DecimalSum {
    static func text(_ sum: Double) -> String {
        Formula.text(of: DecimalRounding.round(sum, decimals: 9))
    }
}
