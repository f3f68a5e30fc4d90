internal import AssessmentCore

extension ConformanceRule {
    /// An entry of a register counts where its place lies.
    public static let places = ConformanceRule(
        "places",
        BilingualText(
            zh: "名录条目登记在下级单位时，与登记在被评单位本身一样计入",
            en: "An entry of a register that lies in a unit below an assessed one counts as one in the unit itself")
    ) { plugin in
        var findings: [Finding] = []
        for trial in IndicatorTrial.all(of: plugin) where !trial.description.registers.isEmpty {
            guard let first = await trial.measured() else { continue }
            switch await trial.measured(trial.data.withEntriesBelow(), "with its entries in units below") {
            case .failure(let fault): findings.append(fault.finding)
            case .success(let second):
                for row in trial.data.panel.rows
                where first.column[row] != second.column[row] || first.column.reasons[row] != second.column.reasons[row]
                {
                    findings.append(
                        trial.finding(
                            "with its entries in units below, it gives "
                                + (second.column[row].map { Formula.text(of: $0) } ?? "no value") + " in place of "
                                + (first.column[row].map { Formula.text(of: $0) } ?? "no value"), row: row))
                    break
                }
            }
        }
        return findings
    }
}

extension MeasurementData {
    /// The data with each entry of a register in a unit of its own below the unit that it was in.
    fileprivate func withEntriesBelow() -> MeasurementData {
        var below: [String: AssessedUnit] = [:]
        for unit in panel.units {
            below[unit.code] = AssessedUnit(
                code: unit.code + "-below", name: unit.name, level: "town", parent: unit.code, validity: unit.validity)
        }
        let registers = registers.mapValues { entries in
            entries.map { entry in
                var entry = entry
                entry.unit = below[entry.unit]?.code ?? entry.unit
                return entry
            }
        }
        let added = panel.units.compactMap { below[$0.code] }
        return MeasurementData(
            panel: panel, units: UnitTable(units.units + added), variables: variables, registers: registers,
            parameters: parameters, seriesBreaks: seriesBreaks, parts: parts)
    }
}
