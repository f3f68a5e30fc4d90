internal import AssessmentCore
internal import AssessmentStatistics
internal import Foundation

/// Finds values that changed against the year before unlike those of the peers, or by a factor.
///
/// Where both values are above zero, or both below, each change is ln(x / x₋₁), a number for which growth and decline are alike; its modified z-score among the peers is that
/// of Iglewicz and Hoaglin (1993), 0.6745 (r − median) / MAD. A fall to zero is told, a rise from zero to what half of the peers have or more, and a
/// change of sign, except in rates. A change of a count within what chance gives is none of these.
struct JumpRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    private struct Change {
        let row: Int
        let before: Int
        let values: (now: Double, then: Double)
        var ratio: Double { values.now / values.then }
        /// Whether a ratio says how far the values lie apart.
        var isGrowth: Bool { values.now * values.then > 0 }
    }

    func findings() -> [CheckFinding] {
        checked.variables.flatMap { variable -> [CheckFinding] in
            guard !variable.unitOfMeasure.isYesOrNo else { return [] }
            var (cases, compared) = ([(row: Int, found: CheckFinding.Case)](), 0)
            for group in checked.groups {
                let changes = group.compactMap { change(variable, $0) }
                let isCounted = isCount(variable, changes)
                let grown = changes.filter(\.isGrowth)
                let logarithms = grown.map { log($0.ratio) }
                let scores = Double(grown.count) >= rule.number("at_least") ? RobustScores.scores(logarithms) : nil
                if scores != nil { compared += grown.count }
                let median = exp(Quantiles.median(logarithms) ?? 0)
                for (place, change) in grown.enumerated() {
                    if isCounted, isWithinChance(change.values) { continue }
                    let score = scores?[place]
                    let isOdd =
                        (score.map { abs($0) > rule.number("z") } ?? false)
                        && isFar(change.ratio / median, rule.number("least_change"))
                    guard isOdd || isFar(change.ratio, rule.number("factor")) else { continue }
                    cases.append((change.row, found(variable, change, median, isOdd ? score : nil, scores != nil)))
                }
                let usual = Quantiles.median(changes.map { abs($0.values.now) }) ?? 0
                for change in changes where !change.isGrowth {
                    if isCounted, isWithinChance(change.values) { continue }
                    let isTold =
                        change.values.then == 0
                        ? abs(change.values.now) >= usual
                        : change.values.now == 0 || !checked.isRate(variable)
                    if isTold { cases.append((change.row, found(variable, change, median, nil, false))) }
                }
            }
            let remark = compared > 0 ? CheckWords.chance(rule.number("z"), of: compared) : nil
            return checked.finding(
                rule, variable, period: checked.period, remark: remark,
                cases.sorted { $0.row < $1.row }.map(\.found))
        }
    }

    private func change(_ variable: Variable, _ row: Int) -> Change? {
        guard let before = checked.rowBefore(row, of: variable), let now = checked.value(variable, row),
            let then = checked.value(variable, before), now != 0 || then != 0
        else { return nil }
        return Change(row: row, before: before, values: (now, then))
    }

    /// Whether values count things one by one: by their unit of measure, or, where none is stated, where all are whole.
    private func isCount(_ variable: Variable, _ changes: [Change]) -> Bool {
        let values = changes.flatMap { [$0.values.now, $0.values.then] }
        guard values.allSatisfy({ $0 >= 0 && $0.rounded() == $0 }) else { return false }
        return variable.unitOfMeasure.symbol.zh.isEmpty || variable.unitOfMeasure.countedThings == 1
    }

    /// Whether two counts differ by no more than three standard deviations of the difference of two Poisson counts.
    private func isWithinChance(_ values: (now: Double, then: Double)) -> Bool {
        let difference = values.now - values.then
        return difference * difference <= 9 * (values.now + values.then)
    }

    private func isFar(_ ratio: Double, _ factor: Double) -> Bool { ratio >= factor || ratio * factor <= 1 }

    private func found(
        _ variable: Variable, _ change: Change, _ median: Double, _ score: Double?, _ hasPeers: Bool
    ) -> CheckFinding.Case {
        let unit = variable.unitOfMeasure
        let (then, now) = (CheckWords.value(change.values.then, unit), CheckWords.value(change.values.now, unit))
        guard change.isGrowth || change.values.now == 0 else {
            let words =
                change.values.then == 0
                ? BilingualText(zh: "上年为0", en: "from nothing") : BilingualText(zh: "正负号改变", en: "the sign changed")
            return CheckFinding.Case(
                unit: checked.panel.unit(ofRow: change.row).code, found: change.values.now,
                text: BilingualText(
                    zh: "\(then.zh) → \(now.zh)，\(words.zh)", en: "\(then.en) → \(now.en), \(words.en)"),
                origins: origins(variable, change))
        }
        let times = CheckWords.short(change.ratio)
        var text = BilingualText(
            zh: "\(then.zh) → \(now.zh)，为上年的\(times)倍", en: "\(then.en) → \(now.en), \(times) times the year before")
        if hasPeers {
            let usual = CheckWords.short(median)
            text = text + BilingualText(zh: "（同类中位数\(usual)倍", en: " (median of the peers \(usual)")
            if let score {
                let z = CheckWords.short(score)
                text = text + BilingualText(zh: "，z = \(z)", en: ", z = \(z)")
            }
            text = text + BilingualText(zh: "）", en: ")")
        }
        if let hint = CheckWords.unitHint(change.ratio) {
            text = text + BilingualText(zh: "；\(hint.zh)", en: "; \(hint.en)")
        }
        return CheckFinding.Case(
            unit: checked.panel.unit(ofRow: change.row).code, found: change.values.now, text: text,
            origins: origins(variable, change))
    }

    private func origins(_ variable: Variable, _ change: Change) -> [Origin] {
        checked.origins(variable.id, change.row) + checked.origins(variable.id, change.before)
    }
}
