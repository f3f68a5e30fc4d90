public import AssessmentCore

/// Points from the target (基本分加减): a basic score at the target, and points for each step above or below it.
///
/// score = base + points · steps, from 0 to the cap; steps count the distance from the target in the good direction and
/// are taken off on the other side.
/// Source: 目标考核计分, rule R2 of Chinese target reviews (0.8 of the marks at the target, half a point more or less for
/// each percentage point, up to a limit).
public struct TargetPoints: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "target_points",
            name: BilingualText(zh: "基本分加减法", en: "Points from the target"),
            summary: BilingualText(
                zh: "达到目标得基本分，每超过或低于一档加减若干分，不低于0、不超过上限",
                en: "A basic score at the target, points for each step above or below it, from 0 up to a cap"),
            source:
                "Target reviews of Chinese city and county governments: 0.8 W at the target, ±0.5 per percentage point",
            parameters: [
                Parameter(
                    "base", BilingualText(zh: "达到目标的基本分", en: "The score at the target"),
                    .number(atLeast: 0, atMost: 100), default: .number(80)),
                Parameter(
                    "points", BilingualText(zh: "每一档加减的分数", en: "The points for each step"), .number(atLeast: 0)),
                Deviation.step, Deviation.measure, Deviation.steps(default: .proportional),
                Parameter(
                    "cap", BilingualText(zh: "得分上限", en: "The highest score"), .number(atLeast: 100),
                    default: .number(100)),
            ])
    }

    /// It compares with a target.
    public var targets: TargetRequirement { .number }

    /// Refuses steps of no size.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("step", parameters, method: description.id)
    }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown measure or way to count steps.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let distance = try Deviation.formula(direction, parameters, method: description.id)
        let steps = try Deviation.steps(of: distance, parameters, method: description.id)
        return .clip(.input("base") + .input("points") * steps, from: 0, to: .input("cap"))
    }

    /// Cases worked by hand by the rule of the source.
    public var examples: [ColumnExample] {
        let points: [String: ParameterValue] = ["points": .number(0.5), "deviation": .text("points")]
        return [
            ColumnExample(
                BilingualText(
                    zh: "增速目标8%：达标80分，每±1个百分点±0.5分",
                    en: "A growth target of 8 per cent: 80 at the target, half a point for each percentage point"),
                values: [8, 10, 7, 60, -200, nil], targets: [8, 8, 8, 8, 8, 8], parameters: points,
                expected: [80, 81, 79.5, 100, 0, nil]),
            ColumnExample(
                BilingualText(zh: "逆向指标，按占目标的百分比：目标50", en: "Lower is better, in per cent of a target of 50"),
                direction: .lowerIsBetter, values: [50, 45, 55], targets: [50, 50, 50],
                parameters: ["points": .number(1)], expected: [80, 90, 70]),
            ColumnExample(
                BilingualText(zh: "只计整档，上限110", en: "Whole steps only, capped at 110"),
                values: [102.5, 97.5, 100, 150], targets: [100, 100, 100, 100],
                parameters: ["points": .number(2), "steps": .text("whole"), "cap": .number(110)],
                expected: [84, 76, 80, 110]),
            ColumnExample(
                BilingualText(zh: "零目标无百分比", en: "No per cent of a target of zero"),
                values: [1], targets: [0], parameters: ["points": .number(1)], expected: [nil]),
        ]
    }
}
