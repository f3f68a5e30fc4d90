internal import AssessmentCore

extension StandardMethods {
    /// Aggregations that solve a linear programme for each unit.
    static let linearProgrammes: [any Aggregation] = [BenefitOfTheDoubt()]
}
