public import AssessmentCore

/// CoCoSo: three ways to put a weighted sum and a sum of weighted powers together, combined.
///
/// With n the place of a score between the worst (0) and the best (1) of the reference set by direction, and w as
/// shares, S = Σ w n and P = Σ n^w. kₐ = (S + P) / Σ (S + P) and k_b = S / min S + P / min P and k_c = (λ S + (1 − λ)
/// P) / (λ max S + (1 − λ) max P) over the units; the score is (kₐ k_b k_c)^⅓ + (kₐ + k_b + k_c) / 3. Without a value
/// where all units agree in a child, or where one is the worst in every child, so that min S is zero.
/// Source: Yazdani, M. et al. (2019), A combined compromise solution (CoCoSo) method for multi-criteria decision-making
/// problems, Management Decision 57(9), 2501–2519.
public struct Cocoso: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "cocoso",
            name: BilingualText(zh: "组合折中解法（CoCoSo）", en: "CoCoSo"),
            summary: BilingualText(
                zh: "加权和与加权幂之和的三种折中的组合；任一子项各单位无差异、或有单位各项皆最劣时无分；\(Children.completeRule.zh)",
                en:
                    "Three compromises of a weighted sum and a sum of weighted powers, combined; no score where all units agree in a child or one is the worst in all; \(Children.completeRule.en)"
            ),
            source: "Yazdani et al. (2019), Management Decision 57(9), 2501–2519",
            parameters: [
                Parameter(
                    "lambda", BilingualText(zh: "加权和的比重λ", en: "How much the weighted sum counts, λ"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.5))
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// (kₐ k_b k_c)^⅓ + (kₐ + k_b + k_c) / 3.
    public func formula(parameters: ParameterValues) -> Formula {
        let sum = Children.complete(Children.mean(Children.position))
        let powers = Children.complete(
            Children.sum(.apply(.power, [Children.position, Children.weight / Children.totalWeight])))
        let lambda = Formula.input("lambda")
        func weighted(_ sum: Formula, _ powers: Formula) -> Formula { lambda * sum + (1 - lambda) * powers }
        let first = (sum + powers) / .statistic(.sum, sum + powers)
        let second = sum / .statistic(.minimum, sum) + powers / .statistic(.minimum, powers)
        let third = weighted(sum, powers) / weighted(.statistic(.maximum, sum), .statistic(.maximum, powers))
        return .apply(.power, [first * second * third, 1 / (3 as Formula)]) + (first + second + third) / 3
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(
                    zh: "S为0.5、0.625、0.125，P为1、1.5、0.5", en: "S is 0.5, 0.625 and 0.125, P is 1, 1.5 and 0.5"),
                scores: [[1, 0], [0.25, 1], [0, 0.25]], weights: [1, 1],
                expected: [3.4963335769214647, 4.754067718634866, 1.2559886067269532]),
            AggregationExample(
                BilingualText(zh: "各项皆最劣者使全组无分", en: "A unit that is the worst in all leaves no result"),
                scores: [[8, 1], [4, 2], [4, 4]], weights: [1, 1], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [nil, nil, nil]),
        ]
    }
}
