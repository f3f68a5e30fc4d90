internal import AssessmentCore

/// An end of the scale that scores are given on.
enum ScoreEnd: CaseIterable {
    case least, most

    /// The ends that a score lies at: zero or less, full marks or more; none where it lies between, or where there is none.
    static func of(_ node: FrameworkNode, _ row: Int, _ assessment: CompletedAssessment) -> Set<ScoreEnd> {
        guard let score = assessment.ledger.scores(of: node.id)?[row] else { return [] }
        // Scores differ from the ends by what sums of weights lose.
        if score <= 1e-9 { return [.least] }
        return score >= (assessment.hasHundred(node) ? 100 : 1) - 1e-9 ? [.most] : []
    }
}
