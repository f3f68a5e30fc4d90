public import AssessmentCore

/// Softmax scaling: the distance from the mean in standard deviations, pressed into 0 to 100 by the logistic function.
///
/// score = 100 / (1 + exp(−d · (x − mean) / (width · s))), d = −1 where a lower value is better, s with n − 1. Near the
/// mean it is almost a straight line; a city far ahead takes hardly anything from the others, as under min–max it would.
/// Source: S. Theodoridis and K. Koutroumbas, Pattern Recognition, 4th ed. (2009), section 5.2 (data normalisation).
public struct SoftmaxScaling: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "softmax_scaling",
            name: BilingualText(zh: "S型标准化", en: "Softmax scaling"),
            summary: BilingualText(
                zh: "以参照组均值为50分，按标准差距离经S型曲线压缩到0至100分，极端值影响小；参照组无差异时无分",
                en:
                    "50 at the mean of the reference set, and the distance in standard deviations pressed into 0 to 100; extreme values weigh little; no score where all agree"
            ),
            source:
                "S. Theodoridis and K. Koutroumbas, Pattern Recognition, 4th ed. (2009), section 5.2 (softmax scaling)",
            parameters: [
                Parameter(
                    "width",
                    BilingualText(
                        zh: "宽度：曲线在几个标准差内近似直线",
                        en: "The width of the part that is almost straight, in standard deviations"),
                    .number(atLeast: 0.1), default: .number(1))
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The logistic function of the distance from the mean.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        let mean = Formula.statistic(.mean, value)
        let distance = direction == .higherIsBetter ? value - mean : mean - value
        let deviations = distance / (.input("width") * .statistic(.standardDeviation, value))
        let score = 100 / (1 + .apply(.exp, [0 - deviations]))
        // The deviation of equal values may come out as a tiny number in place of zero.
        let differ = Formula.apply(.less, [.statistic(.minimum, value), .statistic(.maximum, value)])
        return .apply(.choose, [differ, score, 0 / 0])
    }

    /// Cases worked by hand: the mean is 20 and the standard deviation 10.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "均值上下各一个标准差；缺失者不参与", en: "A deviation below and above; a missing value takes no part"),
                values: [10, 20, nil, 30], expected: [26.894142136999512, 50, nil, 73.10585786300049]),
            ColumnExample(
                BilingualText(zh: "逆向指标，宽度2", en: "Lower is better, with a width of 2"), direction: .lowerIsBetter,
                values: [10, 20, 30], parameters: ["width": .number(2)],
                expected: [62.24593312018546, 50, 37.75406687981454]),
            ColumnExample(
                BilingualText(zh: "无差异则无分", en: "Where all agree there is no score"), values: [0.1, 0.1, 0.1],
                expected: [nil, nil, nil]),
        ]
    }
}
