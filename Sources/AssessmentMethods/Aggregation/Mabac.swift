public import AssessmentCore

/// MABAC: how far a unit lies inside or outside the border of the average unit.
///
/// Σ w (n + 1 − g) / Σ w, with n the place of a score between the worst (0) and the best (1) of the reference set by
/// direction and g the geometric mean of n + 1 over its units. Without a value where all units agree in a child.
/// Source: Pamučar, D. and Ćirović, G. (2015), The selection of transport and handling resources in logistics centers
/// using multi-attributive border approximation area comparison (MABAC), Expert Systems with Applications 42(6),
/// 3016–3028.
public struct Mabac: CompleteCaseAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "mabac",
            name: BilingualText(zh: "多属性边界近似区域比较法（MABAC）", en: "MABAC"),
            summary: BilingualText(
                zh: "各子项与几何平均边界之差的加权和，大于零即高于边界；任一子项各单位无差异则无分；\(Children.completeRule.zh)",
                en:
                    "The weighted distance from the border of the geometric mean, above zero on its good side; no score where all units agree in a child; \(Children.completeRule.en)"
            ),
            source: "Pamučar and Ćirović (2015), Expert Systems with Applications 42(6), 3016–3028")
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// The mean of n + 1 − g.
    public func formula(parameters: ParameterValues) -> Formula {
        let place = Children.position + 1
        let border = Formula.apply(.exp, [.statistic(.mean, .apply(.ln, [place]))])
        return Children.complete(Children.mean(place - border))
    }

    /// A published case, and a case worked by hand.
    public var examples: [AggregationExample] {
        let (better, worse) = (Direction.higherIsBetter, Direction.lowerIsBetter)
        return [
            AggregationExample(
                BilingualText(
                    zh: "Pamučar与Ćirović（2015）",
                    en: "Pamučar and Ćirović (2015), Expert Systems with Applications 42(6), 3016–3028"),
                scores: [
                    [22600, 3800, 2, 5, 1.06, 3.0, 3.5, 2.8, 24.5, 6.5],
                    [19500, 4200, 3, 2, 0.95, 3.0, 3.4, 2.2, 24, 7.0],
                    [21700, 4000, 1, 3, 1.25, 3.2, 3.3, 2.5, 24.5, 7.3],
                    [20600, 3800, 2, 5, 1.05, 3.25, 3.2, 2.0, 22.5, 11.0],
                    [22500, 3800, 4, 3, 1.35, 3.2, 3.7, 2.1, 23, 6.3],
                    [23250, 4210, 3, 5, 1.45, 3.6, 3.5, 2.8, 23.5, 7.0],
                    [20300, 3850, 2, 5, 0.9, 3.25, 3.0, 2.6, 21.5, 6.0],
                ],
                weights: [0.146, 0.144, 0.119, 0.121, 0.115, 0.101, 0.088, 0.068, 0.05, 0.048],
                directions: [worse, better, better, better, worse, worse, better, better, better, better],
                expected: [0.0826, 0.2183, -0.0488, 0.0246, -0.0704, 0.0465, 0.0464], decimals: 4),
            AggregationExample(
                BilingualText(zh: "边界√2：2−√2与1−√2", en: "A border of √2: 2 − √2 and 1 − √2"),
                scores: [[8, 1], [4, 2]], weights: [1, 1], directions: [better, worse],
                expected: [2 - 2.0.squareRoot(), 1 - 2.0.squareRoot()]),
        ]
    }
}
