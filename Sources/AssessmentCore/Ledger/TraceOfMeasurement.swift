/// Puts what an indicator measured into words, down to the cells that it read.
extension TraceWriter {
    /// What was measured, with the cells that it rests on.
    func measured(
        _ entry: Ledger.Entry, _ indicator: String, _ evidence: IndicatorMeasurement.Evidence
    ) -> Trace.Line {
        let symbol = words.symbol
        let hasValue = entry.column[row] != nil
        var workings = words.definition + parameters()
        if let rated = assessment.catalogue.indicators[indicator] as? RatedIndicator {
            workings += rated.workings(row: row, assessment.data.ratings, panel: ledger.panel)
        }
        return write(
            entry, zh: "指标值：" + (hasValue ? TraceWriter.amount(result(entry).zh, symbol.zh) : result(entry).zh),
            en: "value: " + (hasValue ? TraceWriter.amount(result(entry).en, symbol.en) : result(entry).en),
            workings: workings,
            cells: evidence.references(row: row, panel: ledger.panel).flatMap(cells))
    }

    /// Parameters with their values in the row.
    func parameters() -> [BilingualText] {
        let panel = ledger.panel
        let values = words.parameters.values
        return words.parameters.described.compactMap { parameter in
            let number = values.numberTable(parameter.name)?.value(
                unit: panel.unit(ofRow: row), period: panel.period(ofRow: row))
            guard let text = number.map(TraceWriter.text) ?? values[parameter.name]?.text else { return nil }
            return BilingualText(zh: "\(parameter.summary.zh)：\(text)", en: "\(parameter.summary.en): \(text)")
        }
    }

    private func cells(_ reference: IndicatorMeasurement.Reference) -> [Trace.Cell] {
        switch reference {
        case .variable(let id, let row): return cells(id, assessment.data.variables[id], row)
        case .part(let id, let row): return cells(id, assessment.data.parts?.variables[id], row)
        case .registerEntry(let register, let position):
            return registerCell(register, position)
        case .cell(let cell): return [cell]
        }
    }

    private func cells(_ id: String, _ collected: CollectedVariable?, _ row: Int) -> [Trace.Cell] {
        guard let variable = assessment.catalogue.variables[id], let collected else { return [] }
        return collected.observations[row].map { position in
            let observation = assessment.data.observations[position]
            let unit = assessment.data.units[observation.unit]?.name
            let written = observation.value.map(TraceWriter.text)
            let symbol = variable.unitOfMeasure.symbol
            return Trace.Cell(
                label: BilingualText(
                    zh: "\(variable.name.zh)，\(unit?.zh ?? observation.unit)，\(observation.period)",
                    en: "\(variable.name.en), \(unit?.en ?? observation.unit), \(observation.period)"),
                value: BilingualText(
                    zh: written.map { TraceWriter.amount($0, symbol.zh) } ?? observation.reason?.name.zh ?? "–",
                    en: written.map { TraceWriter.amount($0, symbol.en) } ?? observation.reason?.name.en ?? "–"),
                origin: observation.origin)
        }
    }

    private func registerCell(_ register: String, _ position: Int) -> [Trace.Cell] {
        guard let entries = assessment.data.registers[register], entries.indices.contains(position) else {
            return []
        }
        let entry = entries[position]
        let name = assessment.catalogue.registers[register]?.name
        let since = entry.recognition.from?.description ?? "–"
        let until = entry.recognition.until?.description
        return [
            Trace.Cell(
                label: BilingualText(
                    zh: "\(name?.zh ?? register)：\(entry.name)", en: "\(name?.en ?? register): \(entry.name)"),
                value: BilingualText(
                    zh: "\(since)起" + (until.map { "，\($0)止" } ?? ""),
                    en: "since \(since)" + (until.map { ", until \($0)" } ?? "")),
                origin: entry.origin)
        ]
    }

    /// A number with what it is measured in, where that is said.
    private static func amount(_ number: String, _ symbol: String) -> String {
        symbol.isEmpty ? number : "\(number) \(symbol)"
    }
}
