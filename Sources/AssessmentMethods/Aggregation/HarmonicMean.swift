public import AssessmentCore

/// Weighted harmonic mean: Σ w / Σ (w / s) over the children that have a score.
///
/// A score of zero or less has no reciprocal that could be averaged; the parameter `zero` says what it does.
/// Source: Becker, W. et al. (2022), COINr: An R package for developing composite indicators, JOSS 7(78), 4567
/// (a_hmean).
public struct HarmonicMean: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "harmonic_mean",
            name: BilingualText(zh: "加权调和平均", en: "Weighted harmonic mean"),
            summary: BilingualText(
                zh: "各子项得分的加权调和平均，短板影响最大；零分或负分默认使本级无分；缺分子项的权重由其余子项分担",
                en:
                    "The weighted harmonic mean of the children; weakness counts most; a score of zero or less leaves no score unless `zero` says otherwise; the others share the weight of a child without a score"
            ),
            source: "Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567",
            parameters: ZeroRule.parameters)
    }

    /// Σ w / Σ (w / s).
    ///
    /// - Throws: `MethodError` where `zero` and `floor` contradict each other.
    public func formula(parameters: ParameterValues) throws -> Formula {
        try ZeroRule(parameters, method: description.id).applied(isAbsent: ZeroRule.someScoreIsNotAboveZero) { score in
            let reciprocal = Children.only(Children.weight / score, where: .apply(.less, [0, score]))
            return Children.totalWeight / Children.sum(reciprocal)
        }
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "2与6等权：2÷(1/2+1/6)", en: "2 and 6 with equal weights: 2 / (1/2 + 1/6)"),
                scores: [2, 6], weights: [1, 1], expected: 3),
            AggregationExample(
                BilingualText(zh: "缺项由其余子项分担：3÷(1/4+2/8)", en: "A missing child: 3 / (1/4 + 2/8)"),
                scores: [4, nil, 8], weights: [1, 5, 2], expected: 6),
            AggregationExample(
                BilingualText(zh: "零分没有倒数", en: "Zero has no reciprocal"),
                scores: [50, 0], weights: [1, 1], expected: nil),
            AggregationExample(
                BilingualText(zh: "负分亦无", en: "Nor has a score below zero a mean"),
                scores: [50, -10], weights: [1, 1], expected: nil),
            AggregationExample(
                BilingualText(zh: "约定零分使本级记零分", en: "Zero makes zero, where that is agreed"),
                scores: [50, 0], weights: [1, 1], parameters: ["zero": .text("zero")], expected: 0),
            AggregationExample(
                BilingualText(zh: "零分提高到2：2÷(1/6+1/2)", en: "Zero raised to 2: 2 / (1/6 + 1/2)"),
                scores: [6, 0], weights: [1, 1], parameters: ["zero": .text("floor"), "floor": .number(2)],
                expected: 3),
        ]
    }
}
