import AssessmentCore

/// The briefing of a unit in the assessed period, in one language.
struct BriefingPage {
    let assessment: CompletedAssessment
    /// The row of the unit in the assessed period.
    let row: Int
    let language: Language

    private var ledger: Ledger { assessment.ledger }
    private var specification: Specification { assessment.specification }
    private var root: FrameworkNode { specification.framework }

    /// The whole page.
    func text(withHistory: Bool) -> String {
        let unit = ledger.panel.unit(ofRow: row).name[language]
        var text = "# \(MarkdownText.escaped(unit)) · \(MarkdownText.escaped(specification.title[language]))\n\n"
        if let notice = specification.notice {
            text += "> **\(word(zh: "说明", en: "Note"))**: \(MarkdownText.escaped(notice[language]))\n\n"
        }
        text += result + "\n"
        if withHistory, ledger.panel.periods.count > 1 { text += "\n" + history }
        for node in root.subtree where node.children.contains(where: { $0.measure != nil }) {
            text += "\n" + section(node)
        }
        return text
    }

    /// The total with its rank and grade in a line.
    private var result: String {
        let period = ledger.panel.period(ofRow: row).description
        var parts = [
            "**\(period) \(word(zh: "总分", en: "total"))**: **\(score(of: root, row: row))**"
        ]
        if let rank = ledger.rank(of: root.id, row: row) {
            parts.append(
                word(zh: "第\(rank.rank)名（共\(rank.of)个）", en: "rank \(rank.rank) of \(rank.of)"))
        }
        if let grade = ledger.grade(of: root.id, row: row) {
            parts.append(MarkdownText.escaped(grade.name[language]))
        }
        if ledger.scores(of: root.id)?[row] == nil, let reason = ledger.scores(of: root.id)?.reasons[row] {
            parts.append(reason.name[language])
        }
        return parts.joined(separator: " · ")
    }

    /// The totals of all periods.
    private var history: String {
        let heading = MarkdownText.heading([
            (word(zh: "年份", en: "Year"), false), (word(zh: "总分", en: "Total"), true),
            (word(zh: "名次", en: "Rank"), true),
        ])
        let units = ledger.panel.units.count
        return ledger.panel.periods.indices.reduce(into: heading) { text, index in
            let row = index * units + self.row % units
            let rank = ledger.rank(of: root.id, row: row).map { String($0.rank) } ?? "–"
            text += MarkdownText.row([
                ledger.panel.period(ofRow: row).description, score(of: root, row: row), rank,
            ])
        }
    }

    /// The indicators directly below a node.
    private func section(_ node: FrameworkNode) -> String {
        let title = MarkdownText.escaped(node.name[language])
        let heading = MarkdownText.heading([
            (word(zh: "指标", en: "Indicator"), false), (word(zh: "数值", en: "Value"), true),
            (word(zh: "得分", en: "Score"), true), (word(zh: "备注", en: "Remark"), false),
        ])
        let unit = ledger.panel.unit(ofRow: row)
        return node.children.filter { $0.measure != nil && $0.applies(to: unit) }.reduce(
            into: "## \(title) · \(score(of: node, row: row))\n\n\(heading)"
        ) { text, child in
            text += MarkdownText.row([
                child.name[language], value(of: child), score(of: child, row: row), remark(on: child),
            ])
        }
    }

    /// The measured value with its unit of measure.
    private func value(of node: FrameworkNode) -> String {
        guard let value = ledger.knownValues(of: node.id)?[row], let use = node.measure,
            let unit = assessment.catalogue.indicators[use.indicator]?.description.unitOfMeasure
        else { return "–" }
        let symbol = unit.symbol[language]
        return DecimalRounding.text(value, decimals: unit.decimals) + (symbol.isEmpty ? "" : " " + symbol)
    }

    /// A score with the decimals that it is rounded to, or two.
    private func score(of node: FrameworkNode, row: Int) -> String {
        guard let score = ledger.scores(of: node.id)?[row] else { return "–" }
        var places = 2
        for case .round(let decimals) in node.steps { places = decimals }
        return DecimalRounding.text(score, decimals: places)
    }

    /// Why there is no value, or no score, and what the indicator says about its value.
    private func remark(on node: FrameworkNode) -> String {
        guard let values = ledger.values(of: node.id) else { return "" }
        if let note = values.notes[row] { return note[language] }
        let reason = values.reasons[row] ?? ledger.scores(of: node.id)?.reasons[row]
        return reason?.name[language] ?? ""
    }

    private func word(zh: String, en: String) -> String { language == .chinese ? zh : en }
}
