public import AssessmentCore

/// Distance to the target: how much of the way from the worst of the reference set to the target is gone.
///
/// score = scale · (x − min) / (T − min), and (max − x) / (max − T) where a lower value is better; above the scale
/// beyond the target, unless capped. No score where the target is no better than the worst.
/// Source: W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567 (n_dist2targ).
public struct DistanceToTarget: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "distance_to_target",
            name: BilingualText(zh: "与目标的距离", en: "Distance to the target"),
            summary: BilingualText(
                zh: "自参照组最差者至目标的路程走完多少；目标不优于最差者时无分",
                en:
                    "How much of the way from the worst to the target is gone; no score for a target no better"
            ),
            source: "W. Becker et al. (2022), COINr, Journal of Open Source Software 7(78), 4567",
            parameters: [
                Parameter(
                    "capped", BilingualText(zh: "超过目标者按达到目标计", en: "Whether values beyond the target score as it"),
                    .flag, default: .flag(false)),
                ScoreScale.scale,
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It compares with a target.
    public var targets: TargetRequirement { .number }

    /// Refuses a scale that is not above zero.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("scale", parameters, method: description.id)
    }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let (value, target) = (Formula.input("value"), Formula.input("target"))
        let (gone, way): (Formula, Formula)
        switch direction {
        case .higherIsBetter:
            let least = Formula.statistic(.minimum, value)
            (gone, way) = (value - least, target - least)
        case .lowerIsBetter:
            let most = Formula.statistic(.maximum, value)
            (gone, way) = (most - value, most - target)
        }
        let share = gone / way
        return .input("scale")
            * Defined.where(
                Defined.isLess(0, way), parameters.flag("capped") == true ? .apply(.minimum, [share, 1]) : share)
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "目标60，最差20", en: "A target of 60 and a worst of 20"),
                values: [20, 40, 70, nil], targets: [60, 60, 60, 60], expected: [0, 50, 125, nil]),
            ColumnExample(
                BilingualText(zh: "逆向指标，超过目标者按达到计", en: "Lower is better, capped"), direction: .lowerIsBetter,
                values: [100, 40, 10], targets: [20, 20, 20], parameters: ["capped": .flag(true)],
                expected: [0, 75, 100]),
            ColumnExample(
                BilingualText(zh: "目标不优于最差者则无分", en: "No score where the target is no better than the worst"),
                values: [20, 40], targets: [10, 20], expected: [nil, nil]),
        ]
    }
}
