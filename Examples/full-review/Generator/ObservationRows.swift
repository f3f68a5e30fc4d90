import AssessmentCore

/// The file of observations, with cells that were not submitted, found false, or do not exist.
struct ObservationRows {
    /// The share of cells that a unit failed to submit.
    private static let notSubmitted = 0.01
    /// The number of cells that were found false.
    private static let falsified = 6
    /// Official statistics, which are never missing.
    private static let certain = ["resident_population", "gross_regional_product", "county_level_units"]

    private struct Cell {
        let unit: String
        let variable: Variable
        let period: Period
        let value: Double?
        let key: UInt64
    }

    let territories: Territories
    let values: GeneratedValues
    let variables: [String: Variable]

    func table(_ rules: [VariableRule], source: String) -> OutputTable {
        let cells = rules.flatMap(cells)
        let missing = Set(cells.filter(isNotSubmitted).map(\.key))
        let open = cells.filter { $0.value != nil && !isCertain($0) && !missing.contains($0.key) }
        let falsified = Set(open.map(\.key).sorted().prefix(ObservationRows.falsified))
        var table = OutputTable(
            "observations.csv", columns: ["unit", "variable", "period", "value", "status"], source: source)
        for cell in cells {
            var (text, status) = ("", "")
            if let value = cell.value {
                text = OutputTable.number(value, decimals: cell.variable.unitOfMeasure.decimals)
                if falsified.contains(cell.key) { status = Reason.falsified.rawValue }
                if missing.contains(cell.key) { (text, status) = ("", Reason.notSubmitted.rawValue) }
            } else {
                status = Reason.notApplicable.rawValue
            }
            table.append([cell.unit, cell.variable.id, cell.period.description, text, status])
        }
        return table
    }

    private func isCertain(_ cell: Cell) -> Bool { ObservationRows.certain.contains(cell.variable.id) }

    private func isNotSubmitted(_ cell: Cell) -> Bool {
        guard cell.value != nil, !isCertain(cell) else { return false }
        return territories.draws.fraction("not submitted", "\(cell.key)") < ObservationRows.notSubmitted
    }

    private func cells(_ rule: VariableRule) -> [Cell] {
        guard let variable = variables[rule.variable] else { return [] }
        return GeneratedValues.years.indices.flatMap { year -> [Cell] in
            let period = GeneratedValues.years[year]
            func cell(_ unit: String, _ value: Double?) -> Cell {
                let key = territories.draws.bits("cell", unit, variable.id, period.description)
                return Cell(unit: unit, variable: variable, period: period, value: value, key: key)
            }
            let cities = territories.cities.map { cell($0.code, values.value(variable.id, $0.code, year: year)) }
            guard !rule.citiesOnly, let day = period.lastDay else { return cities }
            let parts = Dictionary(grouping: territories.all) { territories.unit(of: $0, on: day)?.code ?? "" }
            let counties = territories.units.inForce(on: day, levels: ["county"]).map { unit in
                let codes = parts[unit.code, default: []].map(\.code)
                return cell(
                    unit.code,
                    values.combined(codes, of: variable, year: year) { values.value(variable.id, $0, year: year) })
            }
            return cities + counties
        }
    }
}
