internal import AssessmentCore

/// The steps that form the score of a node from those of others.
extension PlanCompiler {
    /// Forms the score from those of the children.
    mutating func aggregation(
        _ choice: MethodChoice, _ weighting: MethodChoice, _ progress: inout Progress
    ) throws -> Plan.Work {
        let node = progress.node
        guard let aggregation = catalogue.aggregations[choice.id] else {
            throw PipelineError(node: node, "the method ‘\(choice.id)’ is unknown")
        }
        let directions = progress.weighted.map(\.compiled.direction)
        if !aggregation.readsDirections, Set(directions).count > 1 {
            let down = progress.weighted.filter { $0.compiled.direction == .lowerIsBetter }.map(\.node.id)
            throw PipelineError(
                node: node,
                "less of \(down.joined(separator: ", ")) is better and more of the others; ‘\(choice.id)’ cannot put "
                    + "them together as they are: evaluate them by a method that turns them into scores")
        }
        if !aggregation.readsDirections, let own = node.direction, let common = directions.first, own != common {
            throw PipelineError(
                node: node,
                "its direction is \(own.rawValue), and that of the nodes below is \(common.rawValue); evaluate them by a "
                    + "method that turns them into scores, or leave the direction out")
        }
        let family = try family(weighting, progress)
        do {
            let kernel = try kernel(aggregation, choice, directions)
            let common = aggregation.readsDirections ? .higherIsBetter : directions.first ?? .higherIsBetter
            progress.direction = node.direction ?? common
            return .aggregate(
                kernel, family: family,
                Plan.Threshold(unrankedAbove: node.unrankedAbove, leastChildren: node.leastChildren))
        } catch {
            throw PipelineError(node: node, "\(error)")
        }
    }

    private mutating func kernel(
        _ aggregation: any Aggregation, _ choice: MethodChoice, _ directions: [Direction]
    ) throws -> any AggregationKernel {
        let key = PreparedKernels.Key(.aggregate, choice, directions)
        if let kernel = kernels.onFamilies[key] { return kernel }
        let kernel = try aggregation.prepare(
            AggregationInput(
                panel: panel, directions: directions,
                references: try choice.reference.map { try checkedReferences($0) },
                parameters: ParameterValues(choice.parameters, for: aggregation.description.parameters)))
        scratchCount = max(scratchCount, kernel.scratchCount)
        kernels.onFamilies[key] = kernel
        return kernel
    }

    /// Computes the score by a formula over other nodes.
    mutating func computation(_ written: NodeFormula, _ progress: inout Progress) throws -> Plan.Work {
        let node = progress.node
        let isFamily = written.formula.reducesOverChildren
        if isFamily, progress.weighted.isEmpty {
            throw PipelineError(node: node, "its formula reduces over the nodes below, and there are none")
        }
        let formula = resolved(written, progress)
        var reads: [Int] = []
        var inputs: [String: FormulaInput] = [:]
        let withinChildren: Set<String> = isFamily ? ["score", "weight", "direction"] : []
        for name in formula.inputs where !withinChildren.contains(name) {
            let slot: Int
            if name == "value", let last = progress.last {
                slot = last
            } else if let other = compiled[name] {
                slot = other.score
            } else {
                let nearest = nearestMatch(to: name, among: compiled.keys.sorted()).map { "; did you mean ‘\($0)’?" }
                throw PipelineError(
                    node: node,
                    "its formula reads ‘\(name)’, which is no node that is computed before it"
                        + (nearest ?? "; a variable becomes one by ‘values: [\(name)]’ and ‘evaluate: raw’"))
            }
            inputs[name] = .live(reads.count)
            reads.append(slot)
        }
        let family =
            isFamily ? try self.family(MethodChoice(isWeighted(progress) ? "given" : "equal"), progress) : .none
        largestFamily = max(largestFamily, family.slots.count + reads.count)
        do {
            let scope = written.reference ?? (formula.takesStatistics ? .period : nil)
            let form = ClosedForm(
                formula: formula, inputs: inputs, references: try scope.map { try checkedReferences($0) })
            let program = try FormulaProgram(
                form.formula, inputs: inputs, shape: FormulaProgram.Shape(panel, references: form.references),
                children: family.directions)
            scratchCount = max(scratchCount, program.scratchCount)
            // A formula that goes on with the value keeps the way it points.
            if !formula.inputs.contains("value") { progress.direction = node.direction ?? .higherIsBetter }
            return .compute(
                program, form, family: family, reads: reads,
                Plan.Threshold(unrankedAbove: node.unrankedAbove, leastChildren: node.leastChildren))
        } catch {
            throw PipelineError(node: node, "\(error)")
        }
    }

    /// The formula with the ids of the nodes that it reads: those of its own part of the framework first.
    private func resolved(_ written: NodeFormula, _ progress: Progress) -> Formula {
        written.formula.renamingInputs { name in
            if name == "value", progress.last != nil { return name }
            return written.prefixes.map { $0 + name }.first { compiled[$0] != nil } ?? name
        }
    }

    private func isWeighted(_ progress: Progress) -> Bool { progress.weighted.contains { $0.given != nil } }

    /// The children with their weights.
    private mutating func family(_ choice: MethodChoice, _ progress: Progress) throws -> Plan.Family {
        let (node, children) = (progress.node, progress.weighted)
        guard let weighting = catalogue.weightings[choice.id] else {
            throw PipelineError(node: node, "the method ‘\(choice.id)’ is unknown")
        }
        let directions = children.map(\.compiled.direction)
        let ids = children.map(\.node.id)
        largestFamily = max(largestFamily, children.count)
        let given = children.map(\.given)
        let catalogue = catalogue
        let others: @Sendable (MethodChoice, WeightingInput) throws -> FittedWeights = { choice, input in
            guard let weighting = catalogue.weightings[choice.id] else {
                throw MethodError("the weighting ‘\(choice.id)’ is not known")
            }
            return try weighting.weights(
                WeightingInput(
                    children: input.children, given: input.given, directions: input.directions, scores: input.scores,
                    parameters: ParameterValues(choice.parameters, for: weighting.description.parameters)))
        }
        let parameters = ParameterValues(choice.parameters, for: weighting.description.parameters)
        let slots = children.map(\.compiled.score)
        let rules = children.map { child in
            child.node.steps.lazy.compactMap { if case .missing(let rule) = $0 { rule } else { nil } }.first
        }
        if weighting.readsScores {
            let fitting = WeightFitting(
                node: node, panel: panel, weighting: weighting,
                references: try checkedReferences(choice.reference ?? .allRows),
                children: ids,
                given: given, directions: directions, parameters: parameters, others: others)
            return Plan.Family(slots: slots, directions: directions, weights: .fitted(fitting), rules: rules)
        }
        let weights = try WeightFitting.checked(node, ids) {
            let own = WeightingInput(children: ids, given: given, directions: directions, parameters: parameters)
            return try weighting.weights(
                WeightingInput(
                    children: ids, given: given, directions: directions, parameters: parameters,
                    weights: { try others($0, own) }))
        }
        return Plan.Family(slots: slots, directions: directions, weights: .fixed(weights), rules: rules)
    }
}
