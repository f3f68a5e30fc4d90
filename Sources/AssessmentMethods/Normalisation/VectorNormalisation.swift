public import AssessmentCore

/// Vector normalisation: a value over the Euclidean length of the values of its reference set.
///
/// score = x / √Σx². The result points the way the value does; with costs turned around it is
/// ``DirectedVectorNormalisation``.
/// Source: C. L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making (TOPSIS).
public struct VectorNormalisation: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "vector_normalisation",
            name: BilingualText(zh: "向量标准化", en: "Vector normalisation"),
            summary: BilingualText(
                zh: "值除以参照组平方和的平方根，方向不变",
                en: "A value over the root of the sum of squares of the reference set; its direction stays"),
            source: "C. L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// The result points the way the value does.
    public var keepsDirection: Bool { true }

    /// The value over the length.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        VectorNormalisation.component(of: .input("value"))
    }

    /// A formula over its length in the reference set; no value where that is zero.
    static func component(of part: Formula) -> Formula {
        part / .apply(.sqrt, [.statistic(.sum, part * part)])
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "长度为5", en: "A length of 5"), values: [3, nil, -4], expected: [0.6, nil, -0.8]),
            ColumnExample(
                BilingualText(zh: "逆向指标不翻转", en: "Where lower is better nothing is turned around"),
                direction: .lowerIsBetter, values: [3, 4], expected: [0.6, 0.8]),
            ColumnExample(
                BilingualText(zh: "全为零则无分", en: "No score where all are zero"), values: [0, 0], expected: [nil, nil]),
        ]
    }
}
