public import AssessmentCore

/// Gini weights: w_j ∝ Σ_i Σ_k |x_ij − x_kj| / (2 n² x̄_j), the Gini coefficient of the scores.
///
/// Complete rows only; directions play no part.
/// Source: C. Gini (1912), Variabilità e mutabilità; G. Li and G. Chi (2009), ICISE 2009.
public struct GiniWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "gini",
            name: BilingualText(zh: "基尼系数法", en: "Gini weights"),
            summary: BilingualText(
                zh: "得分的基尼系数越大，权重越大；得分不得为负",
                en:
                    "The larger the Gini coefficient of a child's scores, the larger its weight; scores must not be negative"
            ),
            source:
                "C. Gini (1912), Variabilità e mutabilità; G. Li and G. Chi (2009), A new determining objective weights method: Gini coefficient weight, ICISE 2009",
            formula:
                "w ∝ Σ Σ |x_i − x_k| / (2 n² mean)")
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The Gini coefficients, as shares.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, a negative score, or a child whose scores are zero.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "gini", atLeast: 2)
        try scores.requireNoNegative()
        return try scores.fitted(
            zip(scores.columns, scores.children).map { column, child in
                let sum = column.reduce(0, +)
                guard sum > 0 else {
                    throw MethodError("gini: every score of ‘\(child)’ is zero; a mean above zero was expected")
                }
                // In ascending order Σ_i Σ_k |x_i − x_k| is 2 Σ_i (2i − n + 1) x_i, places counted from zero.
                let count = Double(column.count)
                let differences = column.sorted().enumerated().reduce(0.0) { total, item in
                    total + (2 * Double(item.offset) - count + 1) * item.element
                }
                return max(0, differences) / (count * sum)
            })
    }

    /// A case worked by hand: coefficients of 1/4 and 1/2.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "基尼系数1/4与1/2", en: "Gini coefficients of a quarter and a half"),
                children: ["a", "b"],
                scores: [[1, 0], [3, 2]],
                expected: [1.0 / 3, 2.0 / 3])
        ]
    }
}
