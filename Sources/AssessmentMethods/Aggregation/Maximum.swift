public import AssessmentCore

/// Maximum: the highest score of the children that have one; the strongest child decides.
///
/// Weights play no part, and a child without a score is passed over.
/// Source: Mazziotta, M. and Pareto, A. (2017), Synthesis of indicators: the composite indicators approach, in:
/// Complexity in Society, Social Indicators Research Series 70, Springer.
public struct Maximum: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "maximum",
            name: BilingualText(zh: "最大值", en: "Maximum"),
            summary: BilingualText(
                zh: "取各子项中最高的得分，长板决定得分；不用权重，缺分子项略过",
                en:
                    "The highest score of the children, the strongest child decides; weights play no part, and a child without a score is passed over"
            ),
            source: "Mazziotta and Pareto (2017), Synthesis of indicators, Social Indicators Research Series 70")
    }

    /// The highest score.
    public func formula(parameters: ParameterValues) -> Formula { .overChildren(.maximum, Children.score) }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "权重不起作用", en: "Weights play no part"), scores: [5, 9, 3], weights: [10, 1, 1],
                expected: 9),
            AggregationExample(
                BilingualText(zh: "缺项略过", en: "A missing child is passed over"), scores: [nil, 4], weights: [1, 1],
                expected: 4),
            AggregationExample(
                BilingualText(zh: "全部缺失则无分", en: "Without any child there is no score"), scores: [nil, nil],
                weights: [1, 1], expected: nil),
        ]
    }
}
