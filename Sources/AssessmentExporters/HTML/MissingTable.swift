internal import AssessmentCore

/// The indicators of a unit without a measured value: why, and what it means for the score.
struct MissingTable {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var row: Int { result.row }

    /// The section.
    var markup: Markup {
        let missing = missing
        return Tag.section {
            Tag.h2 { rendering(Wording.missing) }
            if missing.isEmpty {
                Tag.p { rendering(Wording.nothingMissing) }
            } else {
                Tag.table(.style(.stacked)) {
                    Tag.caption { rendering(Wording.missingLead) }
                    Tag.thead {
                        Tag.tr {
                            for heading in [Wording.indicator, Wording.state, Wording.reason, Wording.consequence] {
                                Tag.th(.scope(.column)) { rendering(heading) }
                            }
                        }
                    }
                    Tag.tbody {
                        for node in missing { line(node) }
                    }
                }
            }
        }
    }

    /// The indicators without a measured value.
    var missing: [FrameworkNode] {
        result.indicators.filter { rendering.figures[$0.id]?.state(row) != .measured }
    }

    private func line(_ node: FrameworkNode) -> Markup {
        let values = rendering.figures[node.id]?.values
        return Tag.tr {
            Tag.th(.scope(.row)) {
                rendering(node.name)
                NodeName(rendering: rendering, node: node).mark
            }
            Tag.td(.style(.words), .heading(rendering(Wording.state))) {
                values.map { rendering(Wording.state($0.states[row])) } ?? rendering(Wording.dash)
            }
            Tag.td(.style(.words), .heading(rendering(Wording.reason))) {
                values.map { rendering.reason($0, row: row) } ?? rendering(Wording.dash)
            }
            Tag.td(.style(.words), .heading(rendering(Wording.consequence))) { consequence(of: node) }
        }
    }

    /// What the lack of a value means for the score.
    func consequence(of node: FrameworkNode) -> String {
        if let action = assessment.actionOnMissing(of: node.id, row: row) { return rendering(action.name) }
        guard rendering.figures[node.id]?.score(row) != nil else {
            return rendering(node.bonusPoints == nil ? Wording.notScored : Wording.noBonus)
        }
        return rendering(Wording.score) + rendering(Wording.colon) + rendering.score(node, row: row)
    }
}
