public import AssessmentCore

/// TOPSIS: how far a unit is from the worst of every child, as a share of its distances from the best and the worst.
///
/// C = D⁻ / (D⁺ + D⁻), with D⁺ = √Σ (w (best − s))² and D⁻ = √Σ (w (s − worst))² over the children, best and worst by
/// direction within the reference set. Distances are taken on the scores as they come: whether they are first divided
/// by their length or set between minimum and maximum is for the evaluator of the children to say. Without a value
/// where all units agree in every child.
/// Source: Hwang, C. L. and Yoon, K. (1981), Multiple Attribute Decision Making, Springer.
public struct Topsis: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "topsis",
            name: BilingualText(zh: "优劣解距离法（TOPSIS）", en: "TOPSIS"),
            summary: BilingualText(
                zh: "与各子项最劣值的距离占与最优、最劣值距离之和的比重，0至1；按子项得分原样计算，标准化由评价方法完成；\(Children.completeRule.zh)",
                en:
                    "The distance from the worst of every child as a share of those from the best and the worst, from 0 to 1; on the scores as they come, so that the evaluator decides the normalisation; \(Children.completeRule.en)"
            ),
            source: "Hwang and Yoon (1981), Multiple Attribute Decision Making, Springer")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// D⁻ / (D⁺ + D⁻).
    public func formula(parameters: ParameterValues) -> Formula {
        func length(of gap: Formula) -> Formula {
            .apply(.sqrt, [Children.sum(.apply(.power, [Children.weight * gap, 2]))])
        }
        let fromBest = length(of: Children.best - Children.oriented)
        let fromWorst = length(of: Children.oriented - Children.worst)
        return Children.complete(fromWorst / (fromBest + fromWorst))
    }

    /// A published case, and cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(
                    zh: "Opricovic与Tzeng（2004）登山例，极差标准化后",
                    en: "Opricovic and Tzeng (2004), EJOR 156(2), 445–455: mountain climbing, after min–max"),
                scores: [[1, 0], [0.75, 0.5], [0, 1]], weights: [0.5, 0.5], expected: [0.5, 0.617, 0.5], decimals: 3),
            AggregationExample(
                BilingualText(zh: "第二项越低越好：距离10、5、0", en: "Less of the second is better: distances 10, 5 and 0"),
                scores: [[0, 8], [3, 4], [6, 0]], weights: [1, 1], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [0, 0.5, 1]),
            AggregationExample(
                BilingualText(
                    zh: "缺分者无得分，其余值仍参与比较", en: "A unit that lacks a child has no score, yet is compared with"),
                scores: [[0, 0], [3, nil], [nil, 8], [6, 0]], weights: [1, 1], expected: [0, nil, nil, 3.0 / 7]),
            AggregationExample(
                BilingualText(zh: "全部相同则无分", en: "Where all agree there is no score"),
                scores: [[1, 2], [1, 2]], weights: [1, 1], expected: [nil, nil]),
        ]
    }
}
