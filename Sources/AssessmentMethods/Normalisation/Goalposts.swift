public import AssessmentCore

/// Goalposts: where a value lies between two stated bounds, held at the bounds unless told otherwise.
///
/// score = low + (high − low) · (x − floor) / (ceiling − floor), mirrored where a lower value is better.
/// Source: UNDP, Human Development Report, technical note 1 (dimension indices).
public struct Goalposts: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "goalposts",
            name: BilingualText(zh: "阈值标准化", en: "Goalposts"),
            summary: BilingualText(
                zh: "按给定上下限之间的位置计分，默认0至100分",
                en: "Where a value lies between two stated bounds, from 0 to 100 unless told otherwise"),
            source: "UNDP (2022), Human Development Report 2021/22, technical note 1",
            parameters: [
                Bounds.floor, Bounds.ceiling,
                Parameter(
                    "clip", BilingualText(zh: "越界值按界限计", en: "Whether values beyond a bound score as the bound"), .flag,
                    default: .flag(true)),
                ScoreScale.low, ScoreScale.high,
            ])
    }

    /// Refuses a floor that does not lie below the ceiling, and a worst score that does not lie below the best.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try Bounds.check(parameters, panel: panel, method: description.id)
        try Bounds.check(parameters, panel: panel, method: description.id, lower: "low", upper: "high")
    }

    /// The good bound has them; without clipping, a value beyond it scores more.
    public func fullMarks(with parameters: ParameterValues) -> Double? { parameters.number("high") }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let position = Bounds.position(direction)
        return ScoreScale.spread(
            parameters.flag("clip") == false ? position : .clip(position, from: 0, to: 1), parameters)
    }

    /// Cases worked by hand, and one of the Human Development Report.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "人类发展报告：预期寿命52.5岁，界限20与85岁", en: "Life expectancy between the report's goalposts of 20 and 85"),
                values: [52.5, 85, 90, 15], parameters: ["floor": .number(20), "ceiling": .number(85)],
                expected: [50, 100, 100, 0]),
            ColumnExample(
                BilingualText(zh: "不限界", en: "Without clipping"),
                values: [90], parameters: ["floor": .number(20), "ceiling": .number(70), "clip": .flag(false)],
                expected: [140]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"), direction: .lowerIsBetter,
                values: [2, 8], parameters: ["floor": .number(0), "ceiling": .number(8)], expected: [75, 0]),
            ColumnExample(
                BilingualText(
                    zh: "按0至1计，如人类发展报告的分项指数",
                    en: "From 0 to 1, as the dimension indices of the report are given"),
                values: [52.5, 85],
                parameters: ["floor": .number(20), "ceiling": .number(85), "high": .number(1)], expected: [0.5, 1]),
        ]
    }
}
