public import AssessmentCore

/// Weighted product: ∏ s^w over the children, with weights as shares of their sum or as they are given.
///
/// With shares it is the geometric mean, except that a score of zero makes the product zero; the others share the
/// weight of a missing child. With weights as given, a missing child leaves no score. A score below zero leaves none.
/// Source: Miller, D. W. and Starr, M. K. (1969), Executive Decisions and Operations Research, 2nd ed.
public struct WeightedProduct: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "weighted_product",
            name: BilingualText(zh: "加权乘积", en: "Weighted product"),
            summary: BilingualText(
                zh: "各子项得分以权重为指数连乘，零分则积为零，负分则无分；权重取份额时由其余子项分担缺项，取原值时缺项则无分",
                en:
                    "The product of the scores raised to their weights; zero makes zero, a score below zero leaves none; with shares the others share the weight of a missing child, with weights as given it leaves no score"
            ),
            source: "Miller and Starr (1969), Executive Decisions and Operations Research, 2nd ed.",
            parameters: [Children.weightsParameter])
    }

    /// ∏ s^(w / Σ w), or ∏ s^w.
    public func formula(parameters: ParameterValues) -> Formula {
        let score = Children.only(Children.score, where: .apply(.lessOrEqual, [0, Children.score]))
        guard Children.takesWeightsAsGiven(parameters) else {
            return Children.only(Children.product(score), where: .apply(.less, [0, Children.count]))
        }
        return Children.complete(.overChildren(.product, .apply(.power, [score, Children.weight])))
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "8与1，份额2/3与1/3", en: "8 and 1 with shares 2/3 and 1/3"),
                scores: [8, 1], weights: [2, 1], expected: 4),
            AggregationExample(
                BilingualText(zh: "权重按原值：3²·2", en: "Weights as given: 3² · 2"),
                scores: [3, 2], weights: [2, 1], parameters: ["weights": .text("as_given")], expected: 18),
            AggregationExample(
                BilingualText(zh: "零分使积为零", en: "Zero makes zero"), scores: [8, 0], weights: [2, 1], expected: 0),
            AggregationExample(
                BilingualText(zh: "负分没有积", en: "A score below zero has no product"),
                scores: [-2, 4], weights: [2, 2], parameters: ["weights": .text("as_given")], expected: nil),
            AggregationExample(
                BilingualText(zh: "按份额时缺项由其余分担", en: "With shares the others share the weight of a missing child"),
                scores: [nil, 5], weights: [2, 1], expected: 5),
            AggregationExample(
                BilingualText(zh: "全部缺失则无分", en: "Without any child there is no score"),
                scores: [nil, nil], weights: [1, 1], expected: nil),
        ]
    }
}
