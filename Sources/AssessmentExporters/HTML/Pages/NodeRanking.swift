internal import AssessmentCore

/// The units by their score at a node, with its value where the node is an indicator.
struct NodeRanking {
    let frame: PageFrame
    let node: FrameworkNode
    private let known: Figures.Node?
    private let isIndicator: Bool
    /// Whether any unit has a target in the period.
    private let hasTarget: Bool

    private var rendering: Rendering { frame.rendering }
    private var figures: Figures { rendering.figures }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// Creates the ranking of a node.
    init(frame: PageFrame, node: FrameworkNode) {
        self.frame = frame
        self.node = node
        let figures = frame.rendering.figures
        let known = figures[node.id]
        self.known = known
        isIndicator = known?.isIndicator ?? false
        hasTarget = figures.rows.contains { known?.targets[$0] != nil }
    }

    /// A table for each peer group.
    var markup: Markup {
        Tag.section {
            Tag.h2 { rendering(Wording.rankingOfUnits) }
            Tag.p(.style(.note)) { rendering(Wording.barNote) }
            for group in assessment.peerGroups.indices { table(ofGroupAt: group) }
        }
    }

    private func table(ofGroupAt group: Int) -> Markup {
        let units = assessment.ledger.panel.units.count
        let rows = figures.rows.filter {
            assessment.peerGroupOfUnit[$0 % units] == group && known?.reason($0) != .notAssessedAtLevel
        }
        guard !rows.isEmpty else { return .empty }
        let ordered = rows.map { ($0, figures.standing(of: node.id, row: $0)?.rank ?? Int.max) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
        let name = rendering.name(ofGroup: assessment.peerGroups[group])
        let unit = known?.unitOfMeasure
        let fullMarks: Double? = assessment.hasHundred(node) ? 100 : nil
        return ScrollingTable(
            caption: rendering(Wording.nodeByUnit(rendering(node.name), name, assessment.specification.period)),
            style: .ranking, isSortable: true, isFilterable: true
        ).markup {
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column), .style(.number, .rank)) { rendering(Wording.rank) }
                    Tag.th(.scope(.column), .style(.sticky)) { rendering(Wording.unit) }
                    if isIndicator {
                        Tag.th(.scope(.column), .style(.number)) {
                            rendering(Wording.value)
                                + (unit.flatMap { $0.symbol.zh.isEmpty ? nil : rendering(Wording.brackets($0.symbol)) }
                                    ?? "")
                        }
                        if hasTarget { Tag.th(.scope(.column), .style(.number)) { rendering(Wording.target) } }
                    }
                    Tag.th(.scope(.column), .style(.number)) { rendering(Wording.score) }
                    Tag.td(.style(.barCell)) {}
                    if isIndicator { Tag.th(.scope(.column)) { rendering(Wording.state) } }
                }
            }
            Tag.tbody {
                for row in ordered { line(row, unit, fullMarks: fullMarks) }
            }
        }
    }

    private func line(_ row: Int, _ unit: UnitOfMeasure?, fullMarks: Double?) -> Markup {
        let assessed = assessment.ledger.panel.unit(ofRow: row)
        let score = rendering.score(node, row: row)
        let median = figures.peerMedian(of: node.id, row: row)
        let value = known?.value(row)
        return Tag.tr {
            Tag.td(.style(.number, .rank)) {
                (figures.standing(of: node.id, row: row)?.rank).map(String.init) ?? rendering(Wording.dash)
            }
            Tag.th(.scope(.row), .style(.sticky)) {
                Tag.a(.href(frame.link(to: .unit(code: assessed.code)))) { rendering(assessed.name) }
            }
            if isIndicator {
                Tag.td(.style(.number), .order(value)) {
                    value.map { rendering.value($0, in: unit) } ?? rendering(Wording.dash)
                }
                if hasTarget {
                    Tag.td(.style(.number)) {
                        known?.targets[row].map { rendering.plain($0.value) } ?? rendering(Wording.dash)
                    }
                }
            }
            Tag.td(.style(.number, .total)) { score }
            Tag.td(.style(.barCell)) {
                Bar(
                    score: known?.score(row), median: median, full: known?.barLength ?? 100, fullMarks: fullMarks,
                    label: rendering(
                        Wording.bar(
                            score, median: median.map { DecimalRounding.text($0, decimals: figures.decimals(of: node)) }
                        ))
                ).markup
            }
            if isIndicator {
                Tag.td {
                    known?.values.map { values in
                        values.states[row] == .measured
                            ? rendering(Wording.state(.measured))
                            : rendering(Wording.state(values.states[row])) + rendering(Wording.colon)
                                + rendering.shortReason(values, row: row)
                    } ?? rendering(Wording.dash)
                }
            }
        }
    }
}

/// The values of an indicator, or the scores of a pillar, of every unit in every period.
struct NodeHistory {
    let frame: PageFrame
    let node: FrameworkNode
    private let known: Figures.Node?

    /// Creates the history of a node.
    init(frame: PageFrame, node: FrameworkNode) {
        self.frame = frame
        self.node = node
        known = frame.rendering.figures[node.id]
    }

    /// The section; nothing where there is only one period.
    var markup: Markup {
        let rendering = frame.rendering
        let assessment = rendering.assessment
        let panel = assessment.ledger.panel
        guard panel.periods.count > 1 else { return .empty }
        let unit = rendering.unitOfMeasure(of: node)
        return Tag.section {
            Tag.h2 { rendering(Wording.history) }
            if node.measure != nil { SiteCharts(rendering: rendering).values(of: node) }
            ScrollingTable(
                caption: rendering(node.measure == nil ? Wording.scoresByPeriod : Wording.valuesByPeriod),
                style: .ranking,
                isSortable: true
            ).markup {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column), .style(.sticky)) { rendering(Wording.unit) }
                        for period in panel.periods { Tag.th(.scope(.column), .style(.number)) { "\(period)" } }
                    }
                }
                Tag.tbody {
                    for (position, assessed) in panel.units.enumerated() {
                        Tag.tr {
                            Tag.th(.scope(.row), .style(.sticky)) { rendering(assessed.name) }
                            for period in panel.periods.indices {
                                Tag.td(.style(.number)) { cell(period * panel.units.count + position, unit) }
                            }
                        }
                    }
                }
            }
            for seriesBreak in assessment.seriesBreaks(of: node) {
                Tag.p(.style(.note)) {
                    rendering(Wording.seriesBreak) + "\(seriesBreak.from)" + rendering(Wording.colon)
                        + rendering(seriesBreak.note)
                }
            }
        }
    }

    private func cell(_ row: Int, _ unit: UnitOfMeasure?) -> String {
        let rendering = frame.rendering
        guard let known, known.isIndicator else { return rendering.score(node, row: row) }
        return known.value(row).map { rendering.value($0, in: unit) }
            ?? rendering(Wording.dash)
    }
}
