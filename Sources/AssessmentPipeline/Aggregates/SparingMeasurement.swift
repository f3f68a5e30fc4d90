internal import AssessmentCore

/// Measures indicators one after another, each on the observations of its own variables.
struct SparingMeasurement {
    private let pipeline: Pipeline
    private let source: CollectedData
    private let panel: Panel
    /// The observations of the source by their places, which serve every indicator that is not handed its own.
    private var shared: Collection?

    init(_ pipeline: Pipeline, _ source: CollectedData, _ panel: Panel) {
        self.pipeline = pipeline
        self.source = source
        self.panel = panel
    }

    /// The measurement of a leaf, with the data that it was made on.
    ///
    /// - Parameter observations: the observations of some variables; those of the source where it gives nothing.
    mutating func measure(
        _ node: FrameworkNode, _ observations: (Set<String>) async throws -> Observations?
    ) async throws -> (measurement: IndicatorMeasurement, data: CollectedData) {
        let description = node.measure.flatMap { pipeline.catalogue.indicators[$0.indicator]?.description }
        let data: CollectedData
        if let own = try await observations(Set((description?.variables ?? []).map(\.id))) {
            var source = source
            source.observations = own
            data = pipeline.collect(source, panel, for: [node])
        } else {
            let collection = shared ?? Collection(source, panel: panel)
            shared = collection
            data = pipeline.collect(source, panel, for: [node], by: collection)
        }
        return (try await pipeline.measure(node, data, panel), data)
    }
}
