internal import AssessmentCore

/// Refuses what would be called firm because nothing was varied, and numbers of replications that an interval cannot rest on.
struct VariationCheck {
    let request: RobustnessRequest
    let varied: VariedSpecification

    /// - Throws: ``RobustnessError`` with the first request that comes to nothing.
    func check() throws {
        if !request.dataErrors.isEmpty {
            // Fewer leave an end of the interval to chance: no draw lies beyond it.
            let least = Int((2 / (1 - request.interval) - 1e-9).rounded(.up))
            if request.draws < least {
                throw RobustnessError(
                    "\(request.draws) replications are too few for an interval of "
                        + "\(Formula.text(of: request.interval * 100))%; expected ‘draws’ of at least \(least)")
            }
        }
        guard request.methods != nil else { return }
        for choice in varied.variation.choices { try check(choice) }
        if let weights = varied.variation.weights { try check(weights) }
        // Without the last indicator below a node, or without the whole, nothing would be left to score.
        for node in varied.variation.without {
            let alone = VariedSpecification(
                specification: varied.specification, catalogue: varied.catalogue,
                variation: MethodVariation(without: [node]))
            _ = try alone.specification(of: [0])
        }
    }

    private func check(_ choice: MethodVariation.Choice) throws {
        let alone = VariedSpecification(
            specification: varied.specification, catalogue: varied.catalogue,
            variation: MethodVariation(choices: [choice]))
        let given = varied.specification.ranked.framework.subtree.map(\.steps)
        for position in choice.alternatives.indices {
            if try alone.specification(of: [position]).framework.subtree.map(\.steps) != given { return }
        }
        let nodes = choice.at.isEmpty ? "any node" : choice.at.joined(separator: ", ")
        throw RobustnessError(
            "‘\(choice.subject.rawValue)’ varies nothing: none of its methods takes the place of another at \(nodes), or below; "
                + "expected methods of nodes that this program computes", at: choice.position)
    }

    private func check(_ weights: MethodVariation.WeightVariation) throws {
        let place = varied.variation.weightsPosition
        let design = MethodDesign(varied.variation, varied.specification.framework)
        let families = varied.specification.framework.subtree.filter { design.parents.contains($0.id) }
        let barren = varied.variation.weightsBelow.filter { !design.parents.contains($0) }
        if let first = barren.first {
            throw RobustnessError(
                "‘weights’: below ‘\(first)’ there are no nodes with weights; expected under ‘below’ nodes that have some",
                at: place)
        }
        guard families.contains(where: { $0.children.count(where: \.isWeighted) > 1 }) else {
            throw RobustnessError("‘weights’ varies nothing: no node has more than one below it", at: place)
        }
        guard case .sets(let sets) = weights else { return }
        var names: Set<String> = []
        for set in sets {
            guard names.insert(set.name).inserted else {
                throw RobustnessError(
                    "two sets of weights are called ‘\(set.name)’; expected a name for each", at: place)
            }
            guard !set.weights.isEmpty else {
                throw RobustnessError(
                    "the set of weights ‘\(set.name)’ names no node; expected the weights of some", at: place)
            }
            if let other = set.weights.keys.sorted().first(where: { design.coordinateOfNode[$0] == nil }) {
                throw RobustnessError(
                    "the set of weights ‘\(set.name)’ names ‘\(other)’, which is not below the nodes whose weights vary; "
                        + "expected nodes below those of ‘below’", at: place)
            }
            for family in families {
                let children = family.children.filter(\.isWeighted)
                if !children.isEmpty, children.allSatisfy({ set.weights[$0.id] == 0 }) {
                    throw RobustnessError(
                        "the set of weights ‘\(set.name)’ leaves \(family.id) without any: those below it are all zero; expected "
                            + "one above zero", at: place)
                }
            }
        }
    }
}
