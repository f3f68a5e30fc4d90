internal import AssessmentCore

/// A weighting that is fitted on the scores of children.
struct WeightFitting: Sendable {
    let node: FrameworkNode
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
            return try WeightFitting.checked(node, children) {
                let own = WeightingInput(
                    children: children, given: given, directions: directions, scores: scores, parameters: parameters)
                let others = others
                let input = WeightingInput(
                    children: children, given: given, directions: directions, scores: scores, parameters: parameters,
                    weights: { try others($0, own) })
                return try weighting.weights(input)
            }
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
