internal import AssessmentCore

/// Finds assessed units without a value and without a status, where others of their level have one.
struct RequiredRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        checked.variables.flatMap { variable -> [CheckFinding] in
            guard let collected = checked.data.variables[variable.id] else { return [] }
            let cases = checked.assessedRows.filter { row in
                collected.column.reasons[row] == .notSubmitted && collected.observations[row] == nil
                    && checked.isAsked(variable, of: checked.panel.unit(ofRow: row))
            }.map { row in
                CheckFinding.Case(
                    unit: checked.panel.unit(ofRow: row).code,
                    text: BilingualText(zh: "既无数值，也无状态说明", en: "neither a value nor a status"))
            }
            return checked.finding(rule, variable, period: checked.period, cases)
        }
    }
}
