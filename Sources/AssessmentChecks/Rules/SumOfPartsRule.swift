internal import AssessmentCore

/// Finds units whose value is not the sum of those of the units that belong to them.
///
/// It applies to counts and amounts where each of at least two units in force has a value of its own.
struct SumOfPartsRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        guard let day = checked.period.lastDay else { return [] }
        let parts = checked.panel.units.map { unit in
            checked.data.units.children(of: unit.code).filter { $0.validity.contains(day) }
        }
        return checked.variables.flatMap { variable -> [CheckFinding] in
            guard !checked.isRate(variable), !variable.unitOfMeasure.isYesOrNo else { return [] }
            let cases = checked.assessedRows.compactMap { row in
                found(variable, row, parts[row % checked.panel.units.count])
            }
            return checked.finding(rule, variable, period: checked.period, cases)
        }
    }

    private func found(_ variable: Variable, _ row: Int, _ parts: [AssessedUnit]) -> CheckFinding.Case? {
        guard parts.count > 1, let whole = checked.value(variable, row) else { return nil }
        let observations = parts.compactMap { checked.observation(variable, $0.code, checked.period) }
        let values = observations.compactMap(\.value)
        guard values.count == parts.count else { return nil }
        let sum = values.reduce(0, +)
        let tolerance = rule.number("tolerance")
        guard abs(sum - whole) > tolerance * max(abs(whole), abs(sum)) + 1e-9 * abs(whole) else { return nil }
        let (total, own) = (
            CheckWords.value(DecimalRounding.round(sum, decimals: 6), variable.unitOfMeasure),
            CheckWords.value(whole, variable.unitOfMeasure)
        )
        let share = whole == 0 ? nil : CheckWords.percent((sum - whole) / abs(whole))
        let difference = share.map { (sum > whole ? "+" : "") + $0 } ?? ""
        return CheckFinding.Case(
            unit: checked.panel.unit(ofRow: row).code, found: whole, atLeast: sum * (1 - tolerance),
            atMost: sum * (1 + tolerance),
            text: BilingualText(
                zh: "\(own.zh)，\(parts.count)个下属单位合计\(total.zh)\(difference.isEmpty ? "" : "（\(difference)）")",
                en: "\(own.en), its \(parts.count) parts add up to \(total.en)"
                    + (difference.isEmpty ? "" : " (\(difference))")),
            origins: checked.origins(variable.id, row) + observations.map(\.origin))
    }
}
