internal import AssessmentCore

/// Refuses what would be called firm because nothing was varied, and numbers of replications that an interval cannot rest on.
struct VariationCheck {
    let request: RobustnessRequest
    let varied: VariedSpecification

    /// - Throws: ``RobustnessError`` with the first request that comes to nothing.
    func check() throws {
        // Fewer leave an end of the interval to chance: no draw lies beyond it.
        let least = Int((2 / (1 - request.interval) - 1e-9).rounded(.up))
        if request.draws < least {
            throw RobustnessError(
                "\(request.draws) replications are too few for an interval of "
                    + "\(Formula.text(of: request.interval * 100))%; expected ‘draws’ of at least \(least)",
                at: request.drawsPosition)
        }
        for error in request.dataErrors { try check(error) }
        guard request.methods != nil else { return }
        for choice in varied.variation.choices { try check(choice) }
        if let weights = varied.variation.weights { try check(weights) }
        // Without the last indicator below a node, or without the whole, nothing would be left to score.
        for node in varied.variation.without {
            let alone = VariedSpecification(
                specification: varied.specification, catalogue: varied.catalogue,
                variation: MethodVariation(without: [node], withoutPosition: varied.variation.withoutPosition))
            _ = try alone.specification(of: [0])
        }
    }

    /// One number for indicators that are measured in different units is an error of nobody's.
    private func check(_ error: DataError) throws {
        guard case .standardError(let table) = error.size, table.single != nil else { return }
        let uses = varied.specification.framework.subtree.filter { error.leaves.contains($0.id) }
        let units = uses.compactMap { node in
            node.measure.flatMap { varied.catalogue.indicators[$0.indicator]?.description.unitOfMeasure.symbol.zh }
        }
        let different = units.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        guard different.count > 1 else { return }
        throw RobustnessError(
            "one standard error cannot hold for indicators in different units of measure (\(different.joined(separator: ", "))); "
                + "expected entries that name ‘indicators’ in one unit, or ‘relative’", at: error.position)
    }

    private func check(_ choice: MethodVariation.Choice) throws {
        let alone = VariedSpecification(
            specification: varied.specification, catalogue: varied.catalogue,
            variation: MethodVariation(choices: [choice]))
        let given = varied.specification.ranked.framework.subtree
        var known: [[FrameworkNode]] = []
        for (position, alternative) in choice.alternatives.enumerated() {
            let own = try alone.specification(of: [position]).framework.subtree
            if let same = known.firstIndex(where: { isSame($0, own) }) {
                throw RobustnessError(
                    "‘\(choice.subject.rawValue)’: ‘\(VariedSpecification.words(of: alternative))’ comes to the same as "
                        + "‘\(VariedSpecification.words(of: choice.alternatives[same]))’ at every node; expected methods that differ",
                    at: choice.position)
            }
            known.append(own)
        }
        if known.count > 1 || known.contains(where: { !isSame($0, given) }) { return }
        let nodes = choice.at.isEmpty ? "any node" : choice.at.joined(separator: ", ")
        throw RobustnessError(
            "‘\(choice.subject.rawValue)’ varies nothing: none of its methods takes the place of another at \(nodes), or below; "
                + "expected methods of nodes that this program computes, other than those that they have",
            at: choice.position)
    }

    /// Whether the steps of all nodes do the same; where two differ, no further ones are looked at.
    private func isSame(_ nodes: [FrameworkNode], _ others: [FrameworkNode]) -> Bool {
        nodes.count == others.count
            && zip(nodes, others).allSatisfy { $0.steps == $1.steps || meaning($0) == meaning($1) }
    }

    /// What a step does, whatever it leaves to defaults and wherever it stands.
    private struct StepMeaning: Hashable {
        let step: Step
        let parameters: [ParameterValues]
    }

    private func meaning(_ node: FrameworkNode) -> [StepMeaning] {
        node.steps.map { step in
            func bare(_ choice: MethodChoice) -> MethodChoice {
                MethodChoice(choice.id, reference: choice.reference)
            }
            func values(_ choice: MethodChoice, _ parameters: [Parameter]?) -> ParameterValues {
                ParameterValues(choice.parameters, for: parameters ?? [])
            }
            let catalogue = varied.catalogue
            switch step {
            case .evaluate(let own):
                return StepMeaning(
                    step: .evaluate(bare(own)),
                    parameters: [values(own, catalogue.evaluators[own.id]?.description.parameters)])
            case .treat(let own):
                return StepMeaning(
                    step: .treat(bare(own)),
                    parameters: [values(own, catalogue.treatments[own.id]?.description.parameters)])
            case .impute(let own, let reasons):
                return StepMeaning(
                    step: .impute(bare(own), reasons: reasons),
                    parameters: [values(own, catalogue.imputations[own.id]?.description.parameters)])
            case .aggregate(let own, let weighting):
                return StepMeaning(
                    step: .aggregate(bare(own), weighting: bare(weighting)),
                    parameters: [
                        values(own, catalogue.aggregations[own.id]?.description.parameters),
                        values(weighting, catalogue.weightings[weighting.id]?.description.parameters),
                    ])
            default: return StepMeaning(step: step, parameters: [])
            }
        }
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
