public import AssessmentCore
internal import AssessmentStatistics

/// Weights under which every child has the same correlation with the weighted sum.
///
/// corr(x_j, Σ_k w_k x_k) is the same for all j where C w is proportional to σ, C being the covariance matrix and σ the
/// standard deviations; with the correlation matrix R: w_j ∝ (R⁻¹ 1)_j / σ_j. Complete rows only; scores of which fewer
/// is better enter with the opposite sign.
/// Source: P. Paruolo, M. Saisana and A. Saltelli (2013), Journal of the Royal Statistical Society A 176, 609–634; W.
/// Becker, M. Saisana, P. Paruolo and I. Vandecasteele (2017), Ecological Indicators 80, 12–22.
public struct EqualCorrelationWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "equal_correlation",
            name: BilingualText(zh: "等相关法", en: "Equal-correlation weights"),
            summary: BilingualText(
                zh: "使各子项与加权和的相关系数相同",
                en: "Weights under which every child has the same correlation with the weighted sum"),
            source:
                "P. Paruolo, M. Saisana and A. Saltelli (2013), Journal of the Royal Statistical Society A 176, 609–634; "
                + "W. Becker, M. Saisana, P. Paruolo and I. Vandecasteele (2017), Ecological Indicators 80, 12–22",
            formula:
                "w ∝ R⁻¹ 1 / s")
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The solution of the system of correlations.
    ///
    /// - Throws: `MethodError` for fewer than three complete rows, a child that does not vary or follows from others, or
    ///   where only negative weights would do.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "equal_correlation", atLeast: 3)
        let columns = scores.turned
        let correlations = try scores.correlations(of: columns)
        let solution: [Double]
        do {
            solution = try correlations.solve([Double](repeating: 1, count: columns.count))
        } catch {
            throw MethodError(
                "equal_correlation: the score of a child follows from those of others in these \(scores.count) rows, so "
                    + "that the weights are not determined; leave a child out or widen the reference set")
        }
        let weights = zip(solution, columns).map { $0 / (Moments.standardDeviation($1) ?? .nan) }
        if let place = weights.firstIndex(where: { $0 < 0 }) {
            throw MethodError(
                "equal_correlation: ‘\(scores.children[place])’ would need the weight "
                    + "\(Formula.text(of: weights[place])), since the others already carry what it says; a weight is a "
                    + "number from 0 on; leave it out, put like children under one node or choose another weighting")
        }
        return try scores.fitted(weights)
    }

    /// A case worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(
                    zh: "两个子项：权重与标准差成反比", en: "With two children, in inverse proportion to their standard deviations"),
                children: ["a", "b"], scores: [[1, 4], [2, 1], [3, 7]], expected: [0.75, 0.25])
        ]
    }
}
