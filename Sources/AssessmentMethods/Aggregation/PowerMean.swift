public import AssessmentCore

/// Weighted power mean: (Σ w s^p / Σ w)^(1/p), and the geometric mean for p = 0.
///
/// 1 is the arithmetic, 0 the geometric, −1 the harmonic mean; the smaller the exponent, the less strength makes up for
/// weakness. A score below zero has no power mean, nor has zero where the exponent is not above zero; the parameter
/// `zero` says what such a score does.
/// Source: Hardy, Littlewood and Pólya (1952), Inequalities, 2nd ed., chapter II.
public struct PowerMean: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "power_mean",
            name: BilingualText(zh: "加权幂平均", en: "Weighted power mean"),
            summary: BilingualText(
                zh: "各子项得分的加权幂平均，指数1为算术、0为几何、−1为调和平均；缺分子项的权重由其余子项分担",
                en:
                    "The weighted power mean of the children: arithmetic with exponent 1, geometric with 0, harmonic with −1; the others share the weight of a child without a score"
            ),
            source: "Hardy, Littlewood and Pólya (1952), Inequalities, 2nd ed., chapter II",
            parameters: [
                Parameter(
                    "exponent",
                    BilingualText(zh: "指数，越小则短板影响越大", en: "The exponent; the smaller, the more weakness counts"),
                    .number(atLeast: -100, atMost: 100))
            ] + ZeroRule.parameters)
    }

    /// (Σ w s^p / Σ w)^(1/p), or exp(Σ w ln s / Σ w).
    ///
    /// - Throws: `MethodError` where `zero` and `floor` contradict each other, or there is no exponent.
    public func formula(parameters: ParameterValues) throws -> Formula {
        guard parameters.numberTable("exponent") != nil else { throw MethodError("power_mean needs an exponent") }
        let exponent = Formula.input("exponent")
        let rule = try ZeroRule(parameters, method: description.id)
        // A power of a negative number may exist, and zero to a negative power is infinite, whose root is zero again:
        // neither is a mean.
        func hasMean(_ score: Formula) -> Formula {
            .apply(
                .choose,
                [
                    .apply(.less, [0, exponent]), .apply(.lessOrEqual, [0, score]), .apply(.less, [0, score]),
                ])
        }
        let isAbsent = Formula.apply(.not, [hasMean(.overChildren(.minimum, Children.score))])
        return rule.applied(isAbsent: isAbsent) { score in
            let powers = Children.mean(Children.only(.apply(.power, [score, exponent]), where: hasMean(score)))
            return .apply(
                .choose,
                [
                    .apply(.equal, [exponent, 0]), .apply(.exp, [Children.mean(.apply(.ln, [score]))]),
                    .apply(.power, [powers, 1 / exponent]),
                ])
        }
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "指数2：√((1+49)/2)", en: "Exponent 2: √((1 + 49) / 2)"),
                scores: [1, 7], weights: [1, 1], parameters: ["exponent": .number(2)], expected: 5),
            AggregationExample(
                BilingualText(zh: "指数−1即调和平均", en: "Exponent −1 is the harmonic mean"),
                scores: [2, nil, 6], weights: [1, 4, 1], parameters: ["exponent": .number(-1)], expected: 3),
            AggregationExample(
                BilingualText(zh: "指数0即几何平均", en: "Exponent 0 is the geometric mean"),
                scores: [4, 9], weights: [1, 1], parameters: ["exponent": .number(0)], expected: 6),
            AggregationExample(
                BilingualText(zh: "指数大于零时零分照算", en: "Zero counts like any score where the exponent is above zero"),
                scores: [0, 8], weights: [1, 1], parameters: ["exponent": .number(1)], expected: 4),
            AggregationExample(
                BilingualText(zh: "指数不大于零时零分无平均", en: "Zero has no mean where the exponent is not above zero"),
                scores: [0, 8], weights: [1, 1], parameters: ["exponent": .number(-2)], expected: nil),
        ]
    }
}
