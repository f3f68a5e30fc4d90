/// Puts what an indicator measured into words, down to the cells that it read.
extension TraceWriter {
    /// What was measured, with the cells that it rests on.
    func measured(_ entry: Ledger.Entry) -> Trace.Line {
        let symbol = entry.column[row] == nil ? BilingualText(same: "") : words.symbol
        let result = result(entry)
        var workings = words.definition
        if !words.parameters.described.isEmpty { workings += parameters() }
        if let rated = words.rated {
            workings += rated.workings(row: row, assessment.data.ratings, panel: ledger.panel)
        }
        return write(
            entry, zh: "指标值：" + TraceWriter.amount(result.zh, symbol.zh),
            en: "value: " + TraceWriter.amount(result.en, symbol.en), workings: workings,
            cells: words.evidence?.references(row: row, panel: ledger.panel).flatMap {
                assessment.data.cells(behind: $0, assessment.catalogue)
            } ?? [])
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

    /// A number with what it is measured in, where that is said.
    fileprivate static func amount(_ number: String, _ symbol: String) -> String {
        symbol.isEmpty ? number : "\(number) \(symbol)"
    }
}

extension CollectedData {
    /// The cells behind what a value rests on, in words.
    package func cells(behind reference: IndicatorMeasurement.Reference, _ catalogue: Catalogue) -> [Trace.Cell] {
        switch reference {
        case .variable(let id, let row): return cells(catalogue.variables[id], variables[id]?.observations[row] ?? [])
        case .part(let id, let row):
            return cells(catalogue.variables[id], parts?.variables[id]?.observations[row] ?? [])
        case .registerEntry(let register, let position):
            return cells(register, catalogue.registers[register], position)
        case .cell(let cell): return [cell]
        }
    }

    private func cells(_ variable: Variable?, _ positions: [Int]) -> [Trace.Cell] {
        guard let variable else { return [] }
        let (name, symbol) = (variable.name, variable.unitOfMeasure.symbol)
        return positions.map { position in
            let observation = observations[position]
            let unit = units[observation.unit]?.name
            let written = observation.value.map(TraceWriter.text)
            let period = observation.period.description
            return Trace.Cell(
                label: BilingualText(
                    zh: "\(name.zh)，\(unit?.zh ?? observation.unit)，\(period)",
                    en: "\(name.en), \(unit?.en ?? observation.unit), \(period)"),
                value: BilingualText(
                    zh: written.map { TraceWriter.amount($0, symbol.zh) } ?? observation.reason?.name.zh ?? "–",
                    en: written.map { TraceWriter.amount($0, symbol.en) } ?? observation.reason?.name.en ?? "–"),
                origin: observation.origin)
        }
    }

    private func cells(_ register: String, _ description: RegisterDescription?, _ position: Int) -> [Trace.Cell] {
        guard let entries = registers[register], entries.indices.contains(position) else { return [] }
        let entry = entries[position]
        let name = description?.name
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
}
