public import AssessmentCore

/// Net outranking: how much more of the weight speaks for a unit than against it, in the mean over the others.
///
/// The outranking of one unit over another is the share of the weight of the children on which it is better, half of it
/// for those on which they are equal, among the children that both have a score of. The net outranking is its
/// outranking of the other less the other's of it, from −1 to 1, in the mean over the units that it can be compared
/// with; `share` gives the mean outranking itself, from 0 to 1.
/// Source: Munda, G. and Nardo, M. (2009), Noncompensatory/nonlinear composite indicators for ranking countries,
/// Applied Economics 41(12), 1513–1523; Becker et al. (2022), COINr, JOSS 7(78), 4567 (outranking matrix).
public struct Outranking: Aggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "outranking",
            name: BilingualText(zh: "净优势度", en: "Net outranking"),
            summary: BilingualText(
                zh: "两两比较中占优子项的权重份额（相等计半）减去对方的份额，取各单位的平均；\(PairwiseOutranking.rule.zh)",
                en:
                    "The share of the weight of the children on which it is better, half for equal ones, less the share of the other, in the mean over the others; \(PairwiseOutranking.rule.en)"
            ),
            source: "Munda and Nardo (2009), Applied Economics 41(12), 1513–1523; Becker et al. (2022), COINr",
            formula:
                "score_i = mean over k of o_ik − o_ki, o_ik the share of weight on which unit i is better than k, ties counting half",
            parameters: [
                Parameter(
                    "result",
                    BilingualText(
                        zh: "结果：net为净优势度，−1至1；share为平均优势份额，0至1",
                        en: "What comes out: net, from −1 to 1, or share, the mean outranking from 0 to 1"),
                    .text(oneOf: ["net", "share"]), default: .text("net"))
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// Prepares the aggregation.
    public func prepare(_ input: AggregationInput) -> any AggregationKernel {
        let directions = input.directions.map(\.sign)
        let isShare = input.parameters.text("result") == "share"
        return SetAggregationKernel(input) { scores, weights in
            PairwiseOutranking(scores, weights, directions).sums().map(\.mean)
                // The two shares of a pair add up to one, so each is half of one more than what is net.
                .map { isShare ? (1 + $0) / 2 : $0 }
        }
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        let scores: [[Double?]] = [[3, 1], [2, 1], [1, 2]]
        return [
            AggregationExample(
                BilingualText(zh: "净值1/2与0、−1/2与0、0与0", en: "Net 1/2 and 0, −1/2 and 0, 0 and 0"),
                scores: scores, weights: [1, 1], expected: [0.25, -0.25, 0]),
            AggregationExample(
                BilingualText(zh: "平均优势份额", en: "The mean outranking"),
                scores: scores, weights: [1, 1], parameters: ["result": .text("share")],
                expected: [0.625, 0.375, 0.5]),
            AggregationExample(
                BilingualText(zh: "只比较共有子项，逆向", en: "Shared children only, and less is better"),
                scores: [[3, nil], [2, 9], [nil, 5]], weights: [1, 3],
                directions: [.lowerIsBetter, .lowerIsBetter], expected: [-1, 0, 1]),
        ]
    }
}
