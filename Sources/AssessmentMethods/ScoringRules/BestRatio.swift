public import AssessmentCore

/// Ratio to the best (与最优比): a value as a percentage of the best of its reference set.
///
/// score = 100 · A / A_best, from 0 to the cap; A_best / A where a lower value is better. No score where the best is
/// not above zero. More than 100 is possible only where the reference set does not hold the value itself, such as a
/// base year.
/// Source: 温州市 2013 county reviews and 瑞安市 2012 annual review (W · A / A_best), rule R3.
public struct BestRatio: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "best_ratio",
            name: BilingualText(zh: "与最优比", en: "Ratio to the best"),
            summary: BilingualText(
                zh: "值与参照组最优值之比（%），不低于0、不超过上限；逆向指标取最优值与值之比",
                en:
                    "A value as a percentage of the best of its reference set, up to a cap; the inverse for a cost"
            ),
            source: "温州市 2013 county reviews and 瑞安市 2012 annual review: score = W · A / A_best",
            parameters: [
                Parameter(
                    "cap", BilingualText(zh: "得分上限", en: "The highest score"), .number(atLeast: 100),
                    default: .number(100))
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }

    /// The best of the reference set has them; what a cap above them allows is beyond.
    public func fullMarks(with parameters: ParameterValues) -> Double? { 100 }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let value = Formula.input("value")
        switch direction {
        case .higherIsBetter:
            return .clip(100 * RatioToBest.formula(direction), from: 0, to: .input("cap"))
        case .lowerIsBetter:
            let best = Formula.statistic(.minimum, value)
            // Nothing left of a burden is better than a best of another year, and dividing by it is not possible.
            let ratio = Formula.apply(.minimum, [100 * (best / value), .input("cap")])
            return Defined.where(
                Defined.isLess(0, best),
                .apply(.choose, [.apply(.lessOrEqual, [value, 0]), .input("cap"), ratio]))
        }
    }

    /// Cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(zh: "最优者得满分，下降不倒扣", en: "The best has full marks, and a decline scores zero, not less"),
                values: [30, 40, nil, -4], expected: [75, 100, nil, 0]),
            ColumnExample(
                BilingualText(zh: "逆向指标", en: "Lower is better"), direction: .lowerIsBetter,
                values: [8, 10, 16], expected: [100, 80, 50]),
            ColumnExample(
                BilingualText(zh: "最优值不大于零则无分", en: "No score where the best is not above zero"),
                values: [-1, 0], expected: [nil, nil]),
        ]
    }
}
