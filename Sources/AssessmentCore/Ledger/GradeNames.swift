extension CompletedAssessment {
    /// The names of the grades of the total by their positions, the best one first; none where it has no grades.
    package var gradeNames: [BilingualText] {
        let graded = ledger.entries(of: specification.framework.id).last { $0.step.givesGrade }
        return (graded?.detail.gradeBands ?? []).map(\.name)
    }
}
