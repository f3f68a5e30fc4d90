internal import AssessmentCollection
internal import AssessmentCore
internal import AssessmentData

/// The values that other data files of a specification hold: what is given there cannot be reported too, since no run could
/// tell which of the two counts.
struct HeldElsewhere {
    private let observations: Observations
    private let positions: ObservationPositions
    private let collected: Set<CollectionContents.Value.Place>

    /// - Parameters:
    ///   - observations: those of all data files, the collection's among them.
    ///   - held: what the collection holds.
    init(_ observations: Observations, besides held: CollectionContents) {
        self.observations = observations
        positions = ObservationPositions(observations)
        collected = Set(held.values.map(\.place))
    }

    /// Refuses a file that reports what another data file holds.
    ///
    /// - Throws: `DiagnosticList` with each such value, where it stands in both.
    func check(_ reported: ReportedContents, file: String) throws(DiagnosticList) {
        let problems = reported.values.compactMap { value -> Diagnostic? in
            let place = value.place
            guard !collected.contains(place),
                let position = positions[place.variable, place.unit, place.period]
            else { return nil }
            let origin = observations[position].origin
            return Diagnostic(
                at: SourcePosition(file: file, sheet: value.origin.sheet, line: value.origin.row, column: 1),
                "‘\(place.variable)’ of \(place.unit) in \(place.period) is in ‘\(origin.file)’, row \(origin.row), already",
                expected: "values that no other file under ‘data’ holds; take it out of one of the two")
        }
        if !problems.isEmpty { throw DiagnosticList(problems) }
    }
}
