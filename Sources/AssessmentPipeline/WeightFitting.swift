internal import AssessmentCore

/// A weighting that is fitted on the scores of children.
struct WeightFitting: Sendable {
    let node: FrameworkNode
    let panel: Panel
    let weighting: any Weighting
    let references: ReferenceSets
    let children: [String]
    let given: [Double?]
    let directions: [Direction]
    let parameters: ParameterValues
    /// The weights by another method on the same input, for combinations.
    let others: @Sendable (MethodChoice, WeightingInput) throws -> FittedWeights

    /// The weights for each reference set.
    ///
    /// - Parameter scores: reads the score of a child in a row.
    /// - Throws: `PipelineError` where no weights can be formed for a set, or one is negative.
    func fit(_ score: (_ child: Int, _ row: Int) -> Double) throws -> [FittedWeights] {
        try references.members.enumerated().map { set, members in
            let scores = children.indices.map { child in members.map { score(child, $0) } }
            guard !members.isEmpty, scores.contains(where: { $0.contains { !$0.isNaN } }) else {
                // Nothing is to be weighted where nobody has a score.
                return FittedWeights([Double](repeating: 1 / Double(children.count), count: children.count))
            }
            // A child that nobody has a score of in a set takes no part in its weights.
            let present = children.indices.filter { scores[$0].contains { !$0.isNaN } }
            let fitted = try fit(present, scores, at: members)
            guard present.count < children.count else { return fitted }
            var weights = [Double](repeating: 0, count: children.count)
            for (child, weight) in zip(present, fitted.weights) { weights[child] = weight }
            let absent = children.indices.filter { !present.contains($0) }.map { children[$0] }.joined(separator: ", ")
            let remark = BilingualText(zh: "\(absent)无得分，不参与定权", en: "\(absent) has no score and takes no part")
            return FittedWeights(weights, remarks: fitted.remarks + [remark], warnings: fitted.warnings)
        }
    }

    /// The weights of some of the children.
    private func fit(_ present: [Int], _ scores: [[Double]], at members: [Int]) throws -> FittedWeights {
        func input(_ others: @escaping @Sendable (MethodChoice) throws -> FittedWeights) -> WeightingInput {
            WeightingInput(
                children: present.map { children[$0] }, given: present.map { given[$0] },
                directions: present.map { directions[$0] }, scores: present.map { scores[$0] },
                parameters: parameters, weights: others)
        }
        let others = others
        let own = input { throw MethodError("the weighting ‘\($0.id)’ is not known here") }
        let names = present.map { children[$0] }
        do {
            return try WeightFitting.checked(node, names) {
                try weighting.weights(input { try others($0, own) })
            }
        } catch let error as PipelineError {
            let set = references.scope.periods == .same ? members.first.map { " for \(panel.period(ofRow: $0))" } : nil
            throw PipelineError(
                error.problems.map {
                    PipelineError.Problem(
                        position: $0.position, text: $0.text + (set.map { " (the weights\($0))" } ?? ""))
                })
        }
    }

    /// Weights that are as many as the children, none of them negative, and not all zero.
    static func checked(
        _ node: FrameworkNode, _ children: [String], _ weights: () throws -> FittedWeights
    ) throws -> FittedWeights {
        let fitted: FittedWeights
        do {
            fitted = try weights()
        } catch {
            throw PipelineError(node: node, "\(error)")
        }
        guard fitted.weights.count == children.count else {
            throw PipelineError(node: node, "\(fitted.weights.count) weights came out for \(children.count) nodes")
        }
        for (child, weight) in zip(children, fitted.weights) where !(weight >= 0 && weight.isFinite) {
            throw PipelineError(
                node: node,
                "the weight of ‘\(child)’ is \(Formula.text(of: weight)); a weight is a number from 0 on")
        }
        guard fitted.weights.contains(where: { $0 > 0 }) || children.isEmpty else {
            throw PipelineError(node: node, "every weight below is zero")
        }
        return fitted
    }
}
