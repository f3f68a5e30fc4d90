internal import AssessmentCore

extension ConformanceRule {
    /// Columns and evidence have a row for each row of the panel.
    public static let columns = ConformanceRule(
        "columns",
        BilingualText(
            zh: "结果列与依据逐行对应面板；依据只指向面板内的行、已有的名录条目和已声明的变量与名录",
            en: "A measurement has a row for each row of the panel, and its evidence points to what is there")
    ) { plugin in
        var findings: [Finding] = []
        for trial in IndicatorTrial.all(of: plugin) {
            do {
                let measurement = try await trial.indicator.measure(trial.data)
                if let text = trial.fault(in: measurement) { findings.append(trial.finding(text)) }
            } catch {
                findings.append(trial.finding("it stops with ‘\(error)’"))
            }
        }
        return findings
    }
}

extension IndicatorTrial {
    /// What is wrong with the shape of a measurement; nothing where it is right.
    fileprivate func fault(in measurement: IndicatorMeasurement) -> String? {
        let count = data.panel.rowCount
        guard measurement.column.count == count else { return "\(count) rows, but \(measurement.column.count) results" }
        switch measurement.evidence {
        case .formula(let formula):
            let known = description.variables.map(\.id) + description.parameters.map(\.name)
            return formula.inputs.first { !known.contains($0) }
                .map { "its evidence is a formula of ‘\($0)’, which it does not declare" }
        case .variables(let variables):
            return variables.map(\.variable).first { id in !description.variables.contains { $0.id == id } }
                .map(undeclared)
        case .listed(let rows):
            guard rows.count == count else { return "\(count) rows, but evidence of \(rows.count)" }
            return rows.joined().lazy.compactMap(fault(in:)).first
        }
    }

    private func fault(in reference: IndicatorMeasurement.Reference) -> String? {
        switch reference {
        case .variable(let id, let row):
            guard description.variables.contains(where: { $0.id == id }) else { return undeclared(id) }
            return data.panel.rows.contains(row) ? nil : "its evidence names row \(row) of ‘\(id)’, outside the panel"
        case .part(let id, let row):
            guard description.variables.contains(where: { $0.id == id }) else { return undeclared(id) }
            let parts = data.parts?.panel.rows ?? 0..<0
            return parts.contains(row) ? nil : "its evidence names row \(row) of ‘\(id)’ of units that are not there"
        case .registerEntry(let id, let position):
            guard description.registers.contains(where: { $0.id == id }) else { return undeclared(id) }
            let entries = data.registers[id]?.indices ?? 0..<0
            return entries.contains(position) ? nil : "its evidence names entry \(position) of ‘\(id)’, which has none"
        case .cell(let cell): return "its evidence names a cell of ‘\(cell.origin.file)’, which it is not given"
        }
    }

    private func undeclared(_ id: String) -> String { "its evidence names ‘\(id)’, which it does not declare" }
}
