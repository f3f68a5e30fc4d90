internal import AssessmentCore

/// What decisions and quotas did to a unit's scores and grade, in sight: a total that does not earn its rank or grade would
/// puzzle its reader.
struct DecisionsSection {
    let rendering: Rendering
    let result: UnitResult

    /// The section; nothing where no decision and no quota changed anything.
    var markup: Markup {
        let decided = decided
        guard !decided.isEmpty else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.decisions) }
            Tag.p { rendering(Wording.decisionsLead) }
            for (node, lines) in decided {
                if node.id != rendering.assessment.root.id { Tag.h3 { rendering(node.name) } }
                Tag.ol(.style(.steps)) {
                    for line in lines { WorkingsList(rendering: rendering, result: result).step(line) }
                }
            }
        }
    }

    /// What was decided, node by node in the order in which they are computed.
    var decided: [(node: FrameworkNode, lines: [Trace.Line])] {
        nodes.map { node in (node: node, lines: lines(of: node)) }.filter { !$0.lines.isEmpty }
    }

    /// The nodes in the order in which they are computed: each after those below it.
    private var nodes: [FrameworkNode] { rendering.figures.framework.reversed() }

    private func lines(of node: FrameworkNode) -> [Trace.Line] {
        guard let lines = result.traces[node.id]?.lines else { return [] }
        let ledger = rendering.assessment.ledger
        return lines.reversed().filter { line in
            switch line.step {
            case .adjust, .veto: return true
            case .quota:
                // Who keeps a grade within its places lost nothing.
                let grades = ledger.entries(of: node.id).filter(\.step.givesGrade)
                guard let place = grades.lastIndex(where: { $0.step == .quota }), place > 0 else { return false }
                return grades[place].column[result.row] != grades[place - 1].column[result.row]
            default: return false
            }
        }
    }
}
