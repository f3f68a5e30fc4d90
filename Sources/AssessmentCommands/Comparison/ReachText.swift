internal import AssessmentCore
internal import AssessmentReview

/// Writes what would lift a unit to a grade or past another one.
struct ReachText {
    private let reach: Reach
    private let language: Language

    init(_ reach: Reach, _ language: Language) {
        self.reach = reach
        self.language = language
    }

    /// The whole text.
    var text: String {
        var text = "\(reach.unit) \(reach.name[language]) · \(reach.period) · \(standing)".printable + "\n"
        text += goal.printable + "\n"
        if reach.isReached { return text + word("已经达到。", "It has reached it as it is.") + "\n" }
        text += section(
            word("单项指标达到目标的最小变化（其他指标不变）", "The smallest change of one indicator that does, all others as they are"),
            reached)
        text += section(word("仅靠该指标不能达到", "Not reachable by this indicator alone"), unreachable)
        text += section(word("没有可变的数值", "Without a value that could change"), absent)
        return text + "\n"
            + word(
                "由近及远试算并二分逼近，按公布的小数位向外取整；列出的数值均已完整复算一次。",
                "Found by trying values farther and farther away and by bisection, rounded outward to the published decimals; each "
                    + "value above was run once more in full.") + "\n"
    }

    private func word(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

    private var standing: String {
        let total =
            reach.line.total.map { ComparisonNumbers.text($0, decimals: 4) } ?? reach.line.reason?.name[language] ?? "–"
        let rank = reach.line.rank.map { "\($0)/\(reach.line.of ?? 0)" }
        return [total, rank, reach.line.grade?[language]].compactMap(\.self).joined(separator: " · ")
    }

    private var goal: String {
        switch reach.goal {
        case .grade(_, let name): word("目标：等次“\(name.zh)”", "Goal: the grade ‘\(name.en)’")
        case .pass(let unit, let name): word("目标：超过\(unit) \(name.zh)", "Goal: to pass \(unit) \(name.en)")
        }
    }

    private func section(_ title: String, _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        return "\n\(title)\n"
            + TextTable.text(rows.map { $0.map(\.printable) }).split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    private func name(_ option: Reach.Option) -> String { "\(option.name[language]) [\(option.node)]" }

    private func value(_ value: Double, _ option: Reach.Option) -> String {
        let decimals = option.unitOfMeasure.symbol.zh.isEmpty ? 4 : option.unitOfMeasure.decimals
        let shown = DecimalRounding.round(value, decimals: decimals)
        let text =
            shown == value
            ? DecimalRounding.text(value, decimals: decimals) : ComparisonNumbers.text(value, decimals: 12)
        return "\(text) \(option.unitOfMeasure.symbol[language])"
    }

    private var reached: [[String]] {
        let rows = reach.options.compactMap { option -> [String]? in
            guard case .reached(let value, let total, let rank) = option.outcome else { return nil }
            let share = option.relativeChange.map { ComparisonNumbers.fixed(100 * $0, decimals: 1) + "%" } ?? "–"
            return [
                name(option),
                option.current.map { ComparisonNumbers.text($0, decimals: option.unitOfMeasure.decimals + 2) }
                    ?? option.reason?.name[language] ?? "–",
                self.value(value, option), share, total.map { ComparisonNumbers.text($0, decimals: 4) } ?? "–",
                rank.map(String.init) ?? "–",
            ]
        }
        let heading = [
            word("指标", "indicator"), word("现值", "now"), word("所需数值", "needed"), word("变化", "change"),
            ComparisonWords.total[language], ComparisonWords.rank[language],
        ]
        return rows.isEmpty ? [] : [heading] + rows
    }

    private var unreachable: [[String]] {
        reach.options.compactMap { option in
            guard case .unreachable(let best, let place) = option.outcome else { return nil }
            let none = option.isBounded ? word("任何可能的数值均不能达到；", "no possible value does; ") : ""
            guard let best, best > reach.line.total ?? -.infinity else {
                return [name(option), none + word("总分不再提高", "no higher total")]
            }
            let (total, decimals) = (ComparisonNumbers.text(best, decimals: 4), option.unitOfMeasure.decimals)
            let rounded = DecimalRounding.round(place, decimals: decimals)
            let bestTotal = word("最高总分 \(total)", "at best \(total)") + " (\(value(rounded, option)))"
            return [name(option), none + bestTotal]
        }
    }

    private var absent: [[String]] {
        reach.options.compactMap { option in
            guard case .noValue = option.outcome else { return nil }
            return [name(option), option.reason?.name[language] ?? "–"]
        }
    }
}
