public import AssessmentCore

/// MOORA ratio system: what the children add where more is better, less what they take where less is.
///
/// Σ d w s / √Σ s² / Σ w, the root over the units of the reference set and d = ±1 by direction. Without a value where
/// all scores of a child are zero.
/// Source: Brauers, W. K. M. and Zavadskas, E. K. (2006), The MOORA method and its application to privatization in a
/// transition economy, Control and Cybernetics 35(2), 445–469.
public struct Moora: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "moora",
            name: BilingualText(zh: "多目标比率分析（MOORA）", en: "MOORA ratio system"),
            summary: BilingualText(
                zh: "子项得分除以参照组平方和的平方根，正向相加、逆向相减；\(Children.completeRule.zh)",
                en:
                    "The scores divided by the root of the sum of squares of the reference set, added where more is better and subtracted where less is; \(Children.completeRule.en)"
            ),
            source: "Brauers and Zavadskas (2006), Control and Cybernetics 35(2), 445–469")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// The mean of d s / √Σ s².
    public func formula(parameters: ParameterValues) -> Formula {
        let length = Formula.apply(.sqrt, [.statistic(.sum, Children.score * Children.score)])
        return Children.complete(Children.mean(Children.oriented / length))
    }

    /// A published case, and a case worked by hand.
    public var examples: [AggregationExample] {
        let better = Direction.higherIsBetter
        return [
            AggregationExample(
                BilingualText(
                    zh: "Siregar等（2021）", en: "Siregar et al. (2021), IOP Conference Series 1088, 012022"),
                scores: [
                    [1.5, 3, 5, 3.3], [2, 7, 5, 3.35], [3, 1, 5, 3.07], [2.2, 4, 5, 3.5], [2, 5, 3, 3.09],
                    [3.2, 2, 3, 3.48], [2.775, 3, 5, 3.27],
                ],
                weights: [0.3, 0.2, 0.1, 0.4], directions: [.lowerIsBetter, better, better, better],
                expected: [0.1801, 0.2345, 0.0625, 0.1757, 0.1683, 0.0742, 0.1197], decimals: 4),
            AggregationExample(
                BilingualText(zh: "长度5与13：3/5−5/13", en: "Lengths 5 and 13: 3 / 5 less 5 / 13"),
                scores: [[3, 5], [4, 12]], weights: [1, 1], directions: [better, .lowerIsBetter],
                expected: [(0.6 - 5.0 / 13) / 2, (0.8 - 12.0 / 13) / 2]),
        ]
    }
}
