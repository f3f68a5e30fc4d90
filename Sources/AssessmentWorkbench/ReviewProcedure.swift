public import AssessmentArchive
public import AssessmentCore
public import AssessmentReview

extension Workbench.Loaded {
    /// The review that it is of: its assessment in its period.
    public var reviewCase: ReviewCase {
        ReviewCase(assessment: specification.id, period: specification.period.description)
    }

    /// The terms of the procedure, with the people and days of their files.
    ///
    /// - Throws: `DiagnosticList` where the specification has no procedure.
    public func reviewTerms() throws(DiagnosticList) -> ReviewTerms {
        if let terms { return terms }
        throw DiagnosticList([
            Diagnostic(
                at: SourcePosition(file: folder + "assessment.yml", line: 1, column: 1),
                "the specification has no procedure",
                expected: "procedure: { comment_days: 5, appeal_days: 10, decision_days: 15, people: … }")
        ])
    }

    /// The codes of the units that are reviewed.
    public var reviewedUnits: [String] {
        data.units.inForce(on: specification.units.inForceOn, levels: specification.units.levels).map(\.code)
    }
}
