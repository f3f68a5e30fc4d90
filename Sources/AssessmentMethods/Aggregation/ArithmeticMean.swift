public import AssessmentCore

/// Weighted arithmetic mean: Σ w s / Σ w over the children that have a score.
///
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7 (additive aggregation).
public struct ArithmeticMean: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "arithmetic_mean",
            name: BilingualText(zh: "加权算术平均", en: "Weighted arithmetic mean"),
            summary: BilingualText(
                zh: "各子项得分按权重平均，强弱可相互抵补；缺分子项的权重由其余子项分担",
                en:
                    "The weighted mean of the children; strength makes up for weakness; the others share the weight of a child without a score"
            ),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 7")
    }

    /// Σ w s / Σ w.
    public func formula(parameters: ParameterValues) -> Formula {
        .overChildren(.sum, .input("weight") * .input("score")) / .overChildren(.sum, .input("weight"))
    }

    /// The case of the Handbook, and cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "手册：21、1、1、1等权", en: "Handbook: 21, 1, 1 and 1 with equal weights"),
                scores: [21, 1, 1, 1], weights: [1, 1, 1, 1], expected: 6),
            AggregationExample(
                BilingualText(zh: "缺项由其余子项按权分担", en: "The others share the weight of a missing child"),
                scores: [80, nil, 50], weights: [10, 60, 5], expected: 70),
            AggregationExample(
                BilingualText(zh: "全部缺失则无分", en: "Without any child there is no score"),
                scores: [nil, nil], weights: [1, 1], expected: nil),
        ]
    }
}
