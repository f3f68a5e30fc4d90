public import AssessmentCore

/// Copeland: how many units a unit beats, less how many beat it.
///
/// A unit beats another where it is better on children that hold more weight than those on which it is worse, among the
/// children that both have a score of. A pair that shares no child, or is even, counts for neither.
/// Source: Munda, G. and Nardo, M. (2009), Noncompensatory/nonlinear composite indicators for ranking countries,
/// Applied Economics 41(12), 1513–1523; Becker et al. (2022), COINr, JOSS 7(78), 4567 (a_copeland).
public struct Copeland: Aggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "copeland",
            name: BilingualText(zh: "科普兰法", en: "Copeland"),
            summary: BilingualText(
                zh: "两两比较中胜的单位数减负的单位数，权重过半的子项占优者胜；\(PairwiseOutranking.rule.zh)",
                en:
                    "The number of units beaten less the number of those that beat it, compared in pairs by the weight of the children on which one is better; \(PairwiseOutranking.rule.en)"
            ),
            source: "Munda and Nardo (2009), Applied Economics 41(12), 1513–1523; Becker et al. (2022), COINr",
            formula:
                "score_i = Σ_k sign(o_ik − ½), o_ik the share of weight on which unit i is better than k, ties counting half"
        )
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// Prepares the aggregation.
    public func prepare(_ input: AggregationInput) -> any AggregationKernel {
        let directions = input.directions.map(\.sign)
        return SetAggregationKernel(input) { scores, weights in
            PairwiseOutranking(scores, weights, directions).standings().map {
                $0.compared == 0 ? .nan : Double($0.wins)
            }
        }
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(
                    zh: "甲胜乙、乙胜丙、甲丙平", en: "The first beats the second, which beats the third, which is even"),
                scores: [[3, 1], [2, 1], [1, 2]], weights: [1, 1], expected: [1, -1, 0]),
            AggregationExample(
                BilingualText(zh: "第二项权重大且越低越好", en: "The second child weighs more, and less of it is better"),
                scores: [[3, 9], [2, 1], [1, 5]], weights: [1, 2], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [-2, 2, 0]),
            AggregationExample(
                BilingualText(
                    zh: "只比较共有子项：三者互胜一次", en: "Shared children only: each beats one and is beaten by one"),
                scores: [[3, nil, 1], [2, 9, nil], [nil, 5, 4]], weights: [1, 1, 1], expected: [0, 0, 0]),
            AggregationExample(
                BilingualText(zh: "无可比者无得分", en: "A unit that shares no child has no score"),
                scores: [[3, nil], [2, nil], [nil, 7]], weights: [1, 1], expected: [1, -1, nil]),
        ]
    }
}
