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
                    for row in rendering.figures.rows { line(row, nodes) }
                }
            }
        }
    }

    private func line(_ row: Int, _ nodes: [FrameworkNode]) -> Markup {
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
            for node in nodes { Tag.td(.style(.number)) { rendering.score(node, row: row) } }
        }
    }
}
