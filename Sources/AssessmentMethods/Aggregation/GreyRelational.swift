public import AssessmentCore

/// Grey relational grade: how closely the scores of a unit follow the best of every child.
///
/// With the gap Δ = best − s of each child, by direction within the reference set, and the smallest and largest gap of
/// all units and children, the grade is the weighted mean of (Δmin + ζ Δmax) / (Δ + ζ Δmax). Gaps are taken on the
/// scores as they come, so the children should share one scale.
/// Source: Deng, J. (1982), Control problems of grey systems, Systems & Control Letters 1(5), 288–294.
public struct GreyRelational: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "grey_relational",
            name: BilingualText(zh: "灰色关联度", en: "Grey relational grade"),
            summary: BilingualText(
                zh: "各子项得分与参照组最优值序列的接近程度，至多为1；按子项得分原样计算，各子项须同一量纲；\(Children.sharedRule.zh)",
                en:
                    "How closely the scores follow the best of every child, at most 1; on the scores as they come, so that the children must share one scale; \(Children.sharedRule.en)"
            ),
            source: "Deng (1982), Systems & Control Letters 1(5), 288–294",
            parameters: [
                Parameter(
                    "distinguishing_coefficient",
                    BilingualText(
                        zh: "分辨系数，大于零，越小则差别越大",
                        en: "The distinguishing coefficient, above zero; the smaller, the further apart"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.5))
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// The mean of (Δmin + ζ Δmax) / (Δ + ζ Δmax).
    ///
    /// - Throws: `MethodError` where the distinguishing coefficient is not above zero.
    public func formula(parameters: ParameterValues) throws -> Formula {
        let name = "distinguishing_coefficient"
        guard parameters.numberTable(name)?.lines.allSatisfy({ $0.value > 0 }) ?? false else {
            throw MethodError("grey_relational: \(name) must be above zero and at most 1; 0.5 is usual")
        }
        let gap = Children.best - Children.oriented
        let least = Formula.statistic(.minimum, .overChildren(.minimum, gap))
        let share = Formula.input(name) * .statistic(.maximum, .overChildren(.maximum, gap))
        return Children.mean((least + share) / (gap + share))
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "差距0、1、0.5，系数0.5", en: "Gaps 0, 1 and 0.5 with 0.5"),
                scores: [[1, 1], [0, 0], [0.5, 1]], weights: [1, 1], expected: [1, 1.0 / 3, 0.75]),
            AggregationExample(
                BilingualText(zh: "逆向子项与不等权重", en: "Less of the second is better, and weights differ"),
                scores: [[1, 0], [0, 1], [1, 1]], weights: [3, 1], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [1, 1.0 / 3, 0.75 + 0.25 / 3]),
            AggregationExample(
                BilingualText(zh: "缺项由其余分担，系数1", en: "The others share the weight of a missing child, with 1"),
                scores: [[1, 1], [0, nil], [0, 0]], weights: [1, 1],
                parameters: ["distinguishing_coefficient": .number(1)], expected: [1, 0.5, 0.5]),
        ]
    }
}
