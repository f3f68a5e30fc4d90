internal import AssessmentCore

/// What varied in the replications, in words: the stated errors, and the methods that could be defended.
struct VariedInputs {
    let rendering: Rendering
    let request: RobustnessRequest

    private var assessment: CompletedAssessment { rendering.assessment }

    /// The stated errors by their sizes, each with the indicators that have it.
    var errors: [(name: String, text: String)] {
        request.dataErrors.map { error in
            let size =
                switch error.size {
                case .relative(let share): Wording.relativeError(percent(share))
                case .standardError(let table):
                    Wording.standardError(table.single.map(rendering.plain), unit(of: error.leaves))
                case .sample(let table, _): Wording.sampleError(table.single.map(rendering.plain))
                }
            return (rendering(size), nodes(error.leaves))
        }
    }

    /// The methods out of which each replication took one, and the weights.
    var methods: [(name: String, text: String)] {
        guard let variation = request.methods else { return [] }
        var inputs = variation.choices.map { choice in
            let taken = choice.alternatives.map { words($0) }.joined(separator: rendering(Wording.or))
            return (
                name: rendering(Wording.subject(choice.subject))
                    + (choice.at.isEmpty ? "" : brackets(nodes(choice.at))),
                text: taken
            )
        }
        if let weights = variation.weights {
            let text =
                switch weights {
                case .within(let share): rendering(Wording.weightsWithin(percent(share)))
                case .dirichlet(let number): rendering(Wording.weightsDirichlet(rendering.plain(number)))
                case .simplex: rendering(Wording.weightsSimplex)
                case .sets(let sets): sets.map(\.name).joined(separator: rendering(Wording.or))
                }
            let below = variation.weightsBelow.isEmpty ? "" : brackets(nodes(variation.weightsBelow))
            inputs.append((rendering(Wording.weights) + below, text))
        }
        if !variation.without.isEmpty {
            inputs.append((rendering(Wording.leftOutNode), rendering(Wording.noneOrOne) + nodes(variation.without)))
        }
        return inputs
    }

    /// The unit of measure of nodes, where they have one between them.
    private func unit(of leaves: [String]) -> BilingualText? {
        let units = Set(leaves.map { rendering.figures[$0]?.unitOfMeasure?.symbol })
        return units.count == 1 ? units.first ?? nil : nil
    }

    private func percent(_ share: Double) -> String { "\(rendering.plain(100 * share))%" }

    private func brackets(_ text: String) -> String { rendering(Wording.brackets(BilingualText(same: text))) }

    private func nodes(_ ids: [String]) -> String {
        let names = Dictionary(
            assessment.root.subtree.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return rendering.list(ids.map { id in names[id].map { rendering($0) } ?? id })
    }

    private func words(_ alternative: MethodVariation.Alternative) -> String {
        guard case .steps(let steps) = alternative else { return rendering(Wording.asGiven) }
        return steps.isEmpty ? rendering(Wording.noMethod) : steps.compactMap(words).joined(separator: " + ")
    }

    private func words(_ step: Step) -> String? {
        let catalogue = assessment.catalogue
        guard let choice = step.method else { return nil }
        let name: BilingualText? =
            switch step {
            case .evaluate: catalogue.evaluators[choice.id]?.description.name
            case .treat: catalogue.treatments[choice.id]?.description.name
            case .impute: catalogue.imputations[choice.id]?.description.name
            default: catalogue.aggregations[choice.id]?.description.name
            }
        let parameters = choice.parameters.sorted { $0.key < $1.key }.map {
            "\($0.key.replacing("_", with: " ")) \($0.value.text)"
        }
        return (name.map { rendering($0) } ?? choice.id)
            + (parameters.isEmpty ? "" : brackets(rendering.list(parameters)))
    }
}
