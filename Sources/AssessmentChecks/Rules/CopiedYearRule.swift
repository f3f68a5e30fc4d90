internal import AssessmentCore
internal import AssessmentStatistics
internal import Foundation

/// Finds values that are those of the year before to the last digit.
///
/// Where the logarithms of the changes among the peers are about normal, with a median m and a standard deviation s (by the
/// median absolute deviation), a value x written to a last digit of size u stays the same by chance with the probability
/// u / x · φ(m / s) / s. What is told must have so many digits that this is small for all peers together.
struct CopiedYearRule {
    let rule: AppliedRule
    let checked: CheckedData

    /// The standard deviation of changes that is believed where there are too few peers to tell.
    private static let usualChange = 0.1

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    private struct Pair {
        let row: Int
        let before: Int
        let value: Double
        let earlier: Double
    }

    func findings() -> [CheckFinding] {
        checked.variables.flatMap { variable -> [CheckFinding] in
            let groups = checked.groups.map { $0.compactMap { pair(variable, $0) } }
            let pairs = groups.flatMap(\.self)
            let equal = pairs.filter { $0.value == $0.earlier }
            let same = equal.filter { hasDigits($0.value) }
            guard !same.isEmpty else { return [] }
            // A figure that stays the same in most units is asked about once: it may be one that hardly ever changes.
            if 2 * same.count > pairs.count, pairs.count > 4 {
                let text = BilingualText(
                    zh: "\(pairs.count)个数值中\(equal.count)个与上年相同",
                    en: "\(equal.count) of \(pairs.count) values are those of the year before")
                return checked.finding(rule, variable, period: checked.period, [CheckFinding.Case(text: text)])
            }
            let size = CopiedYearRule.lastDigit(pairs.map(\.value))
            let told = groups.flatMap { group -> [Pair] in
                let changes = Changes(group.map { ($0.value, $0.earlier) }, otherwise: CopiedYearRule.usualChange)
                return group.filter { pair in
                    pair.value == pair.earlier && hasDigits(pair.value)
                        && Double(group.count) * changes.chance(of: pair.value, size) <= rule.number("chance")
                }
            }
            let few = equal.count - same.count
            let chance = CheckWords.short(rule.number("chance"))
            let remark = BilingualText(
                zh: "\(pairs.count)个数值中\(equal.count)个与上年相同"
                    + (few > 0 ? "，其中\(few)个位数太少，不作判断" : "")
                    + "。只列出不像是巧合的：按同类单位的变化，预计因巧合而列出的不超过\(chance)个。",
                en: "\(equal.count) of \(pairs.count) values are those of the year before"
                    + (few > 0 ? ", \(few) of them with too few digits to judge" : "")
                    + ". Only those are listed that are hardly a coincidence: as much as the peers change, one would expect "
                    + "at most \(chance) listed by coincidence.")
            return checked.finding(
                rule, variable, period: checked.period, remark: remark,
                told.sorted { $0.row < $1.row }.map { found(variable, $0) })
        }
    }

    private func pair(_ variable: Variable, _ row: Int) -> Pair? {
        guard let before = checked.rowBefore(row, of: variable), let value = checked.value(variable, row),
            let earlier = checked.value(variable, before)
        else { return nil }
        return Pair(row: row, before: before, value: value, earlier: earlier)
    }

    private func hasDigits(_ value: Double) -> Bool {
        Double(SignificantDigits.count(of: value)) >= rule.number("digits")
    }

    private func found(_ variable: Variable, _ pair: Pair) -> CheckFinding.Case {
        let text = CheckWords.value(pair.value, variable.unitOfMeasure)
        let year = checked.panel.period(ofRow: pair.before)
        return CheckFinding.Case(
            unit: checked.panel.unit(ofRow: pair.row).code, found: pair.value,
            text: BilingualText(zh: "\(text.zh)，与\(year)年相同", en: "\(text.en), as in \(year)"),
            origins: checked.origins(variable.id, pair.row) + checked.origins(variable.id, pair.before))
    }

    /// The size of the last digit to which values are written: 0.01 where one of them has two decimals.
    static func lastDigit(_ values: [Double]) -> Double {
        let decimals = values.map { value in
            let text = "\(value)"
            if text.contains("e-") { return 15 }
            guard let point = text.firstIndex(of: "."), !text.contains("e") else { return 0 }
            let behind = text[text.index(after: point)...]
            return behind == "0" ? 0 : behind.count
        }
        return pow(10, -Double(decimals.max() ?? 0))
    }
}

/// How values change from one year to the next among peers.
struct Changes {
    private let median: Double
    private let deviation: Double

    /// - Parameters:
    ///   - pairs: values with those of the year before.
    ///   - usual: the standard deviation that is believed where there are too few changes.
    init(_ pairs: [(now: Double, then: Double)], otherwise usual: Double) {
        let logarithms = pairs.filter { $0.now > 0 && $0.then > 0 }.map { log($0.now / $0.then) }
        guard logarithms.count >= 8, let centre = Quantiles.median(logarithms),
            let spread = Quantiles.medianAbsoluteDeviation(logarithms), spread > 0
        else {
            (median, deviation) = (0, usual)
            return
        }
        (median, deviation) = (centre, spread)
    }

    /// The probability that a value written to a last digit of a size stays the same.
    func chance(of value: Double, _ size: Double) -> Double {
        guard value != 0 else { return 1 }
        return min(1, size / abs(value) * NormalDistribution.density(median / deviation) / deviation)
    }
}
