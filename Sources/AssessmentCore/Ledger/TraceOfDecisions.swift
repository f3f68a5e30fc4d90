/// Puts into words what decisions did to scores and grades, and how quotas were used.
extension TraceWriter {
    /// What each decision did to a score, in the order in which they were applied.
    func adjusted(
        _ entry: Ledger.Entry, _ adjustment: Adjustment, _ applied: [Ledger.AppliedDecision]
    ) -> [Trace.Line] {
        applied.compactMap { application in
            guard let decision = decision(application.decision) else { return nil }
            let change = "\(TraceWriter.text(application.before)) → \(TraceWriter.text(application.after))"
            let text = value(of: decision, adjustment)
            let marks = marks(adjustment)
            return Trace.Line(
                step: entry.step,
                text: BilingualText(
                    zh: "\(adjustment.name.zh)（\(adjustment.effect.name.zh)\(text)\(marks.zh)）：\(change)",
                    en: "\(adjustment.name.en) (\(adjustment.effect.name.en)\(text)\(marks.en)): \(change)"),
                workings: grounds(decision) + bounds(adjustment, decision, application), cells: [cell(decision, text)])
        }
    }

    /// What a veto did to a grade.
    func vetoed(
        _ entry: Ledger.Entry, _ adjustment: Adjustment, _ bands: [GradeBand], _ positions: [Int]
    ) -> Trace.Line? {
        let decisions = positions.compactMap(decision)
        guard !decisions.isEmpty, let grades = grades(entry, bands) else { return nil }
        return write(
            entry, zh: "\(adjustment.name.zh)（一票否决）：\(grades.before.zh)→\(grades.after.zh)",
            en: "\(adjustment.name.en) (veto): \(grades.before.en) → \(grades.after.en)",
            workings: decisions.flatMap(grounds)
                + (adjustment.veto?.rank == .last
                    ? [BilingualText(zh: "列本组末位", en: "ranks behind every other unit of its group")] : []),
            cells: decisions.map { cell($0, "") })
    }

    /// How the quota of a grade bore on the unit: where it had the grade, or lost it.
    func limited(_ entry: Ledger.Entry, _ bands: [GradeBand], _ uses: [Ledger.QuotaUse]) -> Trace.Line? {
        guard let grades = grades(entry, bands), let after = entry.column[row].map({ Int($0) }),
            let first = grades.position
        else { return nil }
        let units = ledger.panel.units.count
        let group = assessment.peerGroupOfUnit[row % units]
        let own = uses.filter {
            $0.group == group && $0.period == row / units && (first...max(first, after)).contains($0.band)
        }
        guard !own.isEmpty else { return nil }
        let workings = own.compactMap { use -> BilingualText? in
            guard bands.indices.contains(use.band), let quota = bands[use.band].quota else { return nil }
            let share = quota.sharesOfGroups[peerGroup.id] ?? quota.share
            let exact = TraceWriter.text(DecimalRounding.round(share * Double(use.units), decimals: 9))
            let product = "\(use.units) × \(TraceWriter.text(100 * share))% = \(exact)"
            let name = bands[use.band].name
            return BilingualText(
                zh: "“\(name.zh)”名额：\(product)，\(quota.rounding.name.zh)后\(use.places)个；达到者\(use.candidates)个",
                en: "places of ‘\(name.en)’: \(product), \(quota.rounding.name.en): \(use.places); "
                    + "\(use.candidates) reached it")
        }
        let isLowered = after != first
        return write(
            entry,
            zh: isLowered ? "名额已满：\(grades.before.zh)→\(grades.after.zh)" : "名额之内：\(grades.after.zh)",
            en: isLowered
                ? "no place left: \(grades.before.en) → \(grades.after.en)" : "within the quota: \(grades.after.en)",
            workings: workings)
    }

    private func decision(_ position: Int) -> AdjustmentDecision? {
        let decisions = assessment.data.decisions
        return decisions.indices.contains(position) ? decisions[position] : nil
    }

    /// The grade before an entry and after it.
    private func grades(
        _ entry: Ledger.Entry, _ bands: [GradeBand]
    ) -> (before: BilingualText, after: BilingualText, position: Int?)? {
        let own = ledger.entries(of: node.id).filter(\.step.givesGrade)
        // Two vetoes may follow upon each other, so the entry is known by its adjustment.
        guard let place = own.firstIndex(where: { $0.detail.isSame(as: entry.detail) }), place > 0,
            let before = own[place - 1].column[row].map({ Int($0) }), bands.indices.contains(before),
            let after = entry.column[row].map({ Int($0) }), bands.indices.contains(after)
        else { return nil }
        return (bands[before].name, bands[after].name, before)
    }

    private func value(of decision: AdjustmentDecision, _ adjustment: Adjustment) -> String {
        guard let value = decision.value else { return "" }
        return switch adjustment.effect {
        case .bonus: " +\(TraceWriter.text(value))"
        case .deduction: " −\(TraceWriter.text(value))"
        case .coefficient: " × \(TraceWriter.text(value))"
        case .override: " = \(TraceWriter.text(value))"
        case .veto: ""
        }
    }

    /// What points are out of, where that is not the 100 that scores are out of.
    private func marks(_ adjustment: Adjustment) -> BilingualText {
        guard case .points(let full) = assessment.specification.weightScale else { return BilingualText(same: "") }
        switch adjustment.effect {
        case .coefficient, .override, .veto: return BilingualText(same: "")
        case .bonus, .deduction: break
        }
        let own: Double? =
            if node.id == assessment.specification.framework.id {
                full
            } else {
                switch node.role {
                case .weighted(let points): points
                case .bonus(let points): points
                }
            }
        guard let own, own != 100 else { return BilingualText(same: "") }
        let text = TraceWriter.text(own)
        return BilingualText(zh: "分，满分\(text)分", en: " of \(text) points")
    }

    /// Why, on what ground, on what evidence, when and by whom.
    private func grounds(_ decision: AdjustmentDecision) -> [BilingualText] {
        [
            BilingualText(zh: "事由：\(decision.reason)", en: "reason: \(decision.reason)"),
            BilingualText(
                zh: "依据：\(decision.authority)；佐证：\(decision.evidence)",
                en: "authority: \(decision.authority); evidence: \(decision.evidence)"),
            BilingualText(
                zh: "\(decision.date)，\(decision.decidedBy)决定",
                en: "decided on \(decision.date) by \(decision.decidedBy)"),
        ]
    }

    /// The bound that kept a decision from its full effect.
    private func bounds(
        _ adjustment: Adjustment, _ decision: AdjustmentDecision, _ application: Ledger.AppliedDecision
    ) -> [BilingualText] {
        func bound(_ zh: String, _ en: String, _ number: Double) -> BilingualText {
            BilingualText(zh: "\(zh)\(TraceWriter.text(number))", en: "\(en) \(TraceWriter.text(number))")
        }
        switch adjustment.effect {
        case .bonus(let most, let top):
            return (most.map { [bound("本项加分合计不超过", "points of this bonus together at most", $0)] } ?? [])
                + (top.map { [bound("加分后不超过", "up to a score of", $0)] } ?? [])
        case .deduction(let most, let bottom):
            return (most.map { [bound("本项扣分合计不超过", "points of this deduction together at most", $0)] } ?? [])
                + [bound("扣分后不低于", "down to a score of", bottom)]
        case .coefficient(_, _, let top): return top.map { [bound("调整后不超过", "up to a score of", $0)] } ?? []
        case .override, .veto: return []
        }
    }

    private func cell(_ decision: AdjustmentDecision, _ value: String) -> Trace.Cell {
        let unit = assessment.data.units[decision.unit]?.name
        return Trace.Cell(
            label: BilingualText(
                zh: "决定，\(unit?.zh ?? decision.unit)，\(decision.period)",
                en: "decision, \(unit?.en ?? decision.unit), \(decision.period)"),
            value: BilingualText(same: value.isEmpty ? decision.adjustment : value.trimmingSpaces),
            origin: decision.origin)
    }
}

extension Ledger.Detail {
    /// Whether both are the table of one veto, or of the quotas.
    fileprivate func isSame(as other: Ledger.Detail) -> Bool {
        switch (self, other) {
        case (.vetoed(let own, _, _), .vetoed(let known, _, _)): own.id == known.id
        case (.limited, .limited): true
        default: false
        }
    }
}

extension Adjustment.Effect {
    /// The kind of adjustment in words.
    public var name: BilingualText {
        switch self {
        case .bonus: BilingualText(zh: "加分", en: "bonus")
        case .deduction: BilingualText(zh: "扣分", en: "deduction")
        case .coefficient: BilingualText(zh: "难度系数", en: "coefficient")
        case .override: BilingualText(zh: "手工调整", en: "override")
        case .veto: BilingualText(zh: "一票否决", en: "veto")
        }
    }
}

extension Quota.Rounding {
    /// The rounding in words.
    public var name: BilingualText {
        switch self {
        case .down: BilingualText(zh: "向下取整", en: "rounded down")
        case .nearest: BilingualText(zh: "四舍五入", en: "rounded to the nearest")
        case .up: BilingualText(zh: "向上取整", en: "rounded up")
        }
    }
}

extension String {
    fileprivate var trimmingSpaces: String { String(drop { $0 == " " }) }
}
