internal import AssessmentCore

/// Whether an indicator stands out among those of a unit, against its peers.
enum Standout {
    case strength
    case weakness

    /// What an indicator is in a row: a strength where at most a quarter of the peers with a score, this one among them,
    /// score as high; a weakness where at most a quarter score as low; nothing among fewer than four.
    init?(of node: FrameworkNode, row: Int, in assessment: CompletedAssessment) {
        guard node.direction != .lowerIsBetter, let scores = assessment.ledger.scores(of: node.id),
            let own = scores[row]
        else { return nil }
        let peers = assessment.peers(ofRow: row).compactMap { scores[$0] }
        guard peers.count >= 4 else { return nil }
        if 4 * peers.count(where: { $0 > own - 1e-9 }) <= peers.count {
            self = .strength
        } else if 4 * peers.count(where: { $0 < own + 1e-9 }) <= peers.count {
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
