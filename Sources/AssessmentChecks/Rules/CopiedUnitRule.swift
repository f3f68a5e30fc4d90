internal import AssessmentCore
internal import Foundation

/// Finds units of one peer group with the same value to the last digit.
///
/// Of n values with k significant digits, were these even, n (n − 1) / 2 / (9 · 10^(k − 1)) pairs would be the same by chance;
/// what is told must have so many digits that this is small.
struct CopiedUnitRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        checked.variables.flatMap { variable -> [CheckFinding] in
            var cases: [(row: Int, found: CheckFinding.Case)] = []
            var (leastDigits, count) = (Int.max, 0)
            for group in checked.groups {
                var rows: [Double: [Int]] = [:]
                for row in group {
                    if let value = checked.value(variable, row) { rows[value, default: []].append(row) }
                }
                let known = rows.values.reduce(0) { $0 + $1.count }
                for (value, same) in rows where same.count > 1 {
                    let digits = SignificantDigits.count(of: value)
                    guard digits > 0, CopiedUnitRule.chance(known, digits) <= rule.number("chance") else { continue }
                    if digits < leastDigits { (leastDigits, count) = (digits, known) }
                    if digits == leastDigits { count = max(count, known) }
                    cases += same.map { ($0, found(variable, value, $0, same)) }
                }
            }
            guard !cases.isEmpty else { return [] }
            let pairs = CopiedUnitRule.chance(count, leastDigits)
            let text = CheckWords.short(pairs)
            return checked.finding(
                rule, variable, period: checked.period,
                remark: BilingualText(
                    zh: "\(count)个数值中，\(leastDigits)位有效数字偶然相同的期望为\(pairs < 0.0001 ? "不到0.0001" : text)对。",
                    en: "Of \(count) values, chance alone would give "
                        + "\(pairs < 0.0001 ? "fewer than 0.0001" : text) pairs with the same \(leastDigits) digits."),
                cases.sorted { $0.row < $1.row }.map(\.found))
        }
    }

    /// The pairs that are the same by chance.
    static func chance(_ count: Int, _ digits: Int) -> Double {
        Double(count) * Double(count - 1) / 2 / (9 * pow(10, Double(digits - 1)))
    }

    private func found(_ variable: Variable, _ value: Double, _ row: Int, _ same: [Int]) -> CheckFinding.Case {
        let others = same.filter { $0 != row }.map { checked.panel.unit(ofRow: $0).name }
        let text = CheckWords.value(value, variable.unitOfMeasure)
        return CheckFinding.Case(
            unit: checked.panel.unit(ofRow: row).code, found: value,
            text: BilingualText(
                zh: "\(text.zh)，与\(others.map(\.zh).joined(separator: "、"))相同",
                en: "\(text.en), as \(others.map(\.en).joined(separator: ", "))"),
            origins: checked.origins(variable.id, row))
    }
}
