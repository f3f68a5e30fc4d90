public import AssessmentCore

/// Weighted sum: Σ w s over the children, not divided by the weights.
///
/// With weights in points and scores from 0 to 1 it gives points out of the sum of the weights. A missing child cannot
/// be passed over without saying so, since its points would be lost: the unit then has no score, or, where `missing` is
/// `nothing`, the child adds nothing.
/// Source: Fishburn, P. C. (1967), Additive utilities with incomplete product sets, Operations Research 15(3), 537–542.
public struct WeightedSum: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "weighted_sum",
            name: BilingualText(zh: "加权求和", en: "Weighted sum"),
            summary: BilingualText(
                zh: "各子项得分乘以权重后相加，不除以权重之和；任一子项缺分则无分，除非missing另有约定",
                en:
                    "The scores times their weights, added up and not divided by the weights; without the score of a child there is none, unless `missing` says otherwise"
            ),
            source: "Fishburn (1967), Operations Research 15(3), 537–542",
            parameters: [
                Parameter(
                    "missing",
                    BilingualText(
                        zh: "缺分子项的处理：none本级无分，nothing该项不计分",
                        en: "What a child without a score does: none, the node has no score; nothing, it adds nothing"),
                    .text(oneOf: ["none", "nothing"]), default: .text("none"))
            ])
    }

    /// Σ w s.
    public func formula(parameters: ParameterValues) -> Formula {
        let sum = Children.sum(Children.weight * Children.score)
        guard parameters.text("missing") == "nothing" else { return Children.complete(sum) }
        return Children.only(sum, where: .apply(.less, [0, Children.count]))
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "60分与40分的项目完成0.5与1", en: "0.5 and 1 of 60 and 40 points"),
                scores: [0.5, 1], weights: [60, 40], expected: 70),
            AggregationExample(
                BilingualText(zh: "缺一项则无分", en: "Without a child there is no score"),
                scores: [0.5, nil], weights: [60, 40], expected: nil),
            AggregationExample(
                BilingualText(zh: "约定缺项不计分", en: "A missing child adds nothing, where that is agreed"),
                scores: [0.5, nil], weights: [60, 40], parameters: ["missing": .text("nothing")], expected: 30),
            AggregationExample(
                BilingualText(zh: "全部缺失则无分", en: "Without any child there is no score"),
                scores: [nil, nil], weights: [60, 40], parameters: ["missing": .text("nothing")], expected: nil),
        ]
    }
}
