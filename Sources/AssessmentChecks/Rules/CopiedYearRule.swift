internal import AssessmentCore

/// Finds values that are those of the year before to the last digit.
struct CopiedYearRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        checked.variables.flatMap { variable -> [CheckFinding] in
            var (cases, compared) = ([CheckFinding.Case](), 0)
            for row in checked.assessedRows {
                guard let before = checked.rowBefore(row, of: variable), let value = checked.value(variable, row),
                    let earlier = checked.value(variable, before)
                else { continue }
                compared += 1
                guard value == earlier, Double(SignificantDigits.count(of: value)) >= rule.number("digits") else {
                    continue
                }
                let (text, year) = (
                    CheckWords.value(value, variable.unitOfMeasure), checked.panel.period(ofRow: before)
                )
                cases.append(
                    CheckFinding.Case(
                        unit: checked.panel.unit(ofRow: row).code, found: value,
                        text: BilingualText(zh: "\(text.zh)，与\(year)年相同", en: "\(text.en), as in \(year)"),
                        origins: checked.origins(variable.id, row) + checked.origins(variable.id, before)))
            }
            let remark = BilingualText(
                zh: "\(compared)个数值中有\(cases.count)个与上年相同。",
                en: "\(cases.count) of \(compared) values are those of the year before.")
            return checked.finding(rule, variable, period: checked.period, remark: remark, cases)
        }
    }
}
