public import AssessmentCore

/// Efficacy coefficient (功效系数法): a basic score at the floor, full marks at the ceiling, and a line between.
///
/// score = base + (100 − base) · (x − floor) / (ceiling − floor), held at both ends, mirrored where lower is better.
/// Source: 功效系数法 as used in Chinese performance reviews, with f = (x − x_low) / (x_high − x_low) and 60 + 40 f.
public struct EfficacyCoefficient: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "efficacy",
            name: BilingualText(zh: "功效系数法", en: "Efficacy coefficient"),
            summary: BilingualText(
                zh: "不允许值得基础分，满意值得满分，其间线性",
                en: "A basic score at the floor, full marks at the ceiling, a line between"),
            source: "功效系数法: f = (x − x_low) / (x_high − x_low), score = 60 + 40 f",
            parameters: [
                Bounds.floor, Bounds.ceiling,
                Parameter(
                    "base", BilingualText(zh: "基础分", en: "The basic score"), .number(atLeast: 0, atMost: 100),
                    default: .number(60)),
            ])
    }

    /// Refuses a floor that does not lie below the ceiling.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try Bounds.check(parameters, panel: panel, method: description.id)
    }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        return .input("base") + (100 - .input("base")) * .clip(Bounds.position(direction), from: 0, to: 1)
    }

    /// The case of the source, and cases worked by hand.
    public var examples: [ColumnExample] {
        let bounds: [String: ParameterValue] = ["floor": .number(80), "ceiling": .number(100)]
        return [
            ColumnExample(
                BilingualText(zh: "f＝(90−80)/(100−80)＝0.5", en: "f = (90 − 80) / (100 − 80) = 0.5"),
                values: [90, 80, 100, 70, 130], parameters: bounds, expected: [80, 60, 100, 60, 100]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"), direction: .lowerIsBetter,
                values: [85], parameters: bounds, expected: [90]),
        ]
    }
}
