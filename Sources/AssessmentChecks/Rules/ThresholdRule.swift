internal import AssessmentCore

/// Finds indicators of which many more units lie just at their target than just short of it.
struct ThresholdRule {
    let rule: AppliedRule
    let checked: CheckedData
    let targeted: [DataChecks.Targeted]

    init(_ rule: AppliedRule, _ checked: CheckedData, _ targeted: [DataChecks.Targeted]) {
        self.rule = rule
        self.checked = checked
        self.targeted = targeted
    }

    func findings() -> [CheckFinding] {
        targeted.flatMap(findings)
    }

    private func findings(_ targeted: DataChecks.Targeted) -> [CheckFinding] {
        let node = targeted.node
        guard let description = node.measure.flatMap({ checked.catalogue.indicators[$0.indicator]?.description }),
            !description.unitOfMeasure.isYesOrNo
        else { return [] }
        let isLower = (node.direction ?? description.direction) == .lowerIsBetter
        let isWhole = checked.assessedRows.allSatisfy { targeted.values[$0].map { $0.rounded() == $0 } ?? true }
        let band = rule.number("band")
        var (reached, missed) = ([Int](), 0)
        for row in checked.assessedRows {
            let target = targeted.targets[row]
            // A ceiling is reached by many, and a count has no value within less than one of its target.
            guard let value = targeted.values[row], target > 0, !isWhole || band * target >= 1,
                !(description.unitOfMeasure.isPercentage && target == 100)
            else { continue }
            let lead = (isLower ? target - value : value - target) / target
            if lead >= 0, lead <= band { reached.append(row) } else if lead < 0, lead >= -band { missed += 1 }
        }
        let p = SignTest.upperTail(reached.count, of: reached.count + missed)
        guard Double(reached.count) >= rule.number("at_least"), p < rule.number("p") else { return [] }
        let share = CheckWords.percent(band)
        return [
            CheckFinding(
                check: rule.rule.id, rule: rule.rule.id, name: rule.rule.name, severity: rule.severity,
                variables: description.variables.map(\.id), node: node.id, period: checked.period,
                subject: node.name,
                remark: BilingualText(
                    zh:
                        "目标上方\(share)以内\(reached.count)个，下方\(share)以内\(missed)个；若两侧相当，偶然如此的概率p \(CheckWords.probability(p))。",
                    en:
                        "\(reached.count) within \(share) beyond the target, \(missed) within \(share) short of it; were both sides "
                        + "alike, chance would do so with p \(CheckWords.probability(p))."),
                question: rule.rule.question, askedOf: checked.department(description.variables),
                cases: reached.map { found(targeted, description, $0) })
        ]
    }

    private func found(
        _ targeted: DataChecks.Targeted, _ description: IndicatorDescription, _ row: Int
    ) -> CheckFinding.Case {
        let (value, target) = (targeted.values[row] ?? .nan, targeted.targets[row])
        let (text, due) = (CheckWords.short(value), CheckWords.short(target))
        return CheckFinding.Case(
            unit: checked.panel.unit(ofRow: row).code, found: value,
            text: BilingualText(zh: "\(text)，目标\(due)", en: "\(text), target \(due)"),
            origins: description.variables.flatMap { checked.origins($0.id, row) })
    }
}
