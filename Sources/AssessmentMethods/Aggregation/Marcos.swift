public import AssessmentCore

/// MARCOS: the usefulness of a unit measured both against the best and against the worst possible unit.
///
/// With r the ratio to the best of the reference set, S = Σ w r / Σ w, Sᵃ the same for a unit made of the worst ratio
/// of every child, and 1 for one made of the best, K⁺ = S and K⁻ = S / Sᵃ. The score is
/// (K⁺ + K⁻) / (1 + (1 − f⁺) / f⁺ + (1 − f⁻) / f⁻), where f⁺ = K⁻ / (K⁺ + K⁻) and f⁻ = K⁺ / (K⁺ + K⁻). As K⁺ / K⁻ = Sᵃ,
/// that is (K⁺ + K⁻) / (1 + Sᵃ + 1 / Sᵃ). Scores must not be below zero, and those of which less is better above it;
/// otherwise the reference set has no result.
/// Source: Stević, Ž. et al. (2020), Sustainable supplier selection in healthcare industries using a new MCDM method:
/// MARCOS, Computers & Industrial Engineering 140, 106231.
public struct Marcos: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "marcos",
            name: BilingualText(zh: "折中解测度法（MARCOS）", en: "MARCOS"),
            summary: BilingualText(
                zh: "同时相对于理想与反理想单位的效用；得分不得为负，逆向子项须大于零；\(Children.completeRule.zh)",
                en:
                    "The usefulness against both the best and the worst possible unit; scores must not be below zero, and above it where less is better; \(Children.completeRule.en)"
            ),
            source: "Stević et al. (2020), Computers & Industrial Engineering 140, 106231")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// (K⁺ + K⁻) / (1 + Sᵃ + 1 / Sᵃ).
    public func formula(parameters: ParameterValues) -> Formula {
        let sum = Children.mean(Children.ratioToBest)
        let worst = Children.mean(.statistic(.minimum, Children.ratioToBest))
        return Children.complete((sum + sum / worst) / (1 + worst + 1 / worst))
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "S为1、1/2、3/8，反理想3/8", en: "S is 1, 1/2 and 3/8, and 3/8 for the worst possible unit"),
                scores: [[8, 1], [4, 2], [4, 4]], weights: [1, 1], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [88.0 / 97, 44.0 / 97, 33.0 / 97]),
            AggregationExample(
                BilingualText(zh: "缺分者无得分", en: "A unit that lacks a child has no score"),
                scores: [[4, 4], [2, nil], [1, 1]], weights: [1, 1], expected: [5 / 5.25, nil, 1.25 / 5.25]),
        ]
    }
}
