internal import AssessmentCore

/// Finds assessed units without a value and without a status, where others of their level have one, and those that did not
/// report a register that units report themselves.
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
                collected.column.reasons[row] == .notSubmitted && collected.observations.isEmpty(row)
                    && checked.isAsked(variable, of: checked.panel.unit(ofRow: row))
            }.map { row in
                CheckFinding.Case(
                    unit: checked.panel.unit(ofRow: row).code,
                    text: BilingualText(zh: "既无数值，也无状态说明", en: "neither a value nor a status"))
            }
            return checked.finding(rule, variable, period: checked.period, cases)
        } + checked.registers.flatMap { unreported($0.description) }
    }

    private func unreported(_ register: RegisterDescription) -> [CheckFinding] {
        guard let reports = checked.data.registerReports[register.id] else { return [] }
        let cases = checked.panel.units.filter { unit in
            checked.isAsked(register, of: unit) && reports.report(of: unit.code, in: checked.data.units) == nil
        }.map { unit in
            CheckFinding.Case(
                unit: unit.code,
                text: BilingualText(
                    zh: "名录未报送：既无项目，也未声明没有；计为未报",
                    en:
                        "the register was not reported: neither entries nor the statement that there are none; it counts as "
                        + "not submitted"))
        }
        return checked.finding(rule, register, cases)
    }
}
