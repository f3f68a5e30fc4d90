public import AssessmentCore

/// Borda count: the weighted mean of the points of a unit, one for each unit that it surpasses in a child.
///
/// B = Σ w (r − 1) / Σ w, with r the rank from the worst up by direction within the reference set; equal scores share
/// the mean of their ranks, so that a tie gives half a point. With equal weights this is the Borda count divided by the
/// number of children.
/// Source: Borda, J.-C. de (1781), Mémoire sur les élections au scrutin, Histoire de l'Académie royale des sciences.
public struct BordaCount: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "borda_count",
            name: BilingualText(zh: "博尔达计分", en: "Borda count"),
            summary: BilingualText(
                zh: "各子项每超过一个单位得一点、并列得半点，再加权平均；\(Children.completeRule.zh)",
                en:
                    "A point in each child for every unit surpassed and half a point for a tie, averaged by weight; \(Children.completeRule.en)"
            ),
            source: "Borda (1781), Mémoire sur les élections au scrutin")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// The mean of r − 1.
    public func formula(parameters: ParameterValues) -> Formula {
        Children.complete(Children.mean(.statistic(.averageRank, Children.oriented) - 1))
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "点数0与3、1.5与2、1.5与0、3与1", en: "Points 0 and 3, 1.5 and 2, 1.5 and 0, 3 and 1"),
                scores: [[10, 1], [20, 2], [20, 9], [30, 3]], weights: [1, 1],
                directions: [.higherIsBetter, .lowerIsBetter], expected: [1.5, 1.75, 0.75, 2]),
            AggregationExample(
                BilingualText(zh: "缺分者无得分，但可被超过", en: "A unit that lacks a child has no score, yet can be surpassed"),
                scores: [[1, 5], [0, nil], [2, 6]], weights: [1, 1], expected: [0.5, nil, 1.5]),
        ]
    }
}
