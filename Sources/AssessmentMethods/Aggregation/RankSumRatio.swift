public import AssessmentCore

/// Rank-sum ratio: the weighted mean of the ranks of a unit, divided by the number of units ranked.
///
/// RSR = Σ w (r / n) / Σ w, with r the rank of the score among the n of the reference set, the worst having rank 1 by
/// direction and equal scores sharing the mean of their ranks.
/// Source: Tian, F. (1993), 秩和比法及其应用 (The rank-sum ratio method and its applications), Beijing.
public struct RankSumRatio: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "rank_sum_ratio",
            name: BilingualText(zh: "秩和比", en: "Rank-sum ratio"),
            summary: BilingualText(
                zh: "各子项由劣到优的平均秩除以有分单位数，再加权平均，至多为1；\(Children.sharedRule.zh)",
                en:
                    "The rank in each child from the worst up, ties sharing the mean, divided by the number of units that have it, and averaged by weight; at most 1; \(Children.sharedRule.en)"
            ),
            source: "Tian (1993), 秩和比法及其应用")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// The mean of r / n.
    public func formula(parameters: ParameterValues) -> Formula {
        Children.mean(.statistic(.averageRank, Children.oriented) / .statistic(.count, Children.score))
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "秩1与4、2.5与3、2.5与1、4与2", en: "Ranks 1 and 4, 2.5 and 3, 2.5 and 1, 4 and 2"),
                scores: [[10, 1], [20, 2], [20, 9], [30, 3]], weights: [1, 1],
                directions: [.higherIsBetter, .lowerIsBetter], expected: [0.625, 0.6875, 0.4375, 0.75]),
            AggregationExample(
                BilingualText(zh: "缺项由其余子项分担", en: "The others share the weight of a missing child"),
                scores: [[1, 5], [2, nil], [nil, 6]], weights: [3, 1], expected: [0.5, 1, 1]),
        ]
    }
}
