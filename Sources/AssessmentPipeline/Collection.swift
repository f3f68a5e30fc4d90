internal import AssessmentCore

/// Puts observations into columns over the panel and carries them over to units whose boundary changed.
struct Collection {
    private let units: UnitTable
    private let panel: Panel
    private let observations: Observations
    private let positions: ObservationPositions
    /// The number of each unit of the panel among the observations, where they have it, and of its level among the levels.
    private let numbers: [UInt32?]
    private let levels: [Int]
    private let levelCount: Int

    init(_ data: CollectedData, panel: Panel) {
        units = data.units
        self.panel = panel
        observations = data.observations
        positions = ObservationPositions(data.observations)
        numbers = panel.units.map { data.observations.units.existing($0.code) }
        var known: [String: Int] = [:]
        levels = panel.units.map { unit in
            if let level = known[unit.level] { return level }
            known[unit.level] = known.count
            return known.count - 1
        }
        levelCount = known.count
    }

    /// The values of a variable over the panel.
    ///
    /// A unit that was not yet in force gets the values of those that stood in its place: their sum for counts and
    /// amounts; for rates that of the only one, if it was one; else it is missing. Where no unit of a level has a value
    /// in a period, it was collected nowhere there.
    func column(of variable: Variable) -> CollectedVariable {
        var column = Column(count: panel.rowCount, absent: .notSubmitted)
        var behind = ObservationsBehind(reserving: panel.rowCount)
        var isCollected = [Bool](repeating: false, count: panel.periods.count * levelCount)
        for (index, period) in panel.periods.enumerated() {
            let series = observations.series.existing(Observations.Series(variable: variable.id, period: period))
            let day = period.lastDay
            for (unit, row) in panel.rows(ofPeriodAt: index).enumerated() {
                let place = index * levelCount + levels[unit]
                if let series, let number = numbers[unit], let position = positions[series, number] {
                    let reason = observations.reason(at: position)
                    // That nobody collected it is no sign that somebody did.
                    if reason != .notCollected { isCollected[place] = true }
                    behind[row] = [position]
                    if let value = observations.value(at: position) {
                        column.measure(value, at: row)
                    } else {
                        column.leaveOut(reason ?? .notSubmitted, at: row)
                    }
                } else if let day, !panel.units[unit].validity.contains(day) {
                    let standing = units.standingFor(panel.units[unit].code, on: day)
                    let sources = standing.compactMap { positions[variable.id, $0.code, period] }
                    if sources.contains(where: { observations.reason(at: $0) != .notCollected }) {
                        isCollected[place] = true
                    }
                    behind[row] = sources
                    carry(variable, from: standing, sources, into: &column, at: row)
                }
            }
        }
        for row in panel.rows {
            let place = row / panel.units.count * levelCount + levels[row % panel.units.count]
            if !isCollected[place], column.reasons[row] == .notSubmitted, behind.isEmpty(row) {
                column.leaveOut(.notCollected, at: row)
            } else if isCollected[place], column.reasons[row] == .notCollected {
                // What others have was collected; who says otherwise has not submitted it.
                let note = BilingualText(
                    zh: "称无人采集，但同级其他单位有数据", en: "said to be collected nowhere, but others of the level have it")
                column.leaveOut(.notSubmitted, note: note, at: row)
            }
        }
        return CollectedVariable(column: column, observations: behind)
    }

    private func carry(
        _ variable: Variable, from standing: [AssessedUnit], _ sources: [Int], into column: inout Column, at row: Int
    ) {
        let names = BilingualText(
            zh: "由\(standing.map(\.name.zh).joined(separator: "、"))结转",
            en: "carried over from \(standing.map(\.name.en).joined(separator: ", "))")
        guard !standing.isEmpty else { return column.leaveOut(.boundaryChanged, at: row) }
        guard variable.carrying == .sum || standing.count == 1 else {
            return column.leaveOut(.boundaryChanged, note: names, at: row)
        }
        let reasons = standing.map { unit in
            sources.first { observations[$0].unit == unit.code }.map { observations[$0].reason } ?? .notSubmitted
        }
        // What should be there and is not goes before what does not apply: a part that is withheld spoils the sum.
        if let worst = Collection.gravest.first(where: { reasons.contains($0) }) {
            return column.leaveOut(worst, note: names, at: row)
        }
        let values = sources.compactMap { observations[$0].value }
        guard let first = values.first else { return column.leaveOut(.notApplicable, note: names, at: row) }
        column.measure(values.dropFirst().reduce(first, +), note: names, at: row)
    }

    /// The reasons for which a part of a sum lacks, the gravest first.
    private static let gravest: [Reason] = [.falsified, .notSubmitted, .withdrawn, .notCollected]
}
