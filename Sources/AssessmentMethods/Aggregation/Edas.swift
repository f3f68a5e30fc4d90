public import AssessmentCore

/// EDAS: how far a unit lies above the average in the good direction, and how far in the bad one.
///
/// With a the mean of a child over the reference set, P = Σ w max(0, d (s − a)) / a / Σ w and N = Σ w max(0, d (a − s))
/// / a / Σ w, d = ±1 by direction; the score is (P / max P + 1 − N / max N) / 2. Without a value where the mean of a
/// child is not above zero, or all units are average.
/// Source: Keshavarz Ghorabaee, M. et al. (2015), Multi-criteria inventory classification using a new method of
/// evaluation based on distance from average solution (EDAS), Informatica 26(3), 435–451.
public struct Edas: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "edas",
            name: BilingualText(zh: "平均解距离评价法（EDAS）", en: "EDAS"),
            summary: BilingualText(
                zh: "优于平均值与劣于平均值的相对距离的综合，0至1；子项均值须大于零；\(Children.completeRule.zh)",
                en:
                    "The relative distances above and below the average put together, from 0 to 1; the mean of a child must be above zero; \(Children.completeRule.en)"
            ),
            source: "Keshavarz Ghorabaee et al. (2015), Informatica 26(3), 435–451")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// (P / max P + 1 − N / max N) / 2.
    public func formula(parameters: ParameterValues) -> Formula {
        let average = Formula.statistic(.mean, Children.score)
        func distance(_ gap: Formula) -> Formula {
            let relative = Formula.apply(.maximum, [0, gap]) / average
            return Children.complete(Children.mean(Children.only(relative, where: .apply(.less, [0, average]))))
        }
        let above = distance(Children.direction * (Children.score - average))
        let below = distance(Children.direction * (average - Children.score))
        return (above / .statistic(.maximum, above) + 1 - below / .statistic(.maximum, below)) / 2
    }

    /// A published case, and a case worked by hand.
    public var examples: [AggregationExample] {
        let (better, worse) = (Direction.higherIsBetter, Direction.lowerIsBetter)
        return [
            AggregationExample(
                BilingualText(
                    zh: "Yazdani等（2020）", en: "Yazdani et al. (2020), Sustainable Operations and Computers 1, 35–42"),
                scores: [
                    [3873, 39.55, 0.27, 0.87, 150, 0.07, 12, 2130], [5067, 67.26, 0.23, 0.23, 40, 0.02, 21, 2200],
                    [2213, 24.69, 0.08, 0.17, 200, 0.04, 35, 570], [6243, 132, 0.07, 0.25, 100, 0.04, 16, 100],
                    [8312, 460.47, 0.05, 0.21, 25, 0.1, 25, 200],
                ],
                weights: [0.131, 0.113, 0.126, 0.125, 0.126, 0.129, 0.132, 0.117],
                directions: [worse, worse, worse, better, better, worse, better, better],
                expected: [0.841, 0.632, 0.883, 0.457, 0.104], decimals: 3),
            AggregationExample(
                BilingualText(zh: "均值10与2", en: "Means of 10 and 2"),
                scores: [[15, 1], [10, 3], [5, 2]], weights: [1, 1], directions: [better, worse],
                expected: [1, 0, 0]),
            AggregationExample(
                BilingualText(zh: "均值不大于零则无分", en: "No result where a mean is not above zero"),
                scores: [[-5, 1], [1, 3]], weights: [1, 1], expected: [nil, nil]),
        ]
    }
}
