internal import AssessmentCore

extension CollectedData {
    /// A measurement held against who reported the registers that it counts: a unit that did not is not submitted, whatever
    /// the indicator made of an absence of entries; one that states that it has none rests on that statement.
    func heldAgainstReports(
        _ measurement: IndicatorMeasurement, of description: IndicatorDescription, _ panel: Panel
    ) -> IndicatorMeasurement {
        let reported = description.registers.compactMap { register in
            registerReports[register.id].map { (register: register, reports: $0) }
        }
        guard !reported.isEmpty else { return measurement }
        var column = measurement.column
        var references = panel.rows.map { measurement.evidence.references(row: $0, panel: panel) }
        for (index, unit) in panel.units.enumerated() {
            let rows = panel.periods.indices.map { panel.rows(ofPeriodAt: $0).lowerBound + index }
            for (register, reports) in reported {
                guard let report = reports.report(of: unit.code, in: units) else {
                    for row in rows {
                        column.leaveOut(.notSubmitted, note: CollectedData.note(onUnreported: register), at: row)
                        references[row] = []
                    }
                    continue
                }
                guard report.isEmpty else { continue }
                let cell = Trace.Cell(
                    label: register.name, value: BilingualText(zh: "声明没有", en: "stated to be none"),
                    origin: report.origin)
                for row in rows where column.reasons[row] != .notSubmitted { references[row].append(.cell(cell)) }
            }
        }
        // Only listed evidence can name entries; a formula goes on to tell what it reads.
        guard case .listed = measurement.evidence else {
            return IndicatorMeasurement(column: column, evidence: measurement.evidence)
        }
        return IndicatorMeasurement(column: column, evidence: .listed(references))
    }

    private static func note(onUnreported register: RegisterDescription) -> BilingualText {
        BilingualText(
            zh: "名录“\(register.name.zh)”未报送：既无项目，也未声明没有",
            en:
                "the register ‘\(register.name.en)’ was not reported: neither entries nor the statement that there are none"
        )
    }
}
