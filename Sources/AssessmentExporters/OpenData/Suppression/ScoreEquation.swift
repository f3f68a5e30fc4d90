internal import AssessmentCore

/// A node with the nodes that its score is formed from: one score among them follows from all the others.
struct ScoreEquation {
    /// A node with what it counts.
    struct Member {
        let node: FrameworkNode
        let weight: Double
    }

    /// The node whose score is formed.
    let node: FrameworkNode
    fileprivate let parts: [FrameworkNode]
    fileprivate let aggregated: Ledger.Aggregated?

    /// The node and its parts that have a score and count in a row.
    func members(row: Int, _ assessment: CompletedAssessment) -> [Member] {
        let given = aggregated?.weights.weights(row: row).weights ?? []
        let weights = Dictionary(
            zip(aggregated?.children ?? [], given).map { ($0, $1) }, uniquingKeysWith: { first, _ in first })
        let all =
            [Member(node: node, weight: .infinity)]
            + parts.map { Member(node: $0, weight: weights[$0.id] ?? .greatestFiniteMagnitude) }
        return all.filter { member in
            assessment.ledger.scores(of: member.node.id)?[row] != nil
                && (weights[member.node.id].map { $0 != 0 } ?? true)
        }
    }
}

extension [ScoreEquation.Member] {
    /// The first one of the least weight.
    var leastWeight: ScoreEquation.Member? { self.min { $0.weight < $1.weight } }
}

/// The equations of an assessment.
struct ScoreEquations {
    /// Each node before those below it.
    let all: [ScoreEquation]
    private let byNode: [String: ScoreEquation]

    /// The equations of an assessment.
    init(_ assessment: CompletedAssessment) {
        let nodes = Dictionary(
            assessment.root.subtree.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        all = assessment.root.subtree.compactMap { node in
            var parts: [String] = []
            var aggregated: Ledger.Aggregated?
            for entry in assessment.ledger.entries(of: node.id) {
                switch entry.detail {
                case .aggregated(let formed):
                    aggregated = formed
                    parts += formed.children
                case .raised(let children, _, _): parts += children
                case .computed(_, let read, _): parts += read
                default: break
                }
            }
            let known = parts.compactMap { nodes[$0] }
            return known.isEmpty ? nil : ScoreEquation(node: node, parts: known, aggregated: aggregated)
        }
        byNode = Dictionary(all.map { ($0.node.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// That of a node; nothing where its score is not formed from others.
    subscript(node: String) -> ScoreEquation? { byNode[node] }
}
