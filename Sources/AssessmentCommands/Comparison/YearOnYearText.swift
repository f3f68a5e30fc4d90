internal import AssessmentCore
internal import AssessmentReview

/// Writes comparisons of years for a terminal: a table a pair of years, or one unit in detail.
struct YearOnYearText {
    let language: Language
    /// The unit that is shown in detail, by code; a table of all where there is none.
    var unit: String?

    private static let factors: [YearOnYear.Factor] = [.data, .method, .boundaries, .peers]

    init(language: Language) {
        self.language = language
    }

    /// The text of comparisons.
    ///
    /// - Parameter history: the years of the unit that is shown in detail.
    func text(of comparisons: [YearOnYear], history: [HistoryLine]) -> String {
        let parts = comparisons.map { comparison in
            "\(comparison.title[language].printable) · \(comparison.from) → \(comparison.to)\n"
                + (unit.map { detail(of: $0, comparison) } ?? table(comparison)) + unpaired(comparison)
                + framework(comparison)
        }
        return parts.joined(separator: "\n") + lines(history) + "\n" + YearOnYear.statement[language] + "\n"
    }

    private func word(_ zh: String, _ en: String) -> String { language == .chinese ? zh : en }

    private func rows(_ title: String, _ rows: [[String]]) -> String {
        guard !rows.isEmpty else { return "" }
        return "\n\(title)\n"
            + TextTable.text(rows.map { $0.map(\.printable) }).split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    private var headings: [String] { YearOnYearText.factors.map { $0.name[language] } }

    private func parts(_ change: YearOnYear.Change?, decimals: Int) -> [String] {
        guard let change else { return ["–"] + YearOnYearText.factors.map { _ in "–" } }
        return [ComparisonNumbers.fixed(change.total, decimals: decimals)]
            + YearOnYearText.factors.map { ComparisonNumbers.fixed(change.contributions[$0] ?? 0, decimals: decimals) }
    }

    private func table(_ comparison: YearOnYear) -> String {
        let heading =
            [ComparisonWords.unit[language], ComparisonWords.total[language], ComparisonWords.change[language]]
            + headings
            + [ComparisonWords.rank[language], word("名次上升", "places gained")] + headings
        let body = comparison.units.map { unit in
            [name(unit), score(unit, comparison.decimals)] + parts(unit.score, decimals: comparison.decimals + 2)
                + [ranks(unit)] + parts(unit.rank, decimals: 2)
        }
        return rows(word("各单位的变化及其贡献", "Changes and contributions"), [heading] + body) + absences(comparison.units)
    }

    private func name(_ unit: YearOnYear.Unit) -> String { "\(unit.code) \(unit.name[language])" }

    private func score(_ unit: YearOnYear.Unit, _ decimals: Int) -> String {
        func text(_ line: HistoryLine) -> String {
            line.total.map { DecimalRounding.text($0, decimals: decimals) } ?? line.reason?.name[language] ?? "–"
        }
        return "\(text(unit.before)) → \(text(unit.after))"
    }

    private func ranks(_ unit: YearOnYear.Unit) -> String { "\(rank(unit.before)) → \(rank(unit.after))" }

    private func rank(_ line: HistoryLine) -> String {
        guard let rank = line.rank, let count = line.of else { return "–" }
        return "\(rank)/\(count)"
    }

    private func absences(_ units: [YearOnYear.Unit]) -> String {
        rows(
            word("未作分解的单位", "Not decomposed"),
            units.compactMap { unit in unit.absence.map { [name(unit), $0[language]] } })
    }

    private func detail(of code: String, _ comparison: YearOnYear) -> String {
        guard let unit = comparison.units.first(where: { $0.code == code }) else {
            return "  " + word("两年中只有一年有此单位，不作分解。", "Only one of the years has the unit; it is not decomposed.") + "\n"
        }
        let heading = ["", "\(comparison.from)", "\(comparison.to)", ComparisonWords.change[language]] + headings
        func line(_ name: String, _ change: YearOnYear.Change, _ decimals: Int) -> [String] {
            [
                name, DecimalRounding.text(change.before, decimals: decimals),
                DecimalRounding.text(change.after, decimals: decimals),
            ] + parts(change, decimals: decimals + 2)
        }
        var body: [[String]] = []
        if let score = unit.score { body.append(line(ComparisonWords.total[language], score, comparison.decimals)) }
        body += unit.nodes.map { line("  \($0.name[language]) [\($0.node)]", $0.change, comparison.decimals) }
        if let rank = unit.rank {
            body.append(
                [word("名次（贡献为上升位次）", "rank (places gained)"), self.rank(unit.before), self.rank(unit.after)]
                    + parts(rank, decimals: 2))
        }
        let grades = [unit.before, unit.after].map { $0.grade?[language] ?? "–" }
        if grades != ["–", "–"] { body.append([ComparisonWords.grade[language]] + grades) }
        return rows("\(name(unit)) · \(unit.group[language])", [heading] + body) + absences([unit])
    }

    private func unpaired(_ comparison: YearOnYear) -> String {
        let shown = comparison.unpaired.filter { unit == nil || $0.code == unit }
        return rows(
            word("只在其中一年的单位", "Units of one of the years alone"),
            shown.map { unit in
                let year = unit.isBefore ? comparison.from : comparison.to
                let link = unit.isBefore ? word("并入", "ended into") : word("承接", "took the place of")
                let counterparts =
                    unit.counterparts.isEmpty ? "" : "\(link) \(unit.counterparts.joined(separator: ", "))"
                let total = unit.line.total.map { DecimalRounding.text($0, decimals: comparison.decimals) } ?? "–"
                return ["\(unit.code) \(unit.name[language])", "\(year)", total, rank(unit.line), counterparts]
            })
    }

    private func framework(_ comparison: YearOnYear) -> String {
        rows(
            word("指标框架和方法的变化", "Changes of the framework and its methods"),
            comparison.framework.map { change in
                let (old, new) = (change.before?[language], change.after?[language])
                let text = old == nil ? new ?? "" : "\(old ?? "–") → \(new ?? "–")"
                return ["\(change.name[language]) [\(change.node)]", change.kind.name[language], text]
            })
    }

    private func lines(_ history: [HistoryLine]) -> String {
        guard history.count > 1 else { return "" }
        let heading = [
            ComparisonWords.period[language], ComparisonWords.total[language], ComparisonWords.rank[language],
            ComparisonWords.grade[language],
        ]
        return rows(
            word("历年", "History"),
            [heading]
                + history.map { line in
                    [
                        "\(line.period)",
                        line.total.map { ComparisonNumbers.text($0, decimals: 4) } ?? line.reason?.name[language]
                            ?? "–",
                        rank(line), line.grade?[language] ?? "–",
                    ]
                })
    }
}
