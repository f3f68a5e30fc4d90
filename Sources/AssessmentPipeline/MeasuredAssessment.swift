public import AssessmentCore

/// An assessment whose indicators are measured and of which nothing is scored yet.
///
/// The steps that follow read nothing else, so that scores can be computed again from changed or recorded columns.
public struct MeasuredAssessment: Sendable {
    /// The rows.
    public let panel: Panel
    /// The peer group of each unit of the panel, by its position.
    public let peerGroupOfUnit: [Int]
    /// The data, carried over to the assessed units.
    public var data: CollectedData
    /// What was measured at each leaf, by its id.
    public var measurements: [String: IndicatorMeasurement]

    /// Creates it.
    public init(
        panel: Panel, peerGroupOfUnit: [Int], data: CollectedData, measurements: [String: IndicatorMeasurement]
    ) {
        self.panel = panel
        self.peerGroupOfUnit = peerGroupOfUnit
        self.data = data
        self.measurements = measurements
    }
}
