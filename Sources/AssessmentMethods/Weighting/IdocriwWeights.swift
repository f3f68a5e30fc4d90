public import AssessmentCore

/// IDOCRIW weights (integrated determination of objective criteria weights): w_j ∝ entropy weight · CILOS weight.
///
/// Complete rows only.
/// Source: E. K. Zavadskas and V. Podvezko (2016), International Journal of Information Technology & Decision Making
/// 15(2), 267–283.
public struct IdocriwWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "idocriw",
            name: BilingualText(zh: "IDOCRIW法", en: "IDOCRIW weights"),
            summary: BilingualText(
                zh: "熵权与CILOS权重之积；得分须大于零",
                en: "The product of entropy and CILOS weights; scores must be above zero"),
            source:
                "E. K. Zavadskas and V. Podvezko (2016), International Journal of Information Technology & Decision Making 15(2), 267–283",
            formula:
                "w ∝ w(entropy) · w(cilos)")
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The products, as shares.
    ///
    /// - Throws: `MethodError` where entropy or CILOS weights cannot be formed.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "idocriw", atLeast: 2)
        let losses = try CilosWeights.losses(scores)
        return try scores.fitted(zip(scores.columns, losses).map { (EntropyWeights.divergence($0) ?? .nan) * $1 })
    }

    /// A case worked by hand: with two children in two rows of shares alike, entropies agree and CILOS decides.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "熵相同，由CILOS决定", en: "Where entropies agree CILOS decides"),
                children: ["a", "b"],
                scores: [[4, 2], [2, 4]],
                expected: [0.5, 0.5])
        ]
    }
}
