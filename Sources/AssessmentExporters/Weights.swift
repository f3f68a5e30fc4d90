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
    /// Whether points are shown.
    let givesPoints: Bool
    private let assessment: CompletedAssessment
    private let row: Int
    private var weights: [String: Weight] = [:]

    /// The weights in a row.
    init(_ assessment: CompletedAssessment, row: Int) {
        self.init(assessment, row: row, isAdditive: Weights.isAdditive(assessment))
    }

    /// The weights in a row, where it is known whether every score is a weighted mean.
    init(_ assessment: CompletedAssessment, row: Int, isAdditive: Bool) {
        self.assessment = assessment
        self.row = row
        if case .points(let full) = assessment.specification.weightScale { fullMarks = full } else { fullMarks = nil }
        givesPoints = fullMarks != nil && isAdditive
        let whole = fullMarks ?? 100
        let root = assessment.root
        let hasTotal = assessment.ledger.scores(of: root.id)?[row] != nil
        set(root, Weight(stated: whole, effective: hasTotal ? whole : nil))
    }

    /// The weight of a node.
    subscript(node: FrameworkNode) -> Weight? { weights[node.id] }

    /// The points that a node earned of its weight in the row.
    ///
    /// There are some where the scheme is one of points and every score above the node is a weighted mean, so that the
    /// points of children add up to those of their node.
    func points(of node: FrameworkNode) -> Double? {
        guard givesPoints, let weight = weights[node.id]?.effective,
            let score = assessment.ledger.scores(of: node.id)?[row]
        else { return nil }
        return weight * (node.bonusPoints == nil ? score : min(100, max(0, score))) / 100
    }

    /// Whether every score above the indicators is a weighted mean of those below.
    static func isAdditive(_ assessment: CompletedAssessment) -> Bool {
        let mean: Formula =
            .overChildren(.sum, .input("weight") * .input("score")) / .overChildren(.sum, .input("weight"))
        return assessment.ledger.entries.allSatisfy { entry in
            switch entry.detail {
            case .aggregated(let aggregated): aggregated.closedForm?.formula == mean
            case .computed: false
            default: true
            }
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
