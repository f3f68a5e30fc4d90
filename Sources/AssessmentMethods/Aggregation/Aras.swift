public import AssessmentCore

/// ARAS: how much of the usefulness of the best possible unit a unit has.
///
/// With y = s where more is better and 1 / s where less is, a unit made of the best y of every child joins the
/// reference set: K = Σ w y / (Σ y + max y), divided by the same for that best unit, Σ w max y / (Σ y + max y). Scores
/// must not be below zero, and those of which less is better above it; otherwise the reference set has no result.
/// Source: Zavadskas, E. K. and Turskis, Z. (2010), A new additive ratio assessment (ARAS) method in multicriteria
/// decision-making, Technological and Economic Development of Economy 16(2), 159–172.
public struct Aras: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "aras",
            name: BilingualText(zh: "加性比率评价法（ARAS）", en: "ARAS"),
            summary: BilingualText(
                zh: "效用占由各子项最优值组成的理想单位效用的比重，至多为1；得分不得为负，逆向子项须大于零；\(Children.completeRule.zh)",
                en:
                    "The usefulness of a unit as a share of that of a unit made of the best scores, at most 1; scores must not be below zero, and above it where less is better; \(Children.completeRule.en)"
            ),
            source: "Zavadskas and Turskis (2010), Technological and Economic Development of Economy 16(2), 159–172")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// Σ w y / (Σ y + max y), divided by Σ w max y / (Σ y + max y).
    public func formula(parameters: ParameterValues) -> Formula {
        let useful = Formula.apply(
            .choose,
            [
                .apply(.less, [0, Children.direction]),
                Children.only(Children.score, where: .apply(.lessOrEqual, [0, Children.smallest])),
                Children.only(1 / Children.score, where: .apply(.less, [0, Children.smallest])),
            ])
        let most = Formula.statistic(.maximum, useful)
        let total = .statistic(.sum, useful) + most
        return Children.complete(Children.mean(useful / total) / Children.mean(most / total))
    }

    /// A published case, and a case worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "Stanujkic等（2015）", en: "Stanujkic et al. (2015), Quaestus 7, 53"),
                scores: [
                    [4.64, 3, 3, 3, 2.88, 3.63], [4, 4, 4.64, 3.56, 3.63, 5], [3.3, 4.31, 3.3, 4, 3.3, 4],
                    [2.62, 5, 4.22, 4.31, 5, 5],
                ],
                weights: [0.28, 0.25, 0.19, 0.15, 0.08, 0.04], expected: [0.74, 0.86, 0.78, 0.86], decimals: 2),
            AggregationExample(
                BilingualText(zh: "效用23/33、23/66、17/66，理想23/33", en: "23/33, 23/66 and 17/66 of an ideal 23/33"),
                scores: [[8, 1], [4, 2], [4, 4]], weights: [1, 1], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [1, 0.5, 17.0 / 46]),
        ]
    }
}
