internal import AssessmentCore

/// Whether an indicator stands out among those of a unit, against its peers.
enum Standout {
    case strength
    case weakness

    /// What an indicator is in a row: a strength where at most a quarter of the peers with a score, this one among them,
    /// score as well; a weakness where at most a quarter score no better; nothing among fewer than four.
    init?(of node: FrameworkNode, row: Int, in figures: Figures) {
        guard let known = figures[node.id], let scores = known.scores, let own = scores[row] else { return nil }
        let peers = figures.assessment.peers(ofRow: row).compactMap { scores[$0] }
        guard peers.count >= 4 else { return nil }
        if 4 * peers.count(where: { !known.direction.prefers(own, to: $0) }) <= peers.count {
            self = .strength
        } else if 4 * peers.count(where: { !known.direction.prefers($0, to: own) }) <= peers.count {
            self = .weakness
        } else {
            return nil
        }
    }

    /// The mark beside the name.
    var mark: String {
        switch self {
        case .strength: Wording.strengthMark
        case .weakness: Wording.weaknessMark
        }
    }
}
