internal import AssessmentCore
internal import AssessmentStatistics
internal import Foundation

/// Finds values, per their denominators, that lie far from those of the peers.
///
/// The modified z-score is that of Iglewicz and Hoaglin (1993), 0.6745 (x − median) / MAD. Amounts per head lie skewed to the
/// right, so that by their plain values the largest city would always be told: what is above zero is compared by its
/// logarithm, unless a specification says otherwise.
struct PeerRule {
    let rule: AppliedRule
    let checked: CheckedData

    init(_ rule: AppliedRule, _ checked: CheckedData) {
        self.rule = rule
        self.checked = checked
    }

    func findings() -> [CheckFinding] {
        checked.variables.flatMap { variable -> [CheckFinding] in
            let denominator = checked.denominator(of: variable)
            guard !variable.unitOfMeasure.isYesOrNo, denominator != nil || checked.isRate(variable) else { return [] }
            var (cases, compared) = ([(row: Int, found: CheckFinding.Case)](), 0)
            for group in checked.groups {
                let placed = group.compactMap { row in compare(variable, denominator, row) }
                let isLogarithmic =
                    rule.flag("logarithms") && !placed.contains { $0.share < 0 }
                let known = isLogarithmic ? placed.filter { $0.share > 0 } : placed
                guard Double(known.count) >= rule.number("at_least") else { continue }
                let numbers = known.map { isLogarithmic ? log($0.share) : $0.share }
                guard let scores = RobustScores.scores(numbers),
                    let median = Quantiles.median(known.map(\.share))
                else { continue }
                compared += known.count
                for (place, score) in zip(known, scores) where abs(score) > rule.number("z") {
                    guard isFar(place, median), !isWithinChance(place, median, isCounted: denominator != nil)
                    else { continue }
                    cases.append((place.row, found(variable, denominator, place, median, score)))
                }
            }
            return checked.finding(
                rule, variable, period: checked.period, remark: CheckWords.chance(rule.number("z"), of: compared),
                cases.sorted { $0.row < $1.row }.map(\.found))
        }
    }

    private struct Place {
        let row: Int
        let value: Double
        let below: Double
        var share: Double { value / below }
    }

    private func compare(_ variable: Variable, _ denominator: Variable?, _ row: Int) -> Place? {
        guard let value = checked.value(variable, row) else { return nil }
        guard let denominator else { return Place(row: row, value: value, below: 1) }
        guard let below = checked.value(denominator, row), below > 0 else { return nil }
        return Place(row: row, value: value, below: below)
    }

    /// Whether a value is off the median by more than the factor from which differences are told.
    private func isFar(_ place: Place, _ median: Double) -> Bool {
        let factor = rule.number("least_change")
        guard median > 0, place.share > 0 else { return median != 0 && place.share != median }
        return place.share >= median * factor || place.share * factor <= median
    }

    /// Whether a count lies within three standard deviations of the Poisson count that the median of the peers gives.
    private func isWithinChance(_ place: Place, _ median: Double, isCounted: Bool) -> Bool {
        guard isCounted, place.value.rounded() == place.value else { return false }
        let due = median * place.below
        return due >= 0 && (place.value - due) * (place.value - due) <= 9 * max(due, 1)
    }

    private func found(
        _ variable: Variable, _ denominator: Variable?, _ place: Place, _ median: Double, _ score: Double
    ) -> CheckFinding.Case {
        let value = CheckWords.value(place.value, variable.unitOfMeasure)
        let (usual, z) = (CheckWords.short(median), CheckWords.short(score))
        var text = value
        if let denominator {
            let share = CheckWords.short(place.share)
            let below = CheckWords.value(place.below, denominator.unitOfMeasure)
            text =
                text
                + BilingualText(
                    zh: "，除以\(denominator.name.zh)（\(below.zh)）为\(share)",
                    en: ", \(share) per \(denominator.name.en) (\(below.en))")
        }
        text = text + BilingualText(zh: "；同类中位数\(usual)，z = \(z)", en: "; median of the peers \(usual), z = \(z)")
        if median > 0, let hint = CheckWords.unitHint(place.share / median) {
            text = text + BilingualText(zh: "；\(hint.zh)", en: "; \(hint.en)")
        }
        let below = denominator.map { checked.origins($0.id, place.row) } ?? []
        return CheckFinding.Case(
            unit: checked.panel.unit(ofRow: place.row).code, found: place.value, text: text,
            origins: checked.origins(variable.id, place.row) + below)
    }
}
