internal import AssessmentCore

/// The total, rank and values of a unit in every period; nothing where there is only one.
struct HistoryTable {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var periods: [Period] { assessment.ledger.panel.periods }
    private var unit: Int { result.row % assessment.ledger.panel.units.count }

    /// The section.
    var markup: Markup {
        guard periods.count > 1 else { return .empty }
        let footnotes = Footnotes(rendering: rendering, reasons: reasons)
        return Tag.section {
            Tag.h2 { rendering(Wording.history) }
            SiteCharts(rendering: rendering).history(of: result.row)
            ScrollingTable(caption: rendering(Wording.historyCaption), style: .history).markup {
                Tag.thead { heading }
                Tag.tbody { totals(footnotes) }
                Tag.tbody {
                    for node in result.indicators { values(of: node, footnotes) }
                }
            }
            notes(footnotes)
        }
    }

    private func row(_ period: Period) -> Int? { assessment.row(ofUnitAt: unit, in: period) }

    private var heading: Markup {
        Tag.tr {
            Tag.th(.scope(.column)) { rendering(Wording.item) }
            for period in periods { Tag.th(.scope(.column), .style(.number)) { "\(period)" } }
        }
    }

    private func totals(_ footnotes: Footnotes) -> Markup {
        let root = assessment.root
        let scores = rendering.figures[root.id]?.scores
        return line(Markup(rendering(Wording.total))) { row in
            scores?[row] == nil
                ? footnotes.dash(scores?.reasons[row]) : Markup(rendering.score(root, row: row))
        }
            + (assessment.ranksTotal
                ? line(Markup(rendering(Wording.rank))) { row in
                    Markup(
                        assessment.ledger.rank(of: root.id, row: row).map { "\($0.rank)/\($0.of)" }
                            ?? rendering(Wording.dash))
                } : .empty)
            + (assessment.ledger.entry(of: root.id, .grade) != nil
                ? line(Markup(rendering(Wording.grade))) { row in
                    Markup(
                        assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) }
                            ?? rendering(Wording.dash))
                } : .empty)
    }

    private func values(of node: FrameworkNode, _ footnotes: Footnotes) -> Markup {
        let column = rendering.figures[node.id]?.values
        let unit = rendering.unitOfMeasure(of: node)
        let breaks = Set((rendering.figures[node.id]?.seriesBreaks ?? []).map(\.from))
        let name =
            Markup(rendering(node.name))
            + Tag.span(.style(.measure)) {
                unit.flatMap { $0.symbol.zh.isEmpty ? nil : rendering(Wording.brackets($0.symbol)) } ?? ""
            }
        return line(name) { row in
            let mark = breaks.contains(assessment.ledger.panel.period(ofRow: row)) ? "‖ " : ""
            guard let value = column?[row] else { return Markup(mark) + footnotes.dash(column?.reasons[row]) }
            let star = column?.states[row] == .imputed ? "*" : ""
            return Markup(mark + rendering.value(value, in: unit) + star)
        }
    }

    private func line(_ name: Markup, _ cell: (Int) -> Markup) -> Markup {
        Tag.tr {
            Tag.th(.scope(.row)) { name }
            for period in periods {
                Tag.td(.style(.number)) { row(period).map(cell) ?? Markup(rendering(Wording.dash)) }
            }
        }
    }

    /// The reasons for the gaps of the tables, in the order in which a reader meets them.
    private var reasons: [Reason] {
        let columns =
            [rendering.figures[assessment.root.id]?.scores]
            + result.indicators.map { rendering.figures[$0.id]?.values }
        var found: [Reason] = []
        for column in columns.compactMap({ $0 }) {
            for row in periods.compactMap(row) where column[row] == nil {
                if let reason = column.reasons[row], !found.contains(reason) { found.append(reason) }
            }
        }
        return found
    }

    private func notes(_ footnotes: Footnotes) -> Markup {
        var breaks: [SeriesBreak] = []
        for node in result.indicators {
            for seriesBreak in (rendering.figures[node.id]?.seriesBreaks ?? [])
            where periods.contains(seriesBreak.from) && !breaks.contains(seriesBreak) {
                breaks.append(seriesBreak)
            }
        }
        let isImputed = result.indicators.contains { node in
            guard let column = rendering.figures[node.id]?.values else { return false }
            return periods.compactMap(row).contains { column.states[$0] == .imputed }
        }
        let gaps = footnotes.text + (isImputed ? [rendering(Wording.imputedMark)] : [])
        return
            (gaps.isEmpty
            ? .empty : Tag.p(.style(.note)) { gaps.joined(separator: rendering(Wording.semicolon)) })
            + (breaks.isEmpty
                ? .empty
                : Tag.p(.style(.note)) {
                    rendering(Wording.seriesBreak)
                    breaks.map(text).joined(separator: rendering(Wording.semicolon))
                })
    }

    private func text(_ seriesBreak: SeriesBreak) -> String {
        let variable = assessment.catalogue.variables[seriesBreak.variable]?.name
        return rendering(
            Wording.breakFrom(
                variable.map { rendering($0) } ?? seriesBreak.variable, seriesBreak.from, rendering(seriesBreak.note)))
    }
}

/// Letters for the reasons of gaps in a table.
struct Footnotes {
    let rendering: Rendering
    let reasons: [Reason]

    /// A dash with the letter of its reason.
    func dash(_ reason: Reason?) -> Markup {
        let dash = Markup(rendering(Wording.dash))
        guard let reason, let position = reasons.firstIndex(of: reason) else { return dash }
        return dash + Tag.sup { letter(position) }
    }

    /// What each letter stands for.
    var text: [String] {
        reasons.enumerated().map { "\(letter($0)) \(rendering($1.name))" }
    }

    private func letter(_ position: Int) -> String {
        String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(position, 25))))
    }
}
