internal import AssessmentCore

/// Forms the total of a row anew with another score of one indicator, by the steps that the ledger records.
///
/// It knows weighted means with stated weights, bonus, decisions and rounding. Where any other step lies between an
/// indicator and the total, or a formula reads nodes of the framework, it says nothing.
struct TotalReplay: Sendable {
    /// A step after the score of a node was formed.
    private enum Step: Sendable {
        case rounded(decimals: Int)
        case raised(children: [Int], points: [Double], nodePoints: Double)
        case adjusted(Adjustment, [Int: [Ledger.AppliedDecision]])
        case unknown
    }

    /// A node of the framework; the others are named by their places, each before its children.
    private struct Node: Sendable {
        /// The node above; nothing for the root.
        var above: Int?
        let isIndicator: Bool
        /// How much of a score a point is.
        let scale: Double
        /// Whether it has a score as soon as one of its children does.
        let isFilled: Bool
        /// The final scores, NaN where there is none; empty where it has no such column.
        let scores: [Double]
        /// What a weighted mean is taken of; nothing where the score is formed in another way.
        var mean: (children: [Int], weights: [Double])?
        /// The steps after the mean, or after the score of an indicator; nothing where that is not known.
        var later: [Step]?

        func score(_ row: Int) -> Double? { scores.isEmpty || scores[row].isNaN ? nil : scores[row] }
    }

    private let nodes: [Node]
    private let places: [String: Int]
    private let decisions: [AdjustmentDecision]
    private let readsNodes: Bool

    /// Prepares an assessment, where it is known which nodes have a weighted mean as their score.
    init(_ assessment: CompletedAssessment, means: Set<String>) {
        let framework = assessment.root.subtree
        let places = Dictionary(
            framework.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var nodes = framework.map { node in
            let tables = assessment.ledger.entries(of: node.id).filter(\.step.givesNumbers)
            var made = Node(
                isIndicator: node.measure != nil, scale: TotalReplay.pointScale(of: node, assessment),
                isFilled: TotalReplay.isFilled(node), scores: assessment.ledger.scores(of: node.id)?.values ?? [])
            if node.measure != nil {
                made.later = tables.lastIndex { $0.step == .evaluate }.map { place in
                    TotalReplay.steps(tables[(place + 1)...], places)
                }
            } else if means.contains(node.id), case .aggregated(let formed)? = tables.first?.detail,
                formed.weights.setOfRow.isEmpty
            {
                let (children, weights) = (
                    formed.children.compactMap { places[$0] }, formed.weights.weights(row: 0).weights
                )
                // A child that is no node would shift the weights of those behind it.
                if children.count == formed.children.count, weights.count == children.count {
                    made.mean = (children, weights)
                    made.later = TotalReplay.steps(tables.dropFirst(), places)
                }
            }
            return made
        }
        for (place, node) in framework.enumerated() {
            for child in node.children { if let below = places[child.id] { nodes[below].above = place } }
        }
        self.nodes = nodes
        self.places = places
        decisions = assessment.data.decisions
        readsNodes = assessment.ledger.entries.contains { if case .computed = $0.detail { true } else { false } }
    }

    private static func steps(_ tables: ArraySlice<Ledger.Entry>, _ places: [String: Int]) -> [Step] {
        tables.compactMap { entry in
            switch entry.detail {
            case .resolved: nil
            case .rounded(let decimals): .rounded(decimals: decimals)
            case .raised(let children, let points, let whole):
                .raised(children: children.compactMap { places[$0] }, points: points, nodePoints: whole)
            case .adjusted(let adjustment, let applied): .adjusted(adjustment, applied)
            default: .unknown
            }
        }
    }

    /// The total of a row with another score of an indicator, as its method would give it.
    ///
    /// - Returns: nothing where the steps on the way are not all known, or do not give the total that the ledger has.
    func total(row: Int, with score: Double, of indicator: FrameworkNode) -> Double? {
        guard !readsNodes, let total = nodes[0].score(row), let place = places[indicator.id] else { return nil }
        var start = place
        while nodes[start].score(row) == nil, let above = nodes[start].above {
            guard !nodes[above].isIndicator, nodes[above].isFilled else { return nil }
            start = above
        }
        guard let known = climb(from: start, nodes[start].score(row), row),
            (known - total).magnitude <= 1e-9 * max(1, total.magnitude),
            let later = nodes[place].later, let score = finish(later, of: nodes[place], score, row, nil)
        else { return nil }
        return climb(from: place, score, row)
    }

    /// The total where a node has a score, or none.
    private func climb(from start: Int, _ score: Double?, _ row: Int) -> Double? {
        var (place, score) = (start, score)
        while let above = nodes[place].above {
            let changed = Changed(place: place, score: score)
            guard let mean = nodes[above].mean, let later = nodes[above].later,
                let formed = self.mean(mean.children, mean.weights, changed, row),
                let next = finish(later, of: nodes[above], formed, row, changed)
            else { return nil }
            (place, score) = (above, next)
        }
        return score
    }

    /// A node with the score that is put in the place of its own.
    private struct Changed {
        let place: Int
        let score: Double?
    }

    private func score(of place: Int, _ changed: Changed?, _ row: Int) -> Double? {
        if let changed, changed.place == place { return changed.score }
        return nodes[place].score(row)
    }

    private func mean(_ children: [Int], _ weights: [Double], _ changed: Changed, _ row: Int) -> Double? {
        var (sum, whole) = (0.0, 0.0)
        for (child, weight) in zip(children, weights) {
            guard let score = score(of: child, changed, row) else { continue }
            sum += weight * score
            whole += weight
        }
        return whole > 0 ? sum / whole : nil
    }

    /// The score of a node after the steps that follow upon one.
    private func finish(
        _ steps: [Step], of node: Node, _ start: Double, _ row: Int, _ changed: Changed?
    ) -> Double? {
        var current = start
        for step in steps {
            switch step {
            case .rounded(let decimals): current = DecimalRounding.round(current, decimals: decimals)
            case .raised(let children, let points, let whole):
                for (child, extra) in zip(children, points) {
                    if let score = score(of: child, changed, row), score > 0 {
                        current += min(score, 100) * extra / whole
                    }
                }
            case .adjusted(let adjustment, let applied):
                guard let made = applied[row], !made.isEmpty else { continue }
                let values = made.map {
                    decisions.indices.contains($0.decision) ? decisions[$0.decision].value ?? .nan : .nan
                }
                current = adjustment.scores(after: values, from: current, scale: node.scale).last ?? current
            case .unknown: return nil
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
}
