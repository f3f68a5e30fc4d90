internal import AssessmentCore

extension Pipeline {
    /// The targets of every node that has some, over the panel; NaN where a row has none.
    ///
    /// - Throws: ``PipelineError`` with every target that cannot be worked out or does not add up.
    public func targets(of measured: MeasuredAssessment) throws -> [String: [Double]] {
        try TargetResolution(specification: specification, catalogue: catalogue, measured: measured).targets()
            .mapValues(\.numbers)
    }
}
