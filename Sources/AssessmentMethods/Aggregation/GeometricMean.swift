public import AssessmentCore

/// Weighted geometric mean: exp(Σ w ln s / Σ w) over the children that have a score.
///
/// A score of zero or less has no logarithm: the node then has no score and says why, rather than a silent zero.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7 (geometric aggregation).
public struct GeometricMean: Aggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "geometric_mean",
            name: BilingualText(zh: "加权几何平均", en: "Weighted geometric mean"),
            summary: BilingualText(
                zh: "各子项得分的加权几何平均，短板影响更大；得分须大于零",
                en:
                    "The weighted geometric mean of the children; weakness is hardly made up for; scores must be above zero"
            ),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 7")
    }

    /// exp(Σ w ln s / Σ w).
    public var formula: Formula {
        .apply(
            .exp,
            [
                .overChildren(.sum, .input("weight") * .apply(.ln, [.input("score")]))
                    / .overChildren(.sum, .input("weight"))
            ])
    }

    /// The case of the Handbook, and cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "手册：21、1、1、1等权得2.14", en: "Handbook: 21, 1, 1 and 1 with equal weights give 2.14"),
                scores: [21, 1, 1, 1], weights: [1, 1, 1, 1], expected: 2.1406951429280725),
            AggregationExample(
                BilingualText(zh: "8与2权重2比1", en: "8 and 1 with weights 2 and 1"),
                scores: [8, 1], weights: [2, 1], expected: 4),
            AggregationExample(
                BilingualText(zh: "零分没有对数", en: "Zero has no logarithm"),
                scores: [80, 0], weights: [1, 1], expected: nil),
        ]
    }
}
