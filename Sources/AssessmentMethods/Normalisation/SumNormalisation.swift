public import AssessmentCore

/// Sum normalisation: the share of a value in the sum of its reference set.
///
/// score = x / Σx. The result points the way the value does; with costs turned around it is
/// ``DirectedSumNormalisation``. No score where the sum is not above zero.
/// Source: C. L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making.
public struct SumNormalisation: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "sum_normalisation",
            name: BilingualText(zh: "总和标准化", en: "Sum normalisation"),
            summary: BilingualText(
                zh: "值占参照组总和的比例，方向不变；总和不大于零时无分",
                en: "The share of a value in the sum of the reference set; its direction stays"),
            source: "C. L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// The result points the way the value does.
    public var keepsDirection: Bool { true }

    /// The share of the value.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        SumNormalisation.share(of: .input("value"))
    }

    /// The share of a formula in its sum over the reference set.
    static func share(of part: Formula) -> Formula {
        let sum = Formula.statistic(.sum, part)
        return Defined.where(Defined.isLess(0, sum), part / sum)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "合计80", en: "A sum of 80"), values: [10, 20, nil, 50],
                expected: [0.125, 0.25, nil, 0.625]),
            ColumnExample(
                BilingualText(zh: "逆向指标不翻转", en: "Where lower is better nothing is turned around"),
                direction: .lowerIsBetter, values: [1, 3], expected: [0.25, 0.75]),
            ColumnExample(
                BilingualText(zh: "总和不大于零则无分", en: "No score where the sum is not above zero"),
                values: [1, -1], expected: [nil, nil]),
        ]
    }
}
