public import AssessmentCore

/// COPRAS: what the children add where more is better, and in inverse proportion what they take where less is.
///
/// With n = w s / Σ s over the units of the reference set, S⁺ and S⁻ the sums of n over the children of which more and
/// less is better, Q = S⁺ + Σ S⁻ / (S⁻ Σ 1/S⁻), and the score is Q / max Q. Without children of which less is better
/// Q = S⁺. Scores must not be below zero, and S⁻ above it; otherwise the reference set has no result.
/// Source: Zavadskas, E. K., Kaklauskas, A. and Sarka, V. (1994), The new method of multicriteria complex proportional
/// assessment of projects, Technological and Economic Development of Economy 1(3), 131–139.
public struct Copras: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "copras",
            name: BilingualText(zh: "复合比例评价法（COPRAS）", en: "COPRAS"),
            summary: BilingualText(
                zh: "正向子项占比之和加上与逆向子项占比成反比的部分，除以最大者，至多为1；得分不得为负；\(Children.completeRule.zh)",
                en:
                    "The shares of what is good plus a part in inverse proportion to the shares of what is bad, as a ratio to the largest, at most 1; scores must not be below zero; \(Children.completeRule.en)"
            ),
            source: "Zavadskas, Kaklauskas and Sarka (1994), Technological and Economic Development of Economy 1(3)")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// Q / max Q.
    public func formula(parameters: ParameterValues) -> Formula {
        let share = Children.only(
            Children.score / .statistic(.sum, Children.score), where: .apply(.lessOrEqual, [0, Children.smallest]))
        let isGood = Formula.apply(.less, [0, Children.direction])
        let good = Children.complete(Children.mean(.apply(.choose, [isGood, share, 0])))
        let bad = Children.complete(Children.mean(.apply(.choose, [isGood, 0, share])))
        let inverse = Formula.statistic(.sum, bad) / (bad * .statistic(.sum, 1 / bad))
        // A unit without anything bad would take the whole of the second part, and leave none to the others.
        let second = Children.only(inverse, where: .apply(.less, [0, .statistic(.minimum, bad)]))
        let someIsBad = Formula.apply(.less, [0, .statistic(.maximum, bad)])
        let significance = good + .apply(.choose, [someIsBad, second, 0])
        return significance / .statistic(.maximum, significance)
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        let directions: [Direction] = [.higherIsBetter, .lowerIsBetter]
        return [
            AggregationExample(
                BilingualText(zh: "Q为15/28、15/56、11/56", en: "Q is 15/28, 15/56 and 11/56"),
                scores: [[8, 1], [4, 2], [4, 4]], weights: [1, 1], directions: directions,
                expected: [1, 0.5, 11.0 / 30]),
            AggregationExample(
                BilingualText(zh: "全为正向：占比之和", en: "More of everything is better: the shares alone"),
                scores: [[6, 1], [2, 1]], weights: [1, 1], expected: [1, 0.6]),
            AggregationExample(
                BilingualText(zh: "逆向子项有零则无分", en: "No result where a unit has nothing of what is bad"),
                scores: [[8, 0], [4, 2]], weights: [1, 1], directions: directions, expected: [nil, nil]),
            AggregationExample(
                BilingualText(zh: "负分则无分", en: "No result where a score is below zero"),
                scores: [[8, 1], [-4, 2]], weights: [1, 1], directions: directions, expected: [nil, nil]),
        ]
    }
}
