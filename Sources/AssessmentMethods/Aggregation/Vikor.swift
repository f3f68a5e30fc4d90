public import AssessmentCore

/// VIKOR: a compromise between how much a unit lacks in all and how much in its worst child.
///
/// With the gap g = (best − s) / (best − worst) of each child, by direction within the reference set, S = Σ w g / Σ w
/// is the loss in all and R = max w g / Σ w the largest single one. Q = v (S − S*) / (S⁻ − S*) + (1 − v) (R − R*) / (R⁻
/// − R*), * the smallest and ⁻ the largest of the set. Less of Q, S and R is better, so the score is 1 − Q, 1 − S or 1
/// − R. Without a value where all units agree in a child; Q also where they agree in S or in R.
/// Source: Opricovic, S. and Tzeng, G.-H. (2004), European Journal of Operational Research 156(2), 445–455.
public struct Vikor: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "vikor",
            name: BilingualText(zh: "多准则妥协解法（VIKOR）", en: "VIKOR"),
            summary: BilingualText(
                zh: "兼顾总体差距S与最大单项差距R的妥协得分1−Q，越大越好；任一子项各单位无差异则无分；\(Children.completeRule.zh)",
                en:
                    "One less Q, a compromise between the loss S in all children and the largest loss R in one, so that more is better; no score where all units agree in a child; \(Children.completeRule.en)"
            ),
            source: "Opricovic and Tzeng (2004), European Journal of Operational Research 156(2), 445–455",
            parameters: [
                Parameter(
                    "v", BilingualText(zh: "总体差距的比重", en: "How much the loss in all children counts"),
                    .number(atLeast: 0, atMost: 1), default: .number(0.5)),
                Parameter(
                    "result",
                    BilingualText(
                        zh: "结果：compromise为1−Q，group_utility为1−S，individual_regret为1−R，均越大越好",
                        en:
                            "What comes out, always so that more is better: compromise, 1 − Q; group_utility, 1 − S; individual_regret, 1 − R"
                    ),
                    .text(oneOf: ["compromise", "group_utility", "individual_regret"]), default: .text("compromise")),
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// 1 − Q, 1 − S or 1 − R.
    public func formula(parameters: ParameterValues) -> Formula {
        let gap = (Children.best - Children.oriented) / (Children.best - Children.worst)
        let loss = Children.complete(Children.mean(gap))
        let largest = Children.complete(.overChildren(.maximum, Children.weight * gap) / Children.totalWeight)
        func relative(_ formula: Formula) -> Formula {
            let least = Formula.statistic(.minimum, formula)
            return (formula - least) / (.statistic(.maximum, formula) - least)
        }
        switch parameters.text("result") {
        case "group_utility": return 1 - loss
        case "individual_regret": return 1 - largest
        default: return 1 - (.input("v") * relative(loss) + (1 - .input("v")) * relative(largest))
        }
    }

    /// Published cases, turned round, and cases worked by hand.
    public var examples: [AggregationExample] {
        let climbing: [[Double?]] = [[1, 3000], [2, 3750], [5, 4500]]
        let directions: [Direction] = [.lowerIsBetter, .higherIsBetter]
        return [
            AggregationExample(
                BilingualText(
                    zh: "Opricovic与Tzeng（2004）登山例，Q为1、0、1",
                    en: "Opricovic and Tzeng (2004), EJOR 156(2), 445–455: mountain climbing, Q is 1, 0 and 1"),
                scores: climbing, weights: [0.5, 0.5], directions: directions, expected: [0, 1, 0], decimals: 4),
            AggregationExample(
                BilingualText(
                    zh: "Yang与Wu（2020），Q为0.5679、0.7667、1、0.7493、0",
                    en: "Yang and Wu (2020), IEEE Access 8, 21261–21271: Q is 0.5679, 0.7667, 1, 0.7493 and 0"),
                scores: [[78, 56, 34, 6], [4, 45, 3, 97], [18, 2, 50, 63], [9, 14, 11, 92], [85, 9, 100, 29]],
                weights: [0.25, 0.25, 0.25, 0.25], expected: [0.4321, 0.2333, 0, 0.2507, 1], decimals: 4),
            AggregationExample(
                BilingualText(zh: "登山例的1−S", en: "Mountain climbing, 1 − S"),
                scores: climbing, weights: [0.5, 0.5], directions: directions,
                parameters: ["result": .text("group_utility")], expected: [0.5, 0.625, 0.5]),
            AggregationExample(
                BilingualText(zh: "登山例的1−R", en: "Mountain climbing, 1 − R"),
                scores: climbing, weights: [0.5, 0.5], directions: directions,
                parameters: ["result": .text("individual_regret")], expected: [0.5, 0.75, 0.5]),
            AggregationExample(
                BilingualText(zh: "一项无差异则无分", en: "Where all agree in a child there is no score"),
                scores: [[1, 2], [1, 5]], weights: [1, 1], expected: [nil, nil]),
        ]
    }
}
