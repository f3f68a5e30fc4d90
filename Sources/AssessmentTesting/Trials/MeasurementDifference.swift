internal import AssessmentCore

/// Compares two measurements of the same rows.
struct MeasurementDifference {
    let row: Int
    /// What became of the row, such as `25.0 becomes 26.0`.
    let text: String

    /// The first row in which the second measurement differs from the first; nothing where they agree.
    ///
    /// - Parameters:
    ///   - panel: the rows of the first.
    ///   - place: the row of the second in which a row of the first stands.
    ///   - back: the row of the first that a row of the second was.
    ///   - isExact: whether the last bit of a value counts.
    static func first(
        _ before: IndicatorMeasurement, _ after: IndicatorMeasurement, panel: Panel, afterPanel: Panel? = nil,
        isExact: Bool = true, place: (Int) -> Int = { $0 }, back: (Int) -> Int = { $0 }
    ) -> MeasurementDifference? {
        for row in panel.rows {
            let (left, right) = (before.column, after.column)
            let other = place(row)
            let isSame = left[row] == right[other] || (!isExact && areClose(left[row], right[other]))
            if !isSame || left.states[row] != right.states[other] || left.reasons[row] != right.reasons[other] {
                return MeasurementDifference(
                    row: row, text: "\(text(of: left, row)) becomes \(text(of: right, other))")
            }
            if left.notes[row] != right.notes[other] {
                return MeasurementDifference(row: row, text: "its note changes")
            }
            let evidence = before.evidence.references(row: row, panel: panel)
            let later = after.evidence.references(row: other, panel: afterPanel ?? panel).map { $0.moved(back) }
            if counts(evidence) != counts(later) {
                return MeasurementDifference(row: row, text: "its evidence changes")
            }
        }
        return nil
    }

    /// What a row holds, in words.
    static func text(of column: Column, _ row: Int) -> String {
        let reason = column.reasons[row]?.rawValue
        return column[row].map { "\($0)" + (column.states[row] == .imputed ? " (imputed)" : "") } ?? reason ?? "nothing"
    }

    private static func areClose(_ left: Double?, _ right: Double?) -> Bool {
        guard let left, let right else { return false }
        return isClose(left, right)
    }

    /// Evidence in no particular order: entries of other units may be listed in the order of those.
    private static func counts(
        _ references: [IndicatorMeasurement.Reference]
    ) -> [IndicatorMeasurement.Reference: Int] {
        references.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}

extension IndicatorMeasurement.Reference {
    fileprivate func moved(_ place: (Int) -> Int) -> IndicatorMeasurement.Reference {
        if case .variable(let id, let row) = self { .variable(id, row: place(row)) } else { self }
    }
}
