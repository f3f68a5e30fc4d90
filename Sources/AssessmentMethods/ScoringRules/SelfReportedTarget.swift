public import AssessmentCore

/// Standard value and self-reported value (标准值与自报值激励): what exceeds the standard is rewarded, and a self-reported
/// target set too low is charged for.
///
/// With cs = A / S against the standard and cr = A / R against the self-reported value: score = 100 · (b − p) from 0 to
/// the cap, b = 1 + 100 · reward · (cs − 1) where cs ≥ 1 and else cs, p = 100 · charge · (cr − 1) where cr ≥ 1 and else
/// 0. Where a lower value is better cs = S / A and cr = R / A. S and R that are not above zero are refused.
/// Source: 标准值—自报值目标考核, rule R8 (reward from 0.003 to 0.01, charge from 0.002 to 0.009 and less than the reward).
public struct SelfReportedTarget: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "self_reported_target",
            name: BilingualText(zh: "标准值与自报值激励", en: "Standard and self-reported value"),
            summary: BilingualText(
                zh: "超过标准值按比例奖励，超过自报值按比例扣减，自报得准者得分最高",
                en:
                    "Exceeding the standard is rewarded, exceeding the report charged: honest reports score best"
            ),
            source:
                "Target reviews by standard and self-reported values: W [1 + 100 a (cs − 1) − 100 d (cr − 1)], a > d",
            parameters: [
                Parameter(
                    "standard", BilingualText(zh: "标准值，大于零，可分单位", en: "The standard value, above zero, also by unit"),
                    .number()),
                Parameter(
                    "reported",
                    BilingualText(zh: "自报值，大于零，可分单位", en: "The self-reported value, above zero, also by unit"),
                    .number()),
                Parameter(
                    "reward", BilingualText(zh: "超标准值1%的奖励系数", en: "The reward for each per cent above the standard"),
                    .number(atLeast: 0.003, atMost: 0.01), default: .number(0.01)),
                Parameter(
                    "charge",
                    BilingualText(
                        zh: "超自报值1%的扣减系数，小于奖励", en: "The charge for each per cent above the report, below the reward"),
                    .number(atLeast: 0.002, atMost: 0.009), default: .number(0.005)),
                Parameter("cap", BilingualText(zh: "得分上限", en: "The highest score"), .number(atLeast: 100)),
            ])
    }

    /// What exceeds a report that lies well below the standard may cost more than it brings.
    public func isMonotone(with parameters: ParameterValues) -> Bool { false }

    /// Refuses a charge that is not below the reward: a unit would gain by achieving less.
    public func check(_ parameters: ParameterValues, panel: Panel) throws {
        try ScoreScale.checkPositive("standard", parameters, method: description.id)
        try ScoreScale.checkPositive("reported", parameters, method: description.id)
        try Bounds.check(parameters, panel: panel, method: description.id, lower: "charge", upper: "reward")
    }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let (value, standard, reported) = (
            Formula.input("value"), Formula.input("standard"), Formula.input("reported")
        )
        let (reward, charge) = (100 * Formula.input("reward"), 100 * Formula.input("charge"))
        func score(_ againstStandard: Formula, _ againstReported: Formula) -> Formula {
            let basic = Formula.apply(
                .choose,
                [Defined.isLess(againstStandard, 1), againstStandard, 1 + reward * (againstStandard - 1)])
            let charged = charge * .apply(.maximum, [againstReported - 1, 0])
            return .clip(100 * (basic - charged), from: 0, to: .input("cap"))
        }
        switch direction {
        case .higherIsBetter: return score(value / standard, value / reported)
        case .lowerIsBetter:
            // Nothing is left of the burden: both rates grow beyond all bounds, and the larger of reward and charge
            // decides; where they are equal, what the rates differ from one by remains.
            let (rewarded, charged) = (reward * standard, charge * reported)
            let remainder = Formula.clip(100 * (1 - reward + charge), from: 0, to: .input("cap"))
            let atNothing = Formula.apply(
                .choose,
                [
                    Defined.isLess(charged, rewarded), .input("cap"),
                    .apply(.choose, [Defined.isLess(rewarded, charged), 0, remainder]),
                ])
            return .apply(
                .choose, [.apply(.lessOrEqual, [value, 0]), atNothing, score(standard / value, reported / value)])
        }
    }

    /// Cases worked by hand by the rule of the source, one for each of its four branches.
    public var examples: [ColumnExample] {
        func parameters(_ standard: Double, _ reported: Double) -> [String: ParameterValue] {
            [
                "standard": .number(standard), "reported": .number(reported), "reward": .number(0.008),
                "charge": .number(0.004), "cap": .number(120),
            ]
        }
        return [
            ColumnExample(
                BilingualText(
                    zh: "标准100、自报110：121超两者，105只超标准，90都未达",
                    en: "Standard 100, report 110: 121 exceeds both, 105 the standard, 90 neither"),
                values: [121, 105, 90, 200, nil], parameters: parameters(100, 110),
                expected: [112.8, 104, 90, 120, nil]),
            ColumnExample(
                BilingualText(zh: "标准100、自报80：90只超自报", en: "Standard 100, report 80: 90 exceeds the report only"),
                values: [90], parameters: parameters(100, 80), expected: [85]),
            ColumnExample(
                BilingualText(zh: "逆向指标：标准100、自报80", en: "Lower is better: standard 100, report 80"),
                direction: .lowerIsBetter, values: [80, 125, 64, 0], parameters: parameters(100, 80),
                expected: [120, 80, 120, 120]),
        ]
    }
}
