internal import AssessmentCore

/// What the nodes of the framework count in the total: of full marks in a review, of 100 per cent elsewhere.
struct Weights: Sendable {
    /// What a node counts.
    struct Weight: Sendable, Hashable {
        /// By the framework alone.
        let stated: Double
        /// In the row, where siblings without a score leave theirs to the others; nothing where it has no score.
        let effective: Double?

        /// Whether siblings left theirs to it.
        var tookOver: Bool { effective.map { ($0 - stated).magnitude > 1e-9 } ?? false }
    }

    /// The full marks, where the scheme is one of points.
    let fullMarks: Double?
    /// Whether points are shown: those of the parts of the total add up to it, apart from its rounding and what was
    /// decided on it.
    let givesPoints: Bool
    private let assessment: CompletedAssessment
    private let row: Int
    private var weights: [String: Weight] = [:]
    /// The nodes whose points, and those of their siblings, add up to those of the node above.
    private var adding: Set<String> = []

    /// The weights in a row.
    init(_ assessment: CompletedAssessment, row: Int) {
        self.init(assessment, row: row, means: Weights.means(assessment))
    }

    /// The weights in a row, where it is known which nodes have a weighted mean as their score.
    init(_ assessment: CompletedAssessment, row: Int, means: Set<String>) {
        self.assessment = assessment
        self.row = row
        if case .points(let full) = assessment.specification.weightScale { fullMarks = full } else { fullMarks = nil }
        let adds = { (node: FrameworkNode) in Weights.addsUp(node, assessment, row: row, means: means) }
        givesPoints = fullMarks != nil && adds(assessment.root)
        if givesPoints { adding = Weights.adding(below: assessment.root, where: adds).union([assessment.root.id]) }
        let whole = fullMarks ?? 100
        let root = assessment.root
        let hasTotal = assessment.ledger.scores(of: root.id)?[row] != nil
        set(root, Weight(stated: whole, effective: hasTotal ? whole : nil))
    }

    /// The weight of a node.
    subscript(node: FrameworkNode) -> Weight? { weights[node.id] }

    /// The points that a node earned of its weight in the row.
    ///
    /// There are some where the scheme is one of points and those of its siblings and its own add up to the points of the
    /// node above, apart from the rounding of that node; so it is up to the total, which decisions may change too.
    func points(of node: FrameworkNode) -> Double? {
        guard adding.contains(node.id), let weight = weights[node.id]?.effective,
            let score = assessment.ledger.scores(of: node.id)?[row]
        else { return nil }
        return weight * (node.bonusPoints == nil ? score : min(100, max(0, score))) / 100
    }

    /// The nodes whose score is a weighted mean of those below, before decisions, by their ids.
    static func means(_ assessment: CompletedAssessment) -> Set<String> {
        let mean: Formula =
            .overChildren(.sum, .input("weight") * .input("score")) / .overChildren(.sum, .input("weight"))
        return Set(
            assessment.ledger.entries.compactMap { entry in
                guard case .aggregated(let aggregated) = entry.detail, aggregated.closedForm?.formula == mean else {
                    return nil
                }
                return entry.node
            })
    }

    /// Whether the points of the children of a node add up to its own in a row, apart from rounding; for the total also
    /// apart from decisions on it.
    private static func addsUp(
        _ node: FrameworkNode, _ assessment: CompletedAssessment, row: Int, means: Set<String>
    ) -> Bool {
        guard means.contains(node.id) else { return false }
        var isFormed = false
        for entry in assessment.ledger.entries(of: node.id) where entry.step.givesNumbers {
            switch entry.detail {
            case .aggregated:
                if isFormed { return false }
                isFormed = true
            case .resolved(let actions): if actions[row] != nil { return false }
            case .adjusted(_, let applied):
                if applied[row] != nil, node.id != assessment.root.id { return false }
            case .raised, .rounded: continue
            default: return false
            }
        }
        return isFormed
    }

    /// The nodes below one that adds up: its children, and those of each of them that adds up too.
    private static func adding(below node: FrameworkNode, where adds: (FrameworkNode) -> Bool) -> Set<String> {
        node.children.reduce(into: []) { nodes, child in
            nodes.insert(child.id)
            if !child.children.isEmpty, adds(child) { nodes.formUnion(adding(below: child, where: adds)) }
        }
    }

    private mutating func set(_ node: FrameworkNode, _ weight: Weight) {
        weights[node.id] = weight
        for entry in assessment.ledger.entries(of: node.id) {
            switch entry.detail {
            case .aggregated(let aggregated):
                share(weight, of: node, aggregated.children, aggregated.weights.weights(row: row).weights)
            case .raised(let children, let points, let nodePoints):
                for (child, extra) in zip(children, points) {
                    let part = extra / nodePoints
                    set(child, of: node, stated: weight.stated * part, effective: weight.effective.map { $0 * part })
                }
            default: break
            }
        }
    }

    private mutating func share(_ weight: Weight, of node: FrameworkNode, _ children: [String], _ given: [Double]) {
        let all = given.reduce(0, +)
        let present = zip(children, given).reduce(0) { hasScore($1.0) ? $0 + $1.1 : $0 }
        for (child, part) in zip(children, given) {
            set(
                child, of: node, stated: weight.stated * part / all,
                effective: weight.effective.map { $0 * part / present })
        }
    }

    private mutating func set(_ child: String, of node: FrameworkNode, stated: Double, effective: Double?) {
        guard let child = node.children.first(where: { $0.id == child }) else { return }
        set(child, Weight(stated: stated, effective: hasScore(child.id) ? effective : nil))
    }

    private func hasScore(_ node: String) -> Bool { assessment.ledger.scores(of: node)?[row] != nil }
}
