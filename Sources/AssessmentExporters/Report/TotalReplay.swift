internal import AssessmentCore

/// Forms the total of a row anew with another score of one indicator, by the steps that the ledger records.
///
/// It knows weighted means with stated weights, bonus, decisions and rounding. Where any other step lies between an
/// indicator and the total, or a formula reads nodes of the framework, it says nothing.
struct TotalReplay: Sendable {
    private let assessment: CompletedAssessment
    private let root: String
    /// The node above each node.
    private let above: [String: FrameworkNode]
    /// How much of a score a point of each node is.
    private let scales: [String: Double]
    /// Whether the score of each node above indicators is formed in a way that it knows.
    private let isKnown: [String: Bool]
    private let readsNodes: Bool
    /// Whether each node without a score has one as soon as one of its children does.
    private let isFilled: [String: Bool]
    /// The final scores of each node.
    private let scores: [String: Column]
    /// The tables of each node, those that give numbers.
    private let tables: [String: [Ledger.Entry]]

    /// Prepares an assessment, where it is known which nodes have a weighted mean as their score.
    init(_ assessment: CompletedAssessment, means: Set<String>) {
        self.assessment = assessment
        let framework = assessment.root.subtree
        root = assessment.root.id
        var above: [String: FrameworkNode] = [:]
        var scores: [String: Column] = [:]
        var tables: [String: [Ledger.Entry]] = [:]
        var scales: [String: Double] = [:]
        for node in framework {
            scales[node.id] = TotalReplay.pointScale(of: node, assessment)
            scores[node.id] = assessment.ledger.scores(of: node.id)
            tables[node.id] = assessment.ledger.entries(of: node.id).filter(\.step.givesNumbers)
            for child in node.children { above[child.id] = node }
        }
        self.scores = scores
        self.tables = tables
        self.above = above
        self.scales = scales
        isKnown = Dictionary(
            framework.map { ($0.id, means.contains($0.id) && TotalReplay.hasStatedWeights($0, assessment)) },
            uniquingKeysWith: { first, _ in first })
        isFilled = Dictionary(
            framework.map { ($0.id, TotalReplay.isFilled($0)) }, uniquingKeysWith: { first, _ in first })
        readsNodes = assessment.ledger.entries.contains { if case .computed = $0.detail { true } else { false } }
    }

    /// The total of a row with another score of an indicator, as its method would give it.
    ///
    /// - Returns: nothing where the steps on the way are not all known, or do not give the total that the ledger has.
    func total(row: Int, with score: Double, of indicator: FrameworkNode) -> Double? {
        guard !readsNodes, let total = scores[root]?[row] else { return nil }
        var start = indicator.id
        while scores[start]?[row] == nil, start != root {
            guard let node = above[start], node.measure == nil, isFilled[node.id] ?? false else { return nil }
            start = node.id
        }
        guard let known = climb(from: start, scores[start]?[row], row),
            (known - total).magnitude <= 1e-9 * max(1, total.magnitude)
        else { return nil }
        guard let entries = tables[indicator.id], let place = entries.lastIndex(where: { $0.step == .evaluate }),
            let score = finish(entries[(place + 1)...], of: indicator.id, score, row, nil)
        else { return nil }
        return climb(from: indicator.id, score, row)
    }

    /// The total where a node has a score, or none.
    private func climb(from start: String, _ score: Double?, _ row: Int) -> Double? {
        var (id, score) = (start, score)
        while id != root {
            guard let node = above[id], isKnown[node.id] ?? false, let entries = tables[node.id] else { return nil }
            let changed = Changed(node: id, score: score)
            guard let first = entries.first, case .aggregated(let aggregated) = first.detail,
                let mean = mean(aggregated, changed, row),
                let next = finish(entries.dropFirst(), of: node.id, mean, row, changed)
            else { return nil }
            (id, score) = (node.id, next)
        }
        return score
    }

    /// A node with the score that is put in the place of its own.
    private struct Changed {
        let node: String
        let score: Double?
    }

    private func score(of node: String, _ changed: Changed?, _ row: Int) -> Double? {
        if let changed, changed.node == node { return changed.score }
        return scores[node]?[row]
    }

    private func mean(_ aggregated: Ledger.Aggregated, _ changed: Changed, _ row: Int) -> Double? {
        var (sum, whole) = (0.0, 0.0)
        for (child, weight) in zip(aggregated.children, aggregated.weights.weights(row: row).weights) {
            guard let score = score(of: child, changed, row) else { continue }
            sum += weight * score
            whole += weight
        }
        return whole > 0 ? sum / whole : nil
    }

    /// The score of a node after the steps that follow upon one.
    private func finish(
        _ entries: ArraySlice<Ledger.Entry>, of node: String, _ start: Double, _ row: Int, _ changed: Changed?
    ) -> Double? {
        var current = start
        for entry in entries {
            switch entry.detail {
            case .resolved: continue
            case .rounded(let decimals): current = DecimalRounding.round(current, decimals: decimals)
            case .raised(let children, let points, let nodePoints):
                for (child, extra) in zip(children, points) {
                    if let score = score(of: child, changed, row), score > 0 {
                        current += min(score, 100) * extra / nodePoints
                    }
                }
            case .adjusted(let adjustment, let applied):
                let decisions = assessment.data.decisions
                let values = (applied[row] ?? []).map {
                    decisions.indices.contains($0.decision) ? decisions[$0.decision].value ?? .nan : .nan
                }
                let scale = scales[node] ?? 1
                current = adjustment.scores(after: values, from: current, scale: scale).last ?? current
            default: return nil
            }
        }
        return current.isFinite ? current : nil
    }

    /// Whether nothing but the lack of scores below keeps a node from having one.
    private static func isFilled(_ node: FrameworkNode) -> Bool {
        guard node.unrankedAbove == nil, node.leastChildren == nil else { return false }
        return !node.children.contains { child in
            child.steps.contains { step in
                guard case .missing(let rule) = step else { return false }
                return rule.otherwise == .noScore || rule.actions.values.contains(.noScore)
            }
        }
    }

    /// How much of a score a point is: 1 where there is no scheme of points, or the node has full marks of 100.
    private static func pointScale(of node: FrameworkNode, _ assessment: CompletedAssessment) -> Double {
        guard case .points(let full) = assessment.specification.weightScale else { return 1 }
        if node.id == assessment.root.id { return 100 / full }
        switch node.role {
        case .weighted(let points): return points.map { 100 / $0 } ?? 1
        case .bonus(let points): return 100 / points
        }
    }

    /// Whether the weights of the children do not depend on their scores.
    private static func hasStatedWeights(_ node: FrameworkNode, _ assessment: CompletedAssessment) -> Bool {
        for case .aggregated(let aggregated) in assessment.ledger.entries(of: node.id).map(\.detail) {
            guard aggregated.weights.setOfRow.isEmpty else { return false }
        }
        return true
    }
}
