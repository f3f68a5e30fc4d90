/// Puts the steps of a node in one row into words.
struct TraceWriter {
    let assessment: CompletedAssessment
    let node: FrameworkNode
    let row: Int

    private var ledger: Ledger { assessment.ledger }

    /// The line of a ledger entry; nothing for a step that did nothing in this row.
    func line(_ entry: Ledger.Entry, after before: Ledger.Entry?) -> Trace.Line? {
        switch entry.detail {
        case .measured(let indicator, let evidence): measured(entry, indicator, evidence)
        case .evaluated(let method, _, let form): evaluated(entry, method, form, before)
        case .resolved(let actions): actions[row].map { resolved(entry, $0, before) }
        case .aggregated(let method, let weighting, let children, let weights):
            aggregated(entry, method, weighting, children, weights)
        case .raised(let children, let points, let nodePoints): raised(entry, children, points, nodePoints, before)
        case .rounded(let decimals):
            write(
                entry, zh: "取\(decimals)位小数（四舍五入）：\(number(before))→\(result(entry).zh)",
                en: "rounded to \(decimals) decimals: \(number(before)) → \(result(entry).en)")
        case .ranked(let tolerance, let sizes): ranked(entry, tolerance, sizes[row])
        case .graded(let bands): graded(entry, bands, before)
        }
    }

    private func write(
        _ entry: Ledger.Entry, zh: String, en: String, workings: [BilingualText] = [], cells: [Trace.Cell] = []
    ) -> Trace.Line {
        var workings = workings
        if let note = entry.column.notes[row] { workings.append(note) }
        return Trace.Line(step: entry.step, text: BilingualText(zh: zh, en: en), workings: workings, cells: cells)
    }

    /// The number of an entry, or the reason why there is none.
    private func result(_ entry: Ledger.Entry) -> BilingualText {
        if let value = entry.column[row] { return BilingualText(same: TraceWriter.text(value)) }
        guard let reason = entry.column.reasons[row] else { return BilingualText(same: "–") }
        return BilingualText(zh: "无（\(reason.name.zh)）", en: "none (\(reason.name.en))")
    }

    private func number(_ entry: Ledger.Entry?) -> String {
        entry?.column[row].map { TraceWriter.text($0) } ?? "–"
    }

    private func ranked(_ entry: Ledger.Entry, _ tolerance: Double, _ size: Int) -> Trace.Line? {
        guard let rank = entry.column[row] else { return nil }
        let unit = row % ledger.panel.units.count
        let groups = assessment.specification.peerGroups
        let group = groups.isEmpty ? PeerGroup.everyone : groups[assessment.peerGroupOfUnit[unit]]
        return write(
            entry, zh: "在“\(group.name.zh)”\(size)个单位中列第\(Int(rank))位",
            en: "rank \(Int(rank)) of \(size) in ‘\(group.name.en)’")
    }

    private func graded(_ entry: Ledger.Entry, _ bands: [GradeBand], _ before: Ledger.Entry?) -> Trace.Line? {
        guard let position = entry.column[row], bands.indices.contains(Int(position)) else { return nil }
        let band = bands[Int(position)]
        return write(
            entry, zh: "等次：\(band.name.zh)（\(number(before)) ≥ \(TraceWriter.text(band.atLeast))）",
            en: "grade: \(band.name.en) (\(number(before)) ≥ \(TraceWriter.text(band.atLeast)))")
    }

    private func resolved(
        _ entry: Ledger.Entry, _ action: MissingRule.Action, _ before: Ledger.Entry?
    ) -> Trace.Line {
        let reason = before?.column.reasons[row] ?? entry.column.reasons[row]
        return write(
            entry, zh: "缺失处理：\(reason?.name.zh ?? "")，\(action.name.zh)→\(result(entry).zh)",
            en: "missing: \(reason?.name.en ?? ""), \(action.name.en) → \(result(entry).en)")
    }

    private func raised(
        _ entry: Ledger.Entry, _ children: [String], _ points: [Double], _ nodePoints: Double, _ before: Ledger.Entry?
    ) -> Trace.Line? {
        guard !children.isEmpty, entry.column[row] != nil else { return nil }
        let workings = zip(children, points).map { child, extra in
            let credit = min(100, max(0, ledger.scores(of: child)?[row] ?? 0))
            let added = credit * extra / nodePoints
            let factors = [credit, extra].map(TraceWriter.text).joined(separator: " × ")
            let written = "\(factors) / \(TraceWriter.text(nodePoints))"
            return BilingualText(
                zh: "\(name(child).zh)：\(written) = +\(TraceWriter.text(added))",
                en: "\(name(child).en): \(written) = +\(TraceWriter.text(added))")
        }
        return write(
            entry, zh: "力争目标加分：\(number(before))→\(result(entry).zh)",
            en: "bonus for best-effort targets: \(number(before)) → \(result(entry).en)", workings: workings)
    }

    private func aggregated(
        _ entry: Ledger.Entry, _ method: String, _ weighting: String, _ children: [String], _ weights: [Double]
    ) -> Trace.Line {
        let present = zip(children, weights).filter { ledger.scores(of: $0.0)?[row] != nil }
        let total = present.reduce(0) { $0 + $1.1 }
        let workings = zip(children, weights).map { child, weight in
            let score = ledger.scores(of: child)
            guard let value = score?[row] else {
                let reason = score?.reasons[row]?.name
                return BilingualText(
                    zh: "\(name(child).zh)：无得分（\(reason?.zh ?? "")），权重由其余子项分担",
                    en: "\(name(child).en): no score (\(reason?.en ?? "")); the others share its weight")
            }
            let share = TraceWriter.text(100 * weight / total)
            return BilingualText(
                zh: "\(name(child).zh)：得分\(TraceWriter.text(value))，占本级权重\(share)%",
                en: "\(name(child).en): score \(TraceWriter.text(value)), \(share)% of the weight here")
        }
        let aggregation = assessment.catalogue.aggregations[method]
        let weightingName = assessment.catalogue.weightings[weighting]?.description.name
        let formula = aggregation?.formula.text ?? ""
        return write(
            entry,
            zh: "\(aggregation?.description.name.zh ?? method)（\(weightingName?.zh ?? weighting)）"
                + "：\(formula) = \(result(entry).zh)",
            en: "\(aggregation?.description.name.en ?? method) (\(weightingName?.en ?? weighting)): "
                + "\(formula) = \(result(entry).en)",
            workings: workings)
    }

    private func evaluated(
        _ entry: Ledger.Entry, _ method: String, _ form: ClosedForm?, _ before: Ledger.Entry?
    ) -> Trace.Line {
        let name = assessment.catalogue.evaluators[method]?.description.name
        var workings: [BilingualText] = []
        if let form, let values = before?.column.values {
            let trace = FormulaTrace(shape: shape(form.references)) { input, row in
                input == "value" ? values[row] : form.number(input, row: row) ?? .nan
            }
            workings.append(BilingualText(same: form.formula.text))
            if entry.column[row] != nil {
                let filled = trace.filled(form.formula, row: row)
                workings.append(
                    BilingualText(same: "= \(filled.text(numbers: TraceWriter.text)) = \(result(entry).en)"))
            }
            if let scope = form.references?.scope, form.formula.takesStatistics {
                workings.append(BilingualText(zh: "参照组：\(scope.name.zh)", en: "reference set: \(scope.name.en)"))
            }
        }
        return write(
            entry, zh: "按“\(name?.zh ?? method)”计分：\(result(entry).zh)",
            en: "scored by \(name?.en ?? method): \(result(entry).en)", workings: workings)
    }

    private func shape(_ references: ReferenceSets?) -> FormulaProgram.Shape {
        let breaks = Dictionary(grouping: assessment.specification.seriesBreaks, by: \.variable)
            .mapValues { $0.compactMap { ledger.panel.firstIndex(from: $0.from) } }
        return FormulaProgram.Shape(
            ledger.panel, references: references,
            breaks: breaks)
    }

    private func name(_ id: String) -> BilingualText {
        node.children.first { $0.id == id }?.name ?? BilingualText(same: id)
    }
}

extension TraceWriter {
    private func measured(
        _ entry: Ledger.Entry, _ indicator: String, _ evidence: IndicatorMeasurement.Evidence
    ) -> Trace.Line {
        let description = assessment.catalogue.indicators[indicator]?.description
        let symbol = description?.unitOfMeasure.symbol ?? BilingualText(same: "")
        let hasValue = entry.column[row] != nil
        var workings: [BilingualText] = []
        if let description { workings.append(description.definition) }
        if case .formula(let formula) = evidence, let description {
            let names = Dictionary(
                description.variables.map { ($0.id, $0.name) } + description.parameters.map { ($0.name, $0.summary) },
                uniquingKeysWith: { first, _ in first })
            workings.append(
                BilingualText(
                    zh: formula.text(naming: { names[$0]?.zh ?? $0 }), en: formula.text(naming: { names[$0]?.en ?? $0 })
                ))
        }
        return write(
            entry, zh: "指标值：\(result(entry).zh)\(hasValue ? " \(symbol.zh)" : "")",
            en: "value: \(result(entry).en)\(hasValue ? " \(symbol.en)" : "")", workings: workings,
            cells: evidence.references(row: row, panel: ledger.panel).flatMap(cells))
    }

    private func cells(_ reference: IndicatorMeasurement.Reference) -> [Trace.Cell] {
        switch reference {
        case .variable(let id, let row):
            guard let variable = assessment.catalogue.variables[id], let collected = assessment.data.variables[id]
            else { return [] }
            return (collected.observations[row] ?? []).map { position in
                let observation = assessment.data.observations[position]
                let unit = assessment.data.units[observation.unit]?.name
                let written = observation.value.map(TraceWriter.text)
                let symbol = variable.unitOfMeasure.symbol
                return Trace.Cell(
                    label: BilingualText(
                        zh: "\(variable.name.zh)，\(unit?.zh ?? observation.unit)，\(observation.period)",
                        en: "\(variable.name.en), \(unit?.en ?? observation.unit), \(observation.period)"),
                    value: BilingualText(
                        zh: written.map { "\($0) \(symbol.zh)" } ?? observation.reason?.name.zh ?? "–",
                        en: written.map { "\($0) \(symbol.en)" } ?? observation.reason?.name.en ?? "–"),
                    origin: observation.origin)
            }
        case .registerEntry(let register, let position):
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
    }

    /// A number for a reader: up to six decimals without trailing zeros; in full where those would not show it.
    static func text(_ number: Double) -> String {
        let isShown = number == 0 || (1e-3..<1e9).contains(number.magnitude) || number.rounded() == number
        guard number.isFinite, isShown else { return Formula.text(of: number) }
        var text = DecimalRounding.text(number, decimals: 6)
        guard text.contains(".") else { return text }
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}

extension MissingRule.Action {
    /// The action in words.
    public var name: BilingualText {
        switch self {
        case .fail: BilingualText(zh: "停止", en: "stops the run")
        case .renormalise: BilingualText(zh: "权重由其余子项分担", en: "the others share its weight")
        case .zero: BilingualText(zh: "计零分", en: "scores zero")
        case .groupMedian: BilingualText(zh: "取同组中位数", en: "takes the median of the peer group")
        case .leaveFramework: BilingualText(zh: "指标退出框架", en: "the indicator leaves the framework")
        }
    }
}
