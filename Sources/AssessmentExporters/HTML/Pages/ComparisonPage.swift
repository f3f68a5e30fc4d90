internal import AssessmentCore

/// Every score of every unit in one table, whose rows a script puts side by side.
struct ComparisonPage {
    let frame: PageFrame

    /// The page.
    var document: [UInt8] {
        let rendering = frame.rendering
        let assessment = rendering.assessment
        let root = assessment.root
        let nodes = root.children.flatMap(\.subtree)
        let footnotes = Footnotes(rendering: rendering, reasons: reasons(nodes))
        let isImputed = nodes.contains { node in
            rendering.figures.rows.contains { rendering.figures[node.id]?.values?.states[$0] == .imputed }
        }
        let notes = footnotes.text + (isImputed ? [rendering(Wording.imputedMark)] : [])
        return frame.document(title: rendering(Wording.comparisonTitle)) {
            Tag.h1 { rendering(Wording.comparisonTitle) }
            Tag.p(.style(.lead)) { rendering(Wording.comparisonLead) }
            ScrollingTable(
                caption: rendering(Wording.allScores(assessment.specification.period)), style: .ranking,
                isSortable: true, isFilterable: true, anchor: .allScores
            ).markup {
                Tag.thead {
                    Tag.tr {
                        Tag.th(.scope(.column), .style(.sticky)) { rendering(Wording.unit) }
                        if assessment.ranksTotal {
                            Tag.th(.scope(.column), .style(.number, .rank)) { rendering(Wording.rank) }
                        }
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.total) }
                        for node in nodes { Tag.th(.scope(.column), .style(.number)) { rendering(node.name) } }
                    }
                }
                Tag.tbody {
                    for row in rendering.figures.rows { line(row, nodes, footnotes) }
                }
            }
            if !notes.isEmpty {
                Tag.p(.style(.note)) {
                    rendering(Wording.notMeasuredNote)
                    notes.joined(separator: rendering(Wording.semicolon))
                }
            }
        }
    }

    /// Why indicators have no value, in the order in which a reader meets the reasons.
    private func reasons(_ nodes: [FrameworkNode]) -> [Reason] {
        let figures = frame.rendering.figures
        var found: [Reason] = []
        for row in figures.rows {
            for node in nodes {
                guard let values = figures[node.id]?.values, values[row] == nil, let reason = values.reasons[row],
                    !found.contains(reason)
                else { continue }
                found.append(reason)
            }
        }
        return found
    }

    /// A score with the mark of a value that was not measured.
    private func cell(_ node: FrameworkNode, _ row: Int, _ footnotes: Footnotes) -> Markup {
        let rendering = frame.rendering
        let score = Markup(rendering.score(node, row: row))
        guard let values = rendering.figures[node.id]?.values else { return score }
        if values.states[row] == .imputed { return score + Markup("*") }
        return values[row] == nil ? score + footnotes.mark(values.reasons[row]) : score
    }

    private func line(_ row: Int, _ nodes: [FrameworkNode], _ footnotes: Footnotes) -> Markup {
        let rendering = frame.rendering
        let assessment = rendering.assessment
        let unit = assessment.ledger.panel.unit(ofRow: row)
        return Tag.tr(.id(.unit(unit.code))) {
            Tag.th(.scope(.row), .style(.sticky)) {
                Tag.a(.href(frame.link(to: .unit(code: unit.code)))) { rendering(unit.name) }
            }
            if assessment.ranksTotal {
                Tag.td(.style(.number, .rank)) {
                    assessment.ledger.rank(of: assessment.root.id, row: row).map { "\($0.rank)/\($0.of)" }
                        ?? rendering(Wording.dash)
                }
            }
            Tag.td(.style(.number, .total)) { rendering.score(assessment.root, row: row) }
            for node in nodes { Tag.td(.style(.number)) { cell(node, row, footnotes) } }
        }
    }
}
