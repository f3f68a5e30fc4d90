public import AssessmentCore

/// Completion rate (完成率): a value against its target, capped.
///
/// score = min(100 · A / T, cap); T / A where a lower value is better. A target of zero is not applicable.
/// Source: 目标完成率计分, rule R1 of Chinese target reviews (score by rate of completion, full marks at most).
public struct Completion: ClosedFormEvaluator {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "completion",
            name: BilingualText(zh: "完成率", en: "Completion rate"),
            summary: BilingualText(
                zh: "实际值与目标值之比（%），不低于0、不超过上限；逆向指标取目标与实际之比；零目标不适用",
                en: "A value as a percentage of its target, from 0 up to a cap; the inverse where lower is better"),
            source: "Target reviews of Chinese city and county governments: score = W · min(A / T, 1)",
            parameters: [
                Parameter(
                    "cap", BilingualText(zh: "得分上限（%）", en: "The highest score, in per cent of the target"),
                    .number(atLeast: 100), default: .number(100)),
                Parameter(
                    "question_above",
                    BilingualText(
                        zh: "完成率（%）超过此数的，提示核查目标是否偏低；0为不核查",
                        en:
                            "A rate of completion, in per cent, above which the target is questioned as too low; 0 for none"
                    ),
                    .number(atLeast: 0), default: .number(0)),
            ])
    }

    /// Compiles the formula, with a remark on each target that is exceeded by too much: whether it is too low should be
    /// looked at (财预〔2020〕10号).
    public func prepare(_ input: ColumnInput) throws -> any ColumnKernel {
        let form = ClosedForm(
            formula(direction: input.direction, parameters: input.parameters), panel: input.panel,
            parameters: input.parameters, targets: input.targets)
        guard let limit = input.parameters.number("question_above"), limit > 0, let targets = input.targets else {
            return try FormulaKernel(form, panel: input.panel)
        }
        let direction = input.direction
        return try RemarkingFormulaKernel(form, panel: input.panel) { values, _ in
            var cells: [Int: BilingualText] = [:]
            for (row, target) in targets.enumerated() {
                let rate = direction == .higherIsBetter ? values[row] / target : target / values[row]
                guard 100 * rate > limit else { continue }
                let percent = DecimalRounding.text(100 * rate, decimals: 1)
                cells[row] = BilingualText(
                    zh: "完成率\(percent)%，超过\(Formula.text(of: limit))%，应核查目标是否偏低",
                    en:
                        "\(percent)% of the target, above \(Formula.text(of: limit))%: look at whether the target is too low"
                )
            }
            return ColumnRemarks(cells: cells)
        }
    }

    /// It compares with a target above zero.
    public var targets: TargetRequirement { .positive }

    /// A reached target has them; what a cap above them allows is beyond.
    public func fullMarks(with parameters: ParameterValues) -> Double? { 100 }

    /// The formula for a direction.
    public func formula(direction: Direction, parameters: ParameterValues) -> Formula {
        let (value, target) = (Formula.input("value"), Formula.input("target"))
        switch direction {
        case .higherIsBetter:
            return .clip(100 * (value / target), from: 0, to: .input("cap"))
        case .lowerIsBetter:
            // Nothing left of what was to be reduced is more than the target, and dividing by it is not possible.
            let rate = Formula.apply(.minimum, [100 * (target / value), .input("cap")])
            return .apply(.choose, [.apply(.lessOrEqual, [value, 0]), .input("cap"), rate])
        }
    }

    /// Published completion rates, and cases worked by hand.
    public var examples: [ColumnExample] {
        [
            ColumnExample(
                BilingualText(
                    zh: "安徽2020年5G基站29415/25000，疑难站址2043/2088；2020年4月创新产品674/700",
                    en:
                        "Anhui 2020: 29,415 of 25,000 stations, 2,043 of 2,088 difficult sites; 674 of 700 products by April"
                ),
                values: [29415, 2043, 674], targets: [25000, 2088, 700],
                expected: [100, 97.844827586206896, 96.285714285714292]),
            ColumnExample(
                BilingualText(zh: "上限120%", en: "Capped at 120"),
                values: [29415], targets: [25000], parameters: ["cap": .number(120)], expected: [117.66]),
            ColumnExample(
                BilingualText(zh: "逆向指标：目标8，实际10、8、0", en: "Lower is better: 10, 8 and 0 against 8"),
                direction: .lowerIsBetter, values: [10, 8, 0], targets: [8, 8, 8], expected: [80, 100, 100]),
            ColumnExample(
                BilingualText(zh: "负增长不倒扣", en: "A decline scores zero, not less"),
                values: [-3], targets: [16], expected: [0]),
        ]
    }
}
