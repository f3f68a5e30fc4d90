public import AssessmentCore

/// Sum normalisation with costs turned around: the share of a value, or of the inverse of a cost, in the sum.
///
/// score = x / Σx where more is better, (1 / x) / Σ(1 / x) where less is. A cost that is not above zero has no inverse
/// and takes no part.
/// Source: E. K. Zavadskas and Z. Turskis (2010), Technological and Economic Development of Economy 16(2), 159–172.
public struct DirectedSumNormalisation: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "directed_sum_normalisation",
            name: BilingualText(zh: "总和标准化（逆向取倒数）", en: "Sum normalisation with costs inverted"),
            summary: BilingualText(
                zh: "值占参照组总和的比例，逆向指标先取倒数；不大于零的逆向值无分",
                en:
                    "The share of a value, or of the inverse of a cost, in the sum; a cost not above zero has no score"
            ),
            source:
                "Zavadskas and Turskis (2010), Technological and Economic Development of Economy 16(2)"
        )
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        return SumNormalisation.share(
            of: direction == .higherIsBetter ? value : Defined.where(Defined.isLess(0, value), 1 / value))
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "正向指标", en: "More is better"), values: [10, 20, nil, 50],
                expected: [0.125, 0.25, nil, 0.625]),
            ColumnExample(
                BilingualText(
                    zh: "逆向指标：倒数1、0.5、0.5，合计2；零无倒数", en: "Costs of 1, 2 and 2: inverses that sum to 2; zero has none"),
                direction: .lowerIsBetter, values: [1, 2, 2, 0], expected: [0.5, 0.25, 0.25, nil]),
        ]
    }
}
