public import AssessmentCore

/// WASPAS: a weighted mean and a weighted product of the ratios to the best, put together.
///
/// Q = λ Σ w r / Σ w + (1 − λ) ∏ r^(w / Σ w), with the ratio r = s / max s where more is better and min s / s where
/// less is, within the reference set; with weights as given, λ Σ w r + (1 − λ) ∏ r^w. Scores must not be below zero,
/// and those of which less is better above it; otherwise the reference set has no result.
/// Source: Zavadskas, E. K. et al. (2012), Optimization of weighted aggregated sum product assessment, Elektronika ir
/// Elektrotechnika 122(6), 3–6.
public struct Waspas: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "waspas",
            name: BilingualText(zh: "加权和积组合法（WASPAS）", en: "WASPAS"),
            summary: BilingualText(
                zh: "与最优值之比的加权和与加权积按λ组合；得分不得为负，逆向子项须大于零；\(Children.completeRule.zh)",
                en:
                    "The weighted mean and the weighted product of the ratios to the best, put together by λ; scores must not be below zero, and above it where less is better; \(Children.completeRule.en)"
            ),
            source: "Zavadskas et al. (2012), Elektronika ir Elektrotechnika 122(6), 3–6",
            parameters: [
                Parameter(
                    "lambda", BilingualText(zh: "加权和的比重λ", en: "How much the weighted mean counts, λ"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.5)),
                Children.weightsParameter,
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// λ Σ w r / Σ w + (1 − λ) ∏ r^(w / Σ w), or the same with the weights as given.
    public func formula(parameters: ParameterValues) -> Formula {
        let ratio = Children.ratioToBest
        let lambda = Formula.input("lambda")
        let isGiven = Children.takesWeightsAsGiven(parameters)
        let sum = isGiven ? Children.sum(Children.weight * ratio) : Children.mean(ratio)
        let product =
            isGiven
            ? Formula.overChildren(.product, .apply(.power, [ratio, Children.weight])) : Children.product(ratio)
        return Children.complete(lambda * sum + (1 - lambda) * product)
    }

    /// A published case, and cases worked by hand.
    public var examples: [AggregationExample] {
        let better = Direction.higherIsBetter
        return [
            AggregationExample(
                BilingualText(
                    zh: "Chakraborty、Zavadskas与Antucheviciene（2015），权重之和为1.0155，按原值",
                    en:
                        "Chakraborty, Zavadskas and Antucheviciene (2015), ECECSR 49(1), 5–22: weights that sum to 1.0155, as given"
                ),
                scores: [
                    [30, 23, 5, 0.745, 0.745, 1500, 5000], [18, 13, 15, 0.745, 0.745, 1300, 6000],
                    [15, 12, 10, 0.5, 0.5, 950, 7000], [25, 20, 13, 0.745, 0.745, 1200, 4000],
                    [14, 18, 14, 0.255, 0.745, 950, 3500], [17, 15, 9, 0.745, 0.5, 1250, 5250],
                    [23, 18, 20, 0.5, 0.745, 1100, 3000], [16, 8, 14, 0.255, 0.5, 1500, 3000],
                ],
                weights: [0.1181, 0.1181, 0.0445, 0.1181, 0.2861, 0.2861, 0.0445],
                directions: [better, better, better, better, better, .lowerIsBetter, .lowerIsBetter],
                parameters: ["weights": .text("as_given")],
                expected: [0.8329, 0.7884, 0.6987, 0.8831, 0.7971, 0.7036, 0.8728, 0.5749], decimals: 4),
            AggregationExample(
                BilingualText(zh: "比值1与1、0.5与0.5、0.5与0.25", en: "Ratios 1 and 1, 0.5 and 0.5, 0.5 and 0.25"),
                scores: [[8, 1], [4, 2], [4, 4]], weights: [1, 1], directions: [better, .lowerIsBetter],
                expected: [1, 0.5, 0.1875 + 0.5 * 0.125.squareRoot()]),
            AggregationExample(
                BilingualText(zh: "逆向子项有零则无分", en: "No result where a score of which less is better is zero"),
                scores: [[8, 0], [4, 2]], weights: [1, 1], directions: [better, .lowerIsBetter],
                expected: [nil, nil]),
        ]
    }
}
