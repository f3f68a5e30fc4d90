public import ArgumentParser
public import AssessmentReview

/// Lets the command line take a finding as `confirmed` or `corrected`.
extension ReviewAct.Finding: ExpressibleByArgument {}

/// Lets the command line take a decision as `upheld`, `partly` or `rejected`.
extension ReviewAct.Decision: ExpressibleByArgument {}
