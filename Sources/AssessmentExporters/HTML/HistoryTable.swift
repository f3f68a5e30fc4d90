internal import AssessmentCore

/// The total, rank and values of a unit in every period; nothing where there is only one.
struct HistoryTable {
    let rendering: Rendering
    let result: UnitResult
    private let periods: [Period]
    /// The row of the unit in each period.
    private let rows: [Int]

    private var assessment: CompletedAssessment { rendering.assessment }

    /// Creates the table of a unit.
    init(rendering: Rendering, result: UnitResult) {
        self.rendering = rendering
        self.result = result
        let panel = rendering.assessment.ledger.panel
        periods = panel.periods
        let unit = result.row % panel.units.count
        rows = panel.periods.indices.map { $0 * panel.units.count + unit }
    }

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

    private var heading: Markup {
        Tag.tr {
            Tag.th(.scope(.column)) { rendering(Wording.item) }
            for period in periods { Tag.th(.scope(.column), .style(.number)) { "\(period)" } }
        }
    }

    private func totals(_ footnotes: Footnotes) -> Markup {
        let root = assessment.root
        let scores = rendering.figures[root.id]?.scores
        return line(rendering(Wording.total)) { row in
            scores?[row] == nil
                ? footnotes.dash(scores?.reasons[row]) : Markup(rendering.score(root, row: row))
        }
            + (assessment.ranksTotal
                ? line(rendering(Wording.rank)) { row in
                    Markup(
                        assessment.ledger.rank(of: root.id, row: row).map { "\($0.rank)/\($0.of)" }
                            ?? rendering(Wording.dash))
                } : .empty)
            + (assessment.ledger.entry(of: root.id, .grade) != nil
                ? line(rendering(Wording.grade)) { row in
                    Markup(
                        assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) }
                            ?? rendering(Wording.dash))
                } : .empty)
    }

    private func values(of node: FrameworkNode, _ footnotes: Footnotes) -> Markup {
        let known = rendering.figures[node.id]
        let unit = known?.unitOfMeasure
        let breaks = known?.seriesBreaks ?? []
        return Tag.tr {
            Tag.th(.scope(.row)) {
                rendering(node.name)
                Tag.span(.style(.measure)) {
                    if let unit, !unit.symbol.zh.isEmpty { rendering(Wording.brackets(unit.symbol)) }
                }
            }
            for (period, row) in zip(periods, rows) {
                Tag.td {
                    if breaks.contains(where: { $0.from == period }) { "‖ " }
                    if let value = known?.value(row) {
                        rendering.value(value, in: unit)
                        if known?.state(row) == .imputed { "*" }
                    } else {
                        footnotes.dash(known?.reason(row))
                    }
                }
            }
        }
    }

    private func line(_ name: String, _ cell: (Int) -> Markup) -> Markup {
        Tag.tr {
            Tag.th(.scope(.row)) { name }
            for row in rows { Tag.td { cell(row) } }
        }
    }

    /// The reasons for the gaps of the tables, in the order in which a reader meets them.
    private var reasons: [Reason] {
        let columns =
            [rendering.figures[assessment.root.id]?.scores]
            + result.indicators.map { rendering.figures[$0.id]?.values }
        var found: [Reason] = []
        for column in columns.compactMap({ $0 }) {
            for row in rows where column[row] == nil {
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
            guard let known = rendering.figures[node.id] else { return false }
            return rows.contains { known.state($0) == .imputed }
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
        Markup(rendering(Wording.dash)) + mark(reason)
    }

    /// The letter of a reason; nothing where it is not among them.
    func mark(_ reason: Reason?) -> Markup {
        guard let reason, let position = reasons.firstIndex(of: reason) else { return .empty }
        return Tag.sup { letter(position) }
    }

    /// What each letter stands for.
    var text: [String] {
        reasons.enumerated().map { "\(letter($0)) \(rendering($1.name))" }
    }

    private func letter(_ position: Int) -> String {
        String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(min(position, 25))))
    }
}
