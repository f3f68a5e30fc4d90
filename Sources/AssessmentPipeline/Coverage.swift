internal import AssessmentCore

/// Finds out which of the policy's statements there are figures on.
struct Coverage {
    private let catalogue: Catalogue
    private let data: CollectedData
    private let panel: Panel
    private let observed: [String: Set<Cell>]

    private struct Cell: Hashable {
        let unit: String
        let period: Period
    }

    init(_ catalogue: Catalogue, _ data: CollectedData, _ panel: Panel) {
        self.catalogue = catalogue
        self.data = data
        self.panel = panel
        let measurable = Set(catalogue.plugins.flatMap(\.indicators).flatMap { $0.description.variables.map(\.id) })
        var observed: [String: Set<Cell>] = [:]
        for variable in data.observations.variables.intersection(measurable) { observed[variable] = [] }
        for position in data.observations.indices where data.observations.value(at: position) != nil {
            let (variable, period, unit) = data.observations.place(at: position)
            observed[variable]?.insert(Cell(unit: unit, period: period))
        }
        self.observed = observed
    }

    /// Each statement of the catalogue's plug-ins with the number of assessed units that have any figure on it.
    ///
    /// A unit has one where an indicator of the statement has all its variables observed in one period or an entry on
    /// its register, which may name a unit that belongs to it, or where a dated fact on the unit has a number.
    func statements() -> [StatementCoverage] {
        let descriptions = catalogue.plugins.flatMap(\.indicators).map(\.description)
        let measurable = Dictionary(uniqueKeysWithValues: descriptions.map { ($0.id, units(measurableBy: $0)) })
        var told: Set<String> = []
        return catalogue.plugins.flatMap(\.statements).filter { told.insert($0.id).inserted }.map { statement in
            let indicators = descriptions.filter { $0.statements.contains(statement.id) }.map(\.id)
            var units = Set(data.facts.filter { $0.statement == statement.id && isFigure($0) }.map(\.unit))
            for indicator in indicators { units.formUnion(measurable[indicator] ?? []) }
            return StatementCoverage(
                statement: statement.id, indicators: indicators,
                unitsWithFigures: panel.units.count { units.contains($0.code) })
        }
    }

    /// Whether a fact has a number that is no later than the assessed period.
    private func isFigure(_ fact: PolicyFact) -> Bool {
        guard fact.value != nil, let last = panel.periods.last else { return false }
        return Period(String(fact.asOf.prefix(4))).map { $0 <= last } ?? true
    }

    private func units(measurableBy indicator: IndicatorDescription) -> Set<String> {
        var units: Set<String> = []
        let belonging = MeasurementData(panel: panel, units: data.units)
        for register in indicator.registers {
            for named in Set((data.registers[register.id] ?? []).map(\.unit)) {
                units.formUnion(belonging.assessedUnits(holding: named).map { panel.units[$0].code })
            }
        }
        guard let first = indicator.variables.first else { return units }
        var cells = observed[first.id] ?? []
        for variable in indicator.variables.dropFirst() { cells.formIntersection(observed[variable.id] ?? []) }
        return units.union(cells.map(\.unit))
    }
}
