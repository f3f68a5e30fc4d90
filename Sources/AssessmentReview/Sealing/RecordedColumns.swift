public import AssessmentCore
public import AssessmentExporters

extension LedgerDocument.Entry {
    /// The column that was recorded, of which nothing is believed.
    ///
    /// - Throws: ``SealingError`` where a value, a state and a reason do not fit together.
    public func column() throws(SealingError) -> Column {
        var column = Column(count: values.count, absent: .notCollected)
        for row in values.indices {
            let reason = reasons[String(row)].map(Reason.init)
            let note = notes[String(row)]
            switch (states[row], values[row], reason) {
            case ("measured", let value?, nil): column.measure(value, note: note, at: row)
            case ("imputed", let value?, nil): column.impute(value, because: nil, note: note, at: row)
            case ("imputed", let value?, .some(.some(let reason))):
                column.impute(value, because: reason, note: note, at: row)
            case (let state, nil, .some(.some(let reason))) where reason.state.rawValue == state:
                column.leaveOut(reason, note: note, at: row)
            default:
                throw SealingError(
                    "the value, the state ‘\(states[row].prefix(40))’ and the reason "
                        + "‘\((reasons[String(row)] ?? "none").prefix(40))’ of row \(row) do not fit together")
            }
        }
        return column
    }
}
