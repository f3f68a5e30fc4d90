internal import AssessmentCore

extension StandardMethods {
    /// Scoring rules of government reviews.
    static let scoringRules: [any Evaluator] = [
        Completion(), TargetPoints(), BestRatio(), RankPoints(), DifficultyCoefficient(), EfficacyCoefficient(),
        GradedEfficacy(), SelfReportedTarget(), DeviationDeduction(), JudgedInPairs(),
    ]
}
