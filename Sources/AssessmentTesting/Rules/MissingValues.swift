internal import AssessmentCore

extension ConformanceRule {
    /// Missing in means missing out, for the reason of the data.
    public static let missingValues = ConformanceRule(
        "missing_values",
        BilingualText(
            zh: "缺数的行不出数，并沿用数据的缺失原因；少一个数只影响依据它的行；未提供名录即未收集，而不是零",
            en: "What is missing stays missing for its reason, and a register that nobody kept is not a zero")
    ) { plugin in
        var findings: [Finding] = []
        for trial in IndicatorTrial.all(of: plugin) {
            guard let first = await trial.measured() else { continue }
            findings += trial.rowsWithoutReason(first)
            findings += await trial.findingsWithoutUnit(first)
            findings += await trial.findingsWithoutCells(first)
            findings += await trial.findingsWithoutRegisters(first)
        }
        return findings
    }
}

/// The reason that the rule gives what it leaves out. Examples leave out as not submitted, and a plug-in has no cause
/// to give this reason by itself.
private let given = Reason.falsified

extension IndicatorTrial {
    private var variables: [String] { description.variables.map(\.id) }

    fileprivate func rowsWithoutReason(_ measurement: IndicatorMeasurement) -> [Finding] {
        let column = measurement.column
        return data.panel.rows.first { column[$0] == nil && column.reasons[$0] == nil }
            .map { [finding("there is neither a value nor a reason", row: $0)] } ?? []
    }

    /// Leaves out every variable of one unit: it must have no value in any period.
    fileprivate func findingsWithoutUnit(_ first: IndicatorMeasurement) async -> [Finding] {
        guard !variables.isEmpty, description.registers.isEmpty else { return [] }
        let panel = data.panel
        for unit in panel.units.indices {
            let rows = panel.periods.indices.map { $0 * panel.units.count + unit }
            let changed = data.leavingOut(variables, rows: rows, as: given)
            switch await measured(changed, "where every variable of a unit is missing") {
            case .failure(let fault): return [fault.finding]
            case .success(let second):
                for row in rows {
                    let found = MeasurementDifference.text(of: second.column, row)
                    if second.column[row] != nil {
                        return [finding("every variable is missing, and yet it gives \(found)", row: row)]
                    }
                    // A row that had no value before may keep its own reason, such as a year before the base year.
                    if first.column[row] != nil, second.column.reasons[row] != given {
                        return [
                            finding(
                                "every variable is missing as \(given.rawValue), but the reason is \(found)", row: row)
                        ]
                    }
                }
            }
        }
        return []
    }

    /// Leaves out one variable in one row of each period: rows that do not rest on it must stay as they were.
    fileprivate func findingsWithoutCells(_ first: IndicatorMeasurement) async -> [Finding] {
        let panel = data.panel
        // The evidence of a formula does not name what it reads of another unit.
        if let formula = (indicator as? FormulaIndicator)?.formula, formula.readsOtherUnits { return [] }
        for variable in variables {
            for period in panel.periods.indices {
                let left = period * panel.units.count + (panel.units.count / 2 + period) % panel.units.count
                let cell = IndicatorMeasurement.Reference.variable(variable, row: left)
                let place = "where ‘\(variable)’ is missing in one row"
                switch await measured(data.leavingOut([variable], rows: [left], as: given), place) {
                case .failure(let fault): return [fault.finding]
                case .success(let second):
                    for row in panel.rows {
                        let found = MeasurementDifference.text(of: second.column, row)
                        let before = MeasurementDifference.text(of: first.column, row)
                        if first.column[row] == nil {
                            guard second.column[row] != nil else { continue }
                        } else if found == before
                            || first.evidence.references(row: row, panel: panel).contains(cell)
                        {
                            continue
                        }
                        let unit = panel.unit(ofRow: left).code
                        return [
                            finding(
                                "\(before) becomes \(found) without ‘\(variable)’ of \(unit) "
                                    + "\(panel.period(ofRow: left)), which is not in its evidence", row: row)
                        ]
                    }
                }
            }
        }
        return []
    }

    /// Hands in no register: rows that had a value are collected nowhere.
    fileprivate func findingsWithoutRegisters(_ first: IndicatorMeasurement) async -> [Finding] {
        guard !description.registers.isEmpty else { return [] }
        switch await measured(data.with(registers: [:]), "without its registers") {
        case .failure(let fault): return [fault.finding]
        case .success(let second):
            let row = data.panel.rows.first {
                second.column[$0] != nil
                    || (first.column[$0] != nil && second.column.reasons[$0] != .notCollected)
            }
            return row.map {
                let found = MeasurementDifference.text(of: second.column, $0)
                return [
                    finding(
                        "without its registers it gives \(found); expected \(Reason.notCollected.rawValue)", row: $0)
                ]
            } ?? []
        }
    }
}

extension Formula {
    /// Whether it reads the value of another unit.
    fileprivate var readsOtherUnits: Bool {
        if case .ofUnit = self { return true }
        return operands.contains(where: \.readsOtherUnits)
    }
}
