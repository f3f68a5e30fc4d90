internal import AssessmentCore

/// The ranking of a peer group with the scores of every pillar.
struct RankingTable {
    let frame: PageFrame
    let group: Int

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var hasGrades: Bool { assessment.ledger.entry(of: root.id, .grade) != nil }
    private var hasLight: Bool { assessment.ledger.entry(of: root.id, .light) != nil }
    private var groupName: String? { rendering.name(ofGroup: assessment.peerGroups[group]) }

    /// The table with its heading and notes.
    var markup: Markup {
        let (ranked, unranked) = assessment.ranking(ofGroupAt: group)
        guard !ranked.isEmpty || !unranked.isEmpty else { return .empty }
        let best = highestScores(ranked)
        let spans = spans
        let lowered = LoweredGrades(rendering: rendering, rows: ranked + unranked)
        return Tag.section {
            Tag.h2 { groupName ?? rendering(Wording.ranking) }
            ScrollingTable(
                caption: rendering(
                    Wording.rankingCaption(
                        groupName, assessment.specification.period, outOf: assessment.isOutOfHundred ? 100 : nil)),
                style: .ranking, isSortable: true, isFilterable: true
            ).markup {
                Tag.thead { heading(spans) }
                Tag.tbody {
                    for row in ranked { line(row, best: best, lowered, spans) }
                    for row in unranked { unrankedLine(row) }
                }
            }
            Tag.p(.style(.note)) {
                rendering(Wording.measuredShareNote)
                rendering(Wording.highestNote)
                if let robustness = rendering.figures.robustness { robustness.note(rendering) }
            }
            if !lowered.notes.isEmpty {
                Tag.p(.style(.note)) { lowered.notes.joined(separator: rendering(Wording.semicolon)) }
            }
        }
    }

    private var columnCount: Int {
        4 + spans.count + (assessment.ranksTotal ? 1 : 0) + (hasLight ? 1 : 0) + (hasGrades ? 1 : 0)
            + (showsChange ? 1 : 0)
            + root.pillars.count
    }

    private var showsChange: Bool { assessment.ranksTotal && assessment.previousPeriod != nil }

    /// Intervals from errors of the data, and the range over methods.
    private var spans: [RobustnessTables.Column] {
        guard let robustness = rendering.figures.robustness else { return [] }
        return RobustnessTables(frame: frame, robustness: robustness).spans
    }

    private func heading(_ spans: [RobustnessTables.Column]) -> Markup {
        Tag.tr {
            if assessment.ranksTotal { Tag.th(.scope(.column), .style(.number, .rank)) { rendering(Wording.rank) } }
            Tag.th(.scope(.column), .style(.sticky)) { rendering(Wording.unit) }
            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.total) }
            Tag.td(.style(.barCell)) {}
            if hasGrades { Tag.th(.scope(.column)) { rendering(Wording.grade) } }
            if hasLight { Tag.th(.scope(.column)) { rendering(Wording.light) } }
            for span in spans { Tag.th(.scope(.column), .style(.number)) { rendering(span.heading) } }
            if showsChange, let period = assessment.previousPeriod {
                Tag.th(.scope(.column), .style(.number)) { rendering(Wording.against(period)) }
            }
            for pillar in root.pillars {
                Tag.th(.scope(.column), .style(.number)) { rendering(pillar.name) }
            }
            Tag.th(.scope(.column), .style(.number)) { rendering(Wording.measuredShare) }
        }
    }

    private func line(
        _ row: Int, best: [String: Double], _ lowered: LoweredGrades, _ spans: [RobustnessTables.Column]
    ) -> Markup {
        let total = rendering.figures[root.id]?.score(row)
        let text = rendering.score(root, row: row)
        return Tag.tr {
            if assessment.ranksTotal {
                Tag.td(.style(.number, .rank)) {
                    (assessment.ledger.rank(of: root.id, row: row)?.rank).map(String.init) ?? rendering(Wording.dash)
                }
            }
            name(row)
            Tag.td(.style(.number, .total)) { text }
            Tag.td(.style(.barCell)) {
                Bar(
                    score: total, median: nil, full: rendering.figures.barLength(of: root),
                    fullMarks: assessment.hasHundred(root) ? 100 : nil,
                    label: rendering(Wording.bar(text, median: nil))
                )
                .markup
            }
            if hasGrades { Tag.td { grade(row) + lowered.mark(row) } }
            if hasLight { Tag.td { light(row) } }
            for span in spans { span.data(row) }
            if showsChange {
                Tag.td(.style(.number), .order(assessment.changeOfRank(row: row).map(Double.init))) {
                    RankChange(rendering: rendering, row: row).markup
                }
            }
            for pillar in root.pillars {
                let isBest = rendering.figures.printedScore(of: pillar, row: row).map { $0 == best[pillar.id] } ?? false
                Tag.td(isBest ? .style(.number, .best) : .style(.number)) { rendering.score(pillar, row: row) }
            }
            Tag.td(.style(.number)) { rendering.percent(assessment.measuredShare(of: root.id, row: row)) }
        }
    }

    private func unrankedLine(_ row: Int) -> Markup {
        let scores = rendering.figures[root.id]?.scores
        return Tag.tr(.style(.unranked)) {
            if assessment.ranksTotal { Tag.td(.style(.number, .rank)) { rendering(Wording.dash) } }
            name(row)
            Tag.td(.columns(columnCount - (assessment.ranksTotal ? 3 : 2))) {
                rendering(Wording.unranked) + rendering(Wording.colon)
                scores.map { rendering.reason($0, row: row) } ?? rendering(Wording.dash)
            }
            Tag.td(.style(.number)) { rendering.percent(assessment.measuredShare(of: root.id, row: row)) }
        }
    }

    private func name(_ row: Int) -> Markup {
        let unit = assessment.ledger.panel.unit(ofRow: row)
        return Tag.th(.scope(.row), .style(.sticky)) {
            Tag.a(.href(frame.link(to: .unit(code: unit.code)))) { rendering(unit.name) }
        }
    }

    private func light(_ row: Int) -> Markup {
        guard let colour = rendering.figures[root.id]?.lights[row] else {
            return Markup(rendering(Wording.dash))
        }
        return Tag.span(.style(Rendering.style(of: colour))) { rendering(colour.name) }
    }

    private func grade(_ row: Int) -> Markup {
        assessment.ledger.grade(of: root.id, row: row).map { band in
            Tag.span(.style(.grade)) { rendering(band.name) }
        } ?? Markup(rendering(Wording.dash))
    }

    /// The best printed score of each pillar among several units.
    private func highestScores(_ rows: [Int]) -> [String: Double] {
        guard rows.count > 1 else { return [:] }
        var best: [String: Double] = [:]
        for pillar in root.pillars {
            let scores = rows.compactMap { rendering.figures.printedScore(of: pillar, row: $0) }
            best[pillar.id] = rendering.figures.direction(of: pillar) == .lowerIsBetter ? scores.min() : scores.max()
        }
        return best
    }
}

/// The change of a unit's rank against the period before, as an arrow for the eye and in words.
struct RankChange {
    let rendering: Rendering
    let row: Int

    /// The change; a dash where there is nothing to compare.
    var markup: Markup {
        guard let places = rendering.assessment.changeOfRank(row: row) else {
            return Markup(rendering(Wording.dash))
        }
        let mark = places == 0 ? "＝" : places > 0 ? "▲\u{2009}\(places)" : "▼\u{2009}\(-places)"
        return Tag.span(.style(places > 0 ? .up : places < 0 ? .down : .same), .hidden()) { mark }
            + Tag.span(.style(.spoken)) { rendering(Wording.moved(places)) }
    }
}

/// A table that scrolls on its own where the page is too narrow for it.
struct ScrollingTable {
    let caption: String
    let style: StyleClass
    /// Whether a heading right above says the same, so that the caption need only be spoken.
    var isTitled = false
    /// Whether a script may sort its rows.
    var isSortable = false
    /// Whether a script may filter its rows.
    var isFilterable = false
    /// Its place on the page.
    var anchor: Anchor?

    /// The table around its content.
    func markup(@MarkupBuilder content: () -> Markup) -> Markup {
        Tag.div(
            .style(.scroll), .role("region"), .label(caption), .focusable(), anchor.map { Attribute.id($0) }
        ) {
            Tag.table(.style(style, isSortable ? .sortable : nil, isFilterable ? .filterable : nil)) {
                isTitled ? Tag.caption(.style(.spoken)) { caption } : Tag.caption { caption }
                content()
            }
        }
    }
}

extension CompletedAssessment {
    /// The score that a full bar of a node stands for: 100; where scores are shares, 1; where they go beyond either, the
    /// highest.
    func barLength(of node: FrameworkNode) -> Double {
        let highest = ledger.scores(of: node.id)?.values.lazy.filter { !$0.isNaN }.map(\.magnitude).max() ?? 100
        return hasHundred(node) ? max(100, highest) : max(1, highest)
    }

    /// Whether the totals are known to be points out of a hundred: what a formula gives may be anything.
    var isOutOfHundred: Bool {
        if case .points = specification.weightScale { return true }
        guard hasHundred(root), ledger.entry(of: root.id, .formula) == nil else { return false }
        return ledger.scores(of: root.id)?.values.allSatisfy { $0.isNaN || (-1e-9...100 + 1e-9).contains($0) } ?? false
    }

    /// Whether the scores of a node are points out of a hundred, as far as they show it: shares stay within one.
    func hasHundred(_ node: FrameworkNode) -> Bool {
        if case .points = specification.weightScale { return true }
        return ledger.scores(of: node.id)?.values.contains { $0.magnitude > 1 + 1e-9 } ?? true
    }

}
