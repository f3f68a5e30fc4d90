public import AssessmentCore

/// Deductions for deviation (偏离扣分): full marks less points for each so much of deviation from the target.
///
/// score = 100 − min(points · steps, most); steps count the distance from the target on the bad side, or on either
/// side.
/// Source: 财政部 annual reviews (one point for each 3 per cent of workload short, 15 at most; one for each 4 per cent of
/// progress off, 10 at most), rule R9.
public struct DeviationDeduction: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    enum Sides: String, CaseIterable {
        case worse, both
    }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "deviation_deduction",
            name: BilingualText(zh: "偏离扣分", en: "Deductions for deviation"),
            summary: BilingualText(
                zh: "满分100，偏离目标每一档扣若干分，扣分有上限",
                en: "Full marks less points for each step of deviation from the target, up to a limit"),
            source:
                "财政部 annual reviews: one point for each 3 per cent, 15 at most; one for each 4 per cent, 10 at most",
            parameters: [
                Parameter(
                    "points", BilingualText(zh: "每一档所扣的分数", en: "The points that each step costs"),
                    .number(atLeast: 0)),
                Deviation.step,
                Parameter(
                    "most", BilingualText(zh: "扣分上限", en: "The most points that are taken"),
                    .number(atLeast: 0, atMost: 100), default: .number(100)),
                Parameter(
                    "sides",
                    BilingualText(
                        zh: "worse只扣差于目标者，both两侧偏离都扣",
                        en: "Whether only values `worse` than the target lose points, or those on `both` sides"),
                    .text(oneOf: WordChoice.words(Sides.self)), default: .text(Sides.worse.rawValue)),
                Deviation.measure, Deviation.steps(default: .whole),
            ])
    }

    /// It compares with a target.
    public var targets: TargetRequirement { .number }

    /// Where both sides lose points, the target itself scores best.
    public func isMonotone(with parameters: ParameterValues) -> Bool {
        parameters.text("sides") != Sides.both.rawValue
    }

    /// Refuses steps of no size.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("step", parameters, method: description.id)
    }

    /// The formula for a direction.
    ///
    /// - Throws: `MethodError` for an unknown word.
    public func formula(direction: Direction, parameters: ParameterValues) throws -> Formula {
        let method = description.id
        let sides: Sides = try WordChoice.read("sides", parameters, method: method)
        let ahead = try Deviation.formula(direction, parameters, method: method)
        let distance: Formula =
            sides == .both ? .apply(.absolute, [ahead]) : .apply(.maximum, [0 - ahead, 0])
        let steps = try Deviation.steps(of: distance, parameters, method: method)
        return 100 - .apply(.minimum, [.input("points") * steps, .input("most")])
    }

    /// The rules of the source.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "工作量每差3%扣1分，15分封顶", en: "One point for each 3 per cent of workload short, 15 at most"),
                values: [100, 97, 94.5, 91, 40, 130, nil], targets: [Double](repeating: 100, count: 7),
                parameters: ["points": .number(1), "step": .number(3), "most": .number(15)],
                expected: [100, 99, 99, 97, 85, 100, nil]),
            ColumnExample(
                BilingualText(
                    zh: "进度每超4%扣1分，10分封顶；两侧都扣，按比例", en: "One for each 4 per cent off on either side, in proportion"),
                values: [102, 92, 200], targets: [100, 100, 100],
                parameters: [
                    "points": .number(1), "step": .number(4), "most": .number(10), "sides": .text("both"),
                    "steps": .text("proportional"),
                ],
                expected: [99.5, 98, 90]),
            ColumnExample(
                BilingualText(zh: "逆向指标，按与目标之差", en: "Lower is better, by the difference itself"),
                direction: .lowerIsBetter, values: [5, 8.5, 3], targets: [5, 5, 5],
                parameters: ["points": .number(2), "deviation": .text("points")], expected: [100, 94, 100]),
        ]
    }
}
