public import AssessmentCore
internal import AssessmentStatistics

/// Coefficient-of-variation weights: w_j ∝ σ_j / x̄_j.
///
/// σ is the sample standard deviation (n − 1). Scores are taken as they are: the ratio has no unit of measure, and
/// makes sense only where zero means none. Complete rows only.
/// Source: K. Pearson (1896), Philosophical Transactions of the Royal Society A 187, 253–318; in use as 变异系数法.
public struct CoefficientOfVariationWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "coefficient_of_variation",
            name: BilingualText(zh: "变异系数法", en: "Coefficient-of-variation weights"),
            summary: BilingualText(
                zh: "标准差与均值之比越大，权重越大；均值须大于零",
                en:
                    "The larger the standard deviation is in terms of the mean, the larger the weight; means must be above zero"
            ),
            source:
                "K. Pearson (1896), Philosophical Transactions of the Royal Society A 187, 253–318 (coefficient of variation)",
            formula:
                "w ∝ s / |mean|")
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The coefficients of variation, as shares.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, a score below zero, or a child whose scores are zero.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "coefficient_of_variation", atLeast: 2)
        try scores.requireNoNegative()
        return try scores.fitted(
            zip(scores.columns, scores.children).map { column, child in
                guard let ratio = Moments.coefficientOfVariation(column) else {
                    throw MethodError(
                        "coefficient_of_variation: every score of ‘\(child)’ is zero; a mean above zero was expected")
                }
                return ratio
            })
    }

    /// A case worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "变异系数1/2与1/4", en: "Coefficients of variation of a half and a quarter"),
                children: ["a", "b"],
                scores: [[1, 9], [2, 12], [3, 15]],
                expected: [2.0 / 3, 1.0 / 3])
        ]
    }
}
