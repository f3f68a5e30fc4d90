internal import AssessmentCore

/// How the score of a node is formed from those of its children, where that is a formula.
///
/// It is passed on by reference: the same ones are asked again and again.
final class FormedScore {
    private let aggregated: Ledger.Aggregated
    private let form: ClosedForm
    private let bonuses: [(child: String, share: Double)]
    private let panel: Panel

    /// Nothing where the score is not formed from children, or by a method that is no formula.
    init?(_ node: String, _ assessment: CompletedAssessment) {
        var aggregated: Ledger.Aggregated?
        var bonuses: [(child: String, share: Double)] = []
        for entry in assessment.ledger.entries(of: node) {
            switch entry.detail {
            case .aggregated(let formed): aggregated = formed
            case .raised(let children, let points, let whole):
                bonuses += zip(children, points).map { ($0, whole > 0 ? $1 / whole : 0) }
            case .computed: return nil
            default: break
            }
        }
        guard let aggregated, let form = aggregated.closedForm, !form.formula.takesStatistics else { return nil }
        (self.aggregated, self.form, self.bonuses) = (aggregated, form, bonuses)
        panel = assessment.ledger.panel
    }

    /// The nodes that it is formed from.
    var parts: [String] { aggregated.children + bonuses.map(\.child) }

    /// The score of a row from those of the children, NaN where a child has none.
    func score(row: Int, of child: @escaping (String) -> Double) -> Double {
        let (form, weights) = (form, aggregated.weights.weights(row: row).weights)
        let scores = aggregated.children.map(child)
        let trace = FormulaTrace(
            shape: FormulaProgram.Shape(panel),
            children: FormulaTrace.Children(
                aggregated.directions, score: { place, _ in scores[place] },
                weight: { place, _ in weights.indices.contains(place) ? weights[place] : .nan })
        ) { name, row in
            switch form.inputs[name] {
            case .number(let number): number
            case .column(let numbers): numbers[row]
            case .live, nil: .nan
            }
        }
        return bonuses.reduce(trace.value(of: form.formula, row: row)) { sum, bonus in
            let score = child(bonus.child)
            return score.isNaN ? sum : sum + bonus.share * score
        }
    }
}

/// How every score of an assessment is formed that is formed from those of children by a formula, found once.
struct FormedScores {
    private let byNode: [String: FormedScore]

    init(_ assessment: CompletedAssessment) {
        byNode = Dictionary(
            assessment.root.subtree.compactMap { node in FormedScore(node.id, assessment).map { (node.id, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// That of a node; nothing where its score is not formed so.
    subscript(node: String) -> FormedScore? { byNode[node] }
}
