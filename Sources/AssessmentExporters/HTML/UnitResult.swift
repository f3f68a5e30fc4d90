internal import AssessmentCore

/// What a scorecard is written from, the same in every language.
final class UnitResult: Sendable {
    let figures: Figures
    /// The row of the unit in the assessed period.
    let row: Int
    let unit: AssessedUnit
    let weights: Weights
    /// The indicators that are assessed at the level of the unit.
    let indicators: [FrameworkNode]
    /// How each node's result came about, by the id of the node.
    let traces: [String: Trace]
    /// Where the value of each indicator was read, by its id.
    let sources: [String: [SourceList.Source]]
    /// What a reader should know of it first.
    let summary: UnitSummary
    /// What the checks found of its data.
    let flags: UnitFlags

    /// Gathers the results of a row.
    init(_ figures: Figures, row: Int) {
        let assessment = figures.assessment
        self.figures = figures
        self.row = row
        unit = assessment.ledger.panel.unit(ofRow: row)
        indicators = figures.indicators.filter {
            figures[$0.id]?.reason(row) != .notAssessedAtLevel
        }
        flags = UnitFlags(figures, unit: unit)
        weights = Weights(assessment, row: row, means: figures.means)
        summary = UnitSummary(figures, row: row, weights: weights)
        var traces: [String: Trace] = [:]
        func collect(_ trace: Trace) {
            traces[trace.node] = trace
            trace.children.forEach(collect)
        }
        if let trace = figures.tracer.trace(of: assessment.root.id, row: row) { collect(trace) }
        self.traces = traces
        sources = Dictionary(
            figures.indicators.map { node in
                (node.id, SourceList.sources(of: traces[node.id]?.lines.flatMap(\.cells) ?? []))
            }, uniquingKeysWith: { first, _ in first })
    }
}
