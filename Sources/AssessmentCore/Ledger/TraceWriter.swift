/// Puts the steps of a node in one row into words.
struct TraceWriter {
    let tracer: Tracer
    let traced: Tracer.TracedNode
    /// What is said of the table in every row.
    let words: TraceWords
    let row: Int

    var assessment: CompletedAssessment { tracer.assessment }
    var node: FrameworkNode { traced.node }
    var ledger: Ledger { tracer.assessment.ledger }

    /// The lines of a ledger entry, last one first; none for a step that did nothing in this row.
    func lines(_ entry: Ledger.Entry, after before: Ledger.Entry?) -> [Trace.Line] {
        if case .adjusted(let adjustment, let applied) = entry.detail {
            return adjusted(entry, adjustment, applied[row] ?? []).reversed()
        }
        return [line(entry, after: before)].compactMap(\.self)
    }

    private func line(_ entry: Ledger.Entry, after before: Ledger.Entry?) -> Trace.Line? {
        switch entry.detail {
        case .measured: measured(entry)
        case .screened(let screening, let unitShares, let indicatorShares):
            screened(entry, screening, unitShares[row], indicatorShares[row], before)
        case .applied(_, _, let form, let remarks): applied(entry, form, remarks, before)
        case .computed(let form, let nodes, let weights): computed(entry, form, nodes, weights, before)
        case .resolved(let actions): actions[row].map { resolved(entry, $0, before) }
        case .aggregated(let aggregated): self.aggregated(entry, aggregated)
        case .raised(let children, let points, let nodePoints): raised(entry, children, points, nodePoints, before)
        case .rounded(let decimals):
            write(
                entry, zh: "取\(decimals)位小数（四舍五入）：\(number(before))→\(result(entry).zh)",
                en: "rounded to \(decimals) decimals: \(number(before)) → \(result(entry).en)")
        case .lit(let light): lit(entry, light, before)
        case .ranked(_, let sizes, let tieBreaks): ranked(entry, sizes[row], tieBreaks)
        case .graded(let bands): graded(entry, bands, before)
        case .vetoed(let adjustment, let bands, let decisions):
            vetoed(entry, adjustment, bands, decisions[row] ?? [])
        case .limited(let bands, let uses): limited(entry, bands, uses)
        case .aimed:
            entry.column[row] == nil
                ? nil : write(entry, zh: "目标值：\(result(entry).zh)", en: "target: \(result(entry).en)")
        case .adjusted: nil
        }
    }

    /// A line with the note on the cell behind its workings.
    func write(
        _ entry: Ledger.Entry, zh: String, en: String, workings: [BilingualText] = [], cells: [Trace.Cell] = []
    ) -> Trace.Line {
        var workings = workings
        if let note = entry.column.notes[row] { workings.append(note) }
        return Trace.Line(step: entry.step, text: BilingualText(zh: zh, en: en), workings: workings, cells: cells)
    }

    /// The number of an entry, or the reason why there is none.
    func result(_ entry: Ledger.Entry) -> BilingualText {
        if let value = entry.column[row] { return BilingualText(same: TraceWriter.text(value)) }
        guard let reason = entry.column.reasons[row] else { return BilingualText(same: "–") }
        return BilingualText(zh: "无（\(reason.name.zh)）", en: "none (\(reason.name.en))")
    }

    /// The number of an entry in words.
    func number(_ entry: Ledger.Entry?) -> String {
        entry?.column[row].map { TraceWriter.text($0) } ?? "–"
    }

    private func ranked(_ entry: Ledger.Entry, _ size: Int, _ tieBreaks: [String]) -> Trace.Line? {
        guard let rank = entry.column[row] else { return nil }
        let group = peerGroup
        let workings = tieBreaks.compactMap { node -> BilingualText? in
            guard let score = ledger.scores(of: node)?[row] else { return nil }
            let name = name(node)
            return BilingualText(
                zh: "同分时比较“\(name.zh)”得分：\(TraceWriter.text(score))",
                en: "ties are told apart by the score of ‘\(name.en)’: \(TraceWriter.text(score))")
        }
        return write(
            entry, zh: "在“\(group.name.zh)”\(size)个单位中列第\(Int(rank))位",
            en: "rank \(Int(rank)) of \(size) in ‘\(group.name.en)’", workings: workings)
    }

    /// The peer group of the row.
    var peerGroup: PeerGroup {
        let groups = assessment.specification.peerGroups
        guard !groups.isEmpty else { return PeerGroup.everyone }
        return groups[assessment.peerGroupOfUnit[row % ledger.panel.units.count]]
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

    private func screened(
        _ entry: Ledger.Entry, _ screening: Screening, _ unitShare: Double, _ indicatorShare: Double,
        _ before: Ledger.Entry?
    ) -> Trace.Line? {
        guard before?.column[row] != nil, entry.column[row] == nil else { return nil }
        let isUnit = entry.column.reasons[row] == .tooMuchMissing
        let share = TraceWriter.text(100 * (isUnit ? unitShare : indicatorShare))
        let least = TraceWriter.text(100 * ((isUnit ? screening.unitsFrom : screening.indicatorsFrom) ?? 0))
        return write(
            entry,
            zh: isUnit ? "数据不足剔除：该单位有\(share)%的指标有数据，低于\(least)%" : "数据不足剔除：\(share)%的单位有数据，低于\(least)%",
            en: isUnit
                ? "screened out: the unit has \(share)% of the indicators, less than \(least)%"
                : "screened out: \(share)% of the units have it, less than \(least)%")
    }

    private func lit(_ entry: Ledger.Entry, _ light: Light, _ before: Ledger.Entry?) -> Trace.Line? {
        guard let position = entry.column[row], light.bands.indices.contains(Int(position)) else { return nil }
        let colour = light.bands[Int(position)].colour.name
        let values = ledger.entries(of: node.id).prefix { $0.step != .light }
            .last { $0.step.givesNumbers && !$0.step.givesScore }
        let shown = (light.ofValue ? values : before)?.column[row]
        let number = shown.map { TraceWriter.text($0) } ?? "–"
        return write(entry, zh: "亮灯：\(colour.zh)（\(number)）", en: "light: \(colour.en) (\(number))")
    }

    /// The name of a node of the framework.
    func name(_ id: String) -> BilingualText { tracer.names[id] ?? BilingualText(same: id) }
}

extension TraceWriter {
    /// A number for a reader.
    static func text(_ number: Double) -> String { DecimalRounding.readable(number) }
}

extension MissingRule.Action {
    /// The action in words.
    public var name: BilingualText {
        switch self {
        case .fail: BilingualText(zh: "停止", en: "stops the run")
        case .renormalise: BilingualText(zh: "权重由其余子项分担", en: "the others share its weight")
        case .zero: BilingualText(zh: "计零分", en: "scores zero")
        case .groupMedian: BilingualText(zh: "取同组中位数", en: "takes the median of the peer group")
        case .noScore: BilingualText(zh: "上级亦无得分", en: "the node above gets no score either")
        case .leaveFramework: BilingualText(zh: "指标退出框架", en: "the indicator leaves the framework")
        }
    }
}
