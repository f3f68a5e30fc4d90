public import AssessmentCore

/// SPOTIS: how close a unit is to the best score that the scale allows, without looking at other units.
///
/// 1 − Σ w |s − s*| / (high − low) / Σ w, with s* the end of the scale that is best by direction. The distance itself,
/// of which less is better, is one less the score. A score outside the scale leaves none.
/// Source: Dezert, J. et al. (2020), The SPOTIS rank reversal free method for multi-criteria decision-making support,
/// 23rd International Conference on Information Fusion.
public struct Spotis: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "spotis",
            name: BilingualText(zh: "稳定偏好排序法（SPOTIS）", en: "SPOTIS"),
            summary: BilingualText(
                zh: "1减去与计分尺度最优端的加权距离，不与其他单位比较，不会逆序；得分超出尺度则无分；\(Children.sharedRule.zh)",
                en:
                    "One less the weighted distance from the best end of the scale; other units play no part, so ranks do not reverse; a score outside the scale leaves none; \(Children.sharedRule.en)"
            ),
            source: "Dezert et al. (2020), 23rd International Conference on Information Fusion",
            parameters: [
                Parameter(
                    "low", BilingualText(zh: "子项得分尺度的下端", en: "The lower end of the scale of the children"), .number(),
                    default: .number(0)),
                Parameter(
                    "high", BilingualText(zh: "子项得分尺度的上端", en: "The upper end of the scale of the children"), .number(),
                    default: .number(100)),
            ])
    }

    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// 1 − the mean of |s − s*| / (high − low).
    ///
    /// - Throws: `MethodError` where the scale has no length.
    public func formula(parameters: ParameterValues) throws -> Formula {
        if let low = parameters.number("low"), let high = parameters.number("high"), low >= high {
            throw MethodError(
                "spotis: low \(Formula.text(of: low)) must lie below high \(Formula.text(of: high)), the ends of the "
                    + "scale of the children")
        }
        let (low, high) = (Formula.input("low"), Formula.input("high"))
        let best = Formula.apply(.choose, [.apply(.less, [0, Children.direction]), high, low])
        let isWithin = Formula.apply(
            .and, [.apply(.lessOrEqual, [low, Children.score]), .apply(.lessOrEqual, [Children.score, high])])
        let distance = Formula.apply(.absolute, [Children.score - best]) / (high - low)
        return 1 - Children.mean(Children.only(distance, where: isWithin))
    }

    /// A published case, and cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(
                    zh: "Dezert等（2020），按各自尺度化为0至1；距离0.1989、0.3705、0.3063、0.7491",
                    en: "Dezert et al. (2020), each child on its own scale from 0 to 1: 0.1989, 0.3705, 0.3063, 0.7491"),
                scores: [
                    [15.5 / 17, 2.9 / 16, 9.7 / 13], [0.3 / 17, 6.0 / 16, 11.4 / 13], [13.1 / 17, 6.3 / 16, 9.3 / 13],
                    [8.2 / 17, 13.3 / 16, 2.7 / 13],
                ],
                weights: [0.2, 0.3, 0.5], directions: [.higherIsBetter, .lowerIsBetter, .higherIsBetter],
                parameters: ["high": .number(1)], expected: [0.8011, 0.6295, 0.6937, 0.2509], decimals: 4),
            AggregationExample(
                BilingualText(zh: "距离0.2与0.5，权重3比1", en: "Distances 0.2 and 0.5 with weights 3 and 1"),
                scores: [[80, 50], [nil, 50], [80, 101]], weights: [3, 1],
                directions: [.higherIsBetter, .lowerIsBetter], expected: [0.725, 0.5, nil]),
        ]
    }
}
