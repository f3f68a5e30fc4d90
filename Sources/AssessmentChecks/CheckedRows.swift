internal import AssessmentCore

/// Rows that declared checks look at: those of the assessed units, or those of other units that data are there of.
struct CheckedRows {
    let panel: Panel
    /// The values of each variable, NaN where there is none.
    let columns: [String: [Double]]
    /// The cells that the value of a variable in a row was read from.
    let origins: (String, Int) -> [Origin]

    /// The rows of the assessed units.
    init(assessed checked: CheckedData) {
        panel = checked.panel
        columns = checked.data.variables.mapValues(\.column.values)
        origins = checked.origins
    }

    /// The rows of units that are not assessed, such as the counties of a city, as they were reported; nothing where there
    /// are no data of any.
    init?(besides checked: CheckedData) {
        let observations = checked.data.observations
        let units = observations.units.values.enumerated().compactMap { number, code in
            checked.panel.unitIndex(of: code) == nil ? checked.data.units[code].map { (number, $0) } : nil
        }
        guard !units.isEmpty else { return nil }
        let panel = Panel(units: units.map(\.1), periods: checked.panel.periods)
        let places = Dictionary(
            uniqueKeysWithValues: units.enumerated().map { (UInt32($1.0), $0) })
        let series = observations.series.values.map { series in
            checked.data.variables[series.variable] == nil ? nil : panel.periods.firstIndex(of: series.period)
        }
        var columns: [String: [Double]] = [:]
        var positions: [String: [Int: Int]] = [:]
        for position in observations.indices {
            let number = Int(observations.seriesNumbers[position])
            guard let unit = places[observations.unitNumbers[position]], let period = series[number],
                let value = observations[position].value
            else { continue }
            let (variable, row) = (observations.series.values[number].variable, period * panel.units.count + unit)
            columns[variable, default: [Double](repeating: .nan, count: panel.rowCount)][row] = value
            positions[variable, default: [:]][row] = position
        }
        self.panel = panel
        self.columns = columns
        origins = { variable, row in positions[variable]?[row].map { [observations[$0].origin] } ?? [] }
    }

    /// The number of a variable in a row; nothing where there is none.
    func value(_ variable: String, _ row: Int) -> Double? {
        guard let column = columns[variable], !column[row].isNaN else { return nil }
        return column[row]
    }
}
