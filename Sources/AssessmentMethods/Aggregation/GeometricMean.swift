public import AssessmentCore

/// Weighted geometric mean: exp(Σ w ln s / Σ w) over the children that have a score.
///
/// A score of zero or less has no logarithm. By default the node then has no score and says why, rather than a silent
/// zero; the parameter `zero` may say otherwise.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 7 (geometric aggregation).
public struct GeometricMean: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "geometric_mean",
            name: BilingualText(zh: "加权几何平均", en: "Weighted geometric mean"),
            summary: BilingualText(
                zh: "各子项得分的加权几何平均，短板影响更大；零分或负分默认使本级无分；缺分子项的权重由其余子项分担",
                en:
                    "The weighted geometric mean of the children; weakness is hardly made up for; a score of zero or less leaves no score unless `zero` says otherwise; the others share the weight of a child without a score"
            ),
            source: "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 7",
            parameters: ZeroRule.parameters)
    }

    /// exp(Σ w ln s / Σ w).
    ///
    /// - Throws: `MethodError` where `zero` and `floor` contradict each other.
    public func formula(parameters: ParameterValues) throws -> Formula {
        try ZeroRule(parameters, method: description.id).applied(isAbsent: ZeroRule.someScoreIsNotAboveZero) {
            .apply(.exp, [Children.sum(Children.weight * .apply(.ln, [$0])) / Children.totalWeight])
        }
    }

    /// The case of the Handbook, and cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "手册：21、1、1、1等权得2.14", en: "Handbook: 21, 1, 1 and 1 with equal weights give 2.14"),
                scores: [21, 1, 1, 1], weights: [1, 1, 1, 1], expected: 2.1406951429280725),
            AggregationExample(
                BilingualText(zh: "8与1，权重2比1", en: "8 and 1 with weights 2 and 1"),
                scores: [8, 1], weights: [2, 1], expected: 4),
            AggregationExample(
                BilingualText(zh: "零分没有对数", en: "Zero has no logarithm"),
                scores: [80, 0], weights: [1, 1], expected: nil),
            AggregationExample(
                BilingualText(zh: "约定零分使本级记零分", en: "Zero makes zero, where that is agreed"),
                scores: [80, 0], weights: [1, 1], parameters: ["zero": .text("zero")], expected: 0),
            AggregationExample(
                BilingualText(zh: "零分提高到5", en: "Zero raised to 5"),
                scores: [80, 0], weights: [1, 1], parameters: ["zero": .text("floor"), "floor": .number(5)],
                expected: 20),
        ]
    }
}
