public import AssessmentCore

/// Distance to the maximum: how little of the range of the reference set a value lacks to the best of it.
///
/// score = scale · (1 − (max − x) / (max − min)), mirrored where a lower value is better.
/// Source: W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567 (n_dist2max).
public struct DistanceToMaximum: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "distance_to_maximum",
            name: BilingualText(zh: "与最优的距离", en: "Distance to the maximum"),
            summary: BilingualText(
                zh: "一减去与参照组最优者的差距占极差的比例；参照组无差异时无分",
                en: "One less the gap to the best of the reference set over the range; no score where all agree"),
            source: "W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567",
            parameters: [ScoreScale.scale])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// Refuses a scale that is not above zero.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("scale", parameters, method: description.id)
    }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        let (least, most) = (Formula.statistic(.minimum, value), Formula.statistic(.maximum, value))
        let gap = direction == .higherIsBetter ? most - value : value - least
        return .input("scale") * (1 - gap / (most - least))
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "缺失者不参与比较", en: "A missing value takes no part"),
                values: [10, 25, nil, 40], expected: [0, 50, nil, 100]),
            ColumnExample(
                BilingualText(zh: "逆向指标，0至1", en: "Lower is better, from 0 to 1"), direction: .lowerIsBetter,
                values: [10, 25, 40], parameters: ["scale": .number(1)], expected: [1, 0.5, 0]),
        ]
    }
}
