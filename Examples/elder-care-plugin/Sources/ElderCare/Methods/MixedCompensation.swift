public import AssessmentCore

/// Mixed compensation: a mean in which the weakest child counts once more.
///
/// score = (1 − λ) · Σ w s / Σ w + λ · min s over the children that have a score: full compensation for λ = 0, none for
/// λ = 1.
/// Source: F. Ruiz, J. M. Cabello and M. Luque (2011), An application of reference point techniques to the calculation of
/// synthetic sustainability indicators, Journal of the Operational Research Society 62(1), 189–197 (weak, strong and
/// mixed indicators).
public struct MixedCompensation: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "mixed_compensation",
            name: BilingualText(zh: "兼顾短板的加权平均", en: "Mixed compensation"),
            summary: BilingualText(
                zh: "加权平均与最低子项得分按比例λ合成，短板不能被完全抵补；缺分子项略过，其权重由其余子项分担",
                en:
                    "The weighted mean and the lowest score of the children, put together by λ; a child without a score is passed over, and the others share its weight"
            ),
            source: "Ruiz, Cabello and Luque (2011), Journal of the Operational Research Society 62(1), 189–197",
            parameters: [
                Parameter(
                    "lambda", BilingualText(zh: "最低子项的比重λ", en: "How much the lowest score counts, λ"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.5))
            ])
    }

    /// (1 − λ) Σ w s / Σ w + λ min s.
    public func formula(parameters: ParameterValues) -> Formula {
        let (score, weight, lambda) = (Formula.input("score"), Formula.input("weight"), Formula.input("lambda"))
        let mean = Formula.overChildren(.sum, weight * score) / .overChildren(.sum, weight)
        return (1 - lambda) * mean + lambda * .overChildren(.minimum, score)
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "平均55、最低40，各半", en: "A mean of 55 and a lowest of 40, half each"),
                scores: [80, 60, 40], weights: [1, 1, 2], expected: 47.5),
            AggregationExample(
                BilingualText(zh: "λ为0即加权平均", en: "λ of 0 is the weighted mean"), scores: [80, 60, 40],
                weights: [1, 1, 2], parameters: ["lambda": .number(0)], expected: 55),
            AggregationExample(
                BilingualText(zh: "缺项略过", en: "A missing child is passed over"), scores: [80, nil, 40],
                weights: [1, 6, 1], parameters: ["lambda": .number(0.25)], expected: 55),
            AggregationExample(
                BilingualText(zh: "全部缺失则无分", en: "Without any child there is no score"), scores: [nil, nil],
                weights: [1, 1], expected: nil),
        ]
    }
}
