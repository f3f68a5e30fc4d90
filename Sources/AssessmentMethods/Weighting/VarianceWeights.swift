public import AssessmentCore
internal import AssessmentStatistics

/// Variance weights: w_j ∝ σ_j², the sample variance (n − 1) of the scores.
///
/// On scores brought to 0 to 1 by min–max, or as they are. Complete rows only.
/// Source: R. V. Rao and B. K. Patel (2010), Materials & Design 31(10), 4738–4747.
public struct VarianceWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "variance",
            name: BilingualText(zh: "方差法", en: "Variance weights"),
            summary: BilingualText(
                zh: "得分的方差越大，权重越大",
                en: "The larger the variance of a child's scores, the larger its weight"),
            source: "R. V. Rao and B. K. Patel (2010), Materials & Design 31(10), 4738–4747 (statistical variance)",
            formula:
                "w ∝ s²",
            parameters: [CompleteScores.normalisation(default: "min_max")])
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The variances, as shares.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, or a child that min–max cannot be taken of.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "variance", atLeast: 2)
        return try scores.fitted(try scores.normalised(input.parameters).map { Moments.variance($0) ?? .nan })
    }

    /// A case worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "不作标准化：方差1与9", en: "As they are: variances of 1 and 9"),
                children: ["a", "b"],
                scores: [[1, 10], [2, 13], [3, 16]],
                parameters: ["normalisation": .text("none")],
                expected: [0.1, 0.9])
        ]
    }
}
