internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The columns of steps that are arithmetic without a formula tree: screened, resolved, raised, rounded, lit, adjusted.
extension WorkbookComposition {
    /// Writes a formula over the column that an entry goes on with.
    private func overSource(
        _ entry: Ledger.Entry, note: String, _ formula: (_ cell: String, _ row: Int, _ sheet: Int) -> String?
    ) {
        guard let source = current[entry.node] else {
            let place = column(entry, note: note)
            var count = 0
            for row in panel.rows { put(entry, place, row: row, formula: nil, &count) }
            return
        }
        let place = column(entry, note: note)
        var count = 0
        for row in panel.rows {
            let cell = draft.text(source, row: row, from: place.sheet)
            put(entry, place, row: row, formula: formula(cell, row, place.sheet), &count)
        }
        record(entry, count, BilingualText(zh: "由其他单位的缺失情况决定", en: "decided by what other units lack"))
    }

    func screened(_ entry: Ledger.Entry) {
        let before = sourceColumn(entry)
        overSource(entry, note: draft.say("缺失过多的单位与指标被筛除。", "Units and indicators with too much missing are left out."))
        {
            cell, row, _ in
            entry.column[row] == nil && before?[row] != nil ? nil : "IF(ISNUMBER(\(cell)),\(cell),\"\")"
        }
    }

    func resolved(_ entry: Ledger.Entry, _ actions: [Int: MissingRule.Action]) {
        let rule = nodes[entry.node]?.steps.lazy.compactMap { step -> MissingRule? in
            if case .missing(let rule) = step { rule } else { nil }
        }.first
        let otherwise = rule?.action(for: .notSubmitted) ?? .fail
        let source = current[entry.node]
        let before = sourceColumn(entry)
        var counts: [Reason: Int] = [:]
        for row in panel.rows where before?[row] == nil {
            if let reason = before?.reasons[row] { counts[reason, default: 0] += 1 }
        }
        let note =
            draft.say(
                "缺失者按规则处理：计零、由同级分担权重或不计分。",
                "A missing score is resolved by the rule: zero, weight to the siblings, or no score.")
            + counts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\n\(draft($0.key.name)): \($0.value)" }
            .joined()
        overSource(entry, note: note) { [unowned self] cell, row, sheet in
            let isAbsent = before?[row] == nil
            // What was there and is not any more left the framework with what others lack.
            if !isAbsent, entry.column[row] == nil { return nil }
            let reason = before?.reasons[row]
            let isUnconcerned = isAbsent && (reason == .notAssessedAtLevel || reason == .leftFramework)
            let action = isUnconcerned ? .renormalise : actions[row] ?? otherwise
            switch action {
            case .zero: return "IF(ISNUMBER(\(cell)),\(cell),0)"
            case .groupMedian:
                guard let source else { return nil }
                let set = draft.groupSets.setOfRow[row]
                let median = median(source, before ?? entry.column, set, node: entry.node)
                return "IF(ISNUMBER(\(cell)),\(cell),\(draft.text(median, from: sheet)))"
            case .fail, .renormalise, .noScore, .leaveFramework: return "IF(ISNUMBER(\(cell)),\(cell),\"\")"
            }
        }
    }

    /// The median of a column in a peer group and period, as a line among the statistics.
    func median(_ place: ColumnPlace, _ column: Column, _ set: Int, node: String) -> CellPlace {
        let key = PartKey(
            entry: -1 - place.sheet * 20_000 - place.column, formula: .input("median"), child: nil, set: set)
        if let known = statistics[key] { return known }
        let rows = draft.groupSets.members[set]
        let list = draft.ranges(place, rows: rows, from: statisticsList.sheet).joined(separator: ",")
        let sorted = rows.compactMap { column[$0] }.sorted()
        let value =
            sorted.isEmpty ? Double.nan : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        let row = statisticsList.add([
            .text(name(node), .label), .text("", .label), .text(draft.say("同组中位数", "Peer median"), .label),
            .text(setName(draft.groupSets, set), .label),
            Cell(
                list.isEmpty
                    ? .formula("\"\"", .text(""))
                    : .formula("IF(COUNT(\(list))=0,\"\",MEDIAN(\(list)))", Cell.Value(value)),
                CellStyle(.computed)),
        ])
        let cell = statisticsList.place(row, 4)
        statistics[key] = cell
        return cell
    }

    func raised(_ entry: Ledger.Entry, _ children: [String], _ points: [Double], _ nodePoints: Double) {
        let step = draft(StepWords.name(entry.step))
        let whole = parameter(
            entry.node, step, draft.say("节点分值", "points of the node"), nodePoints,
            draft.say("加分按节点分值折算", "a bonus counts against the points of its node"))
        let bonuses = zip(children, points).compactMap { child, points -> (ColumnPlace, CellPlace)? in
            guard let place = current[child] else { return nil }
            return (
                place,
                parameter(
                    entry.node, step, draft.say("加分：", "bonus: ") + name(child), points,
                    draft.say("最多加的分", "points that it adds at most"))
            )
        }
        overSource(
            entry, note: draft.say("加分项只加不减，至多加满。", "A bonus adds and never takes away, and at most its points.")
        ) {
            [unowned self] cell, row, sheet in
            let terms = bonuses.map { place, points in
                let score = draft.text(place, row: row, from: sheet)
                return
                    "+IF(N(\(score))>0,MIN(\(score),100)*\(draft.text(points, from: sheet))/\(draft.text(whole, from: sheet)),0)"
            }
            return "IF(ISNUMBER(\(cell)),\(cell)\(terms.joined()),\"\")"
        }
    }

    func rounded(_ entry: Ledger.Entry, _ decimals: Int) {
        let cell = parameter(
            entry.node, draft(StepWords.name(entry.step)), draft.say("小数位数", "decimals"), Double(decimals),
            draft.say("四舍五入", "half away from zero"))
        overSource(
            entry, note: draft.say("四舍五入；名次与等次以此为准。", "Halves away from zero; ranks and grades follow this number.")
        ) {
            [unowned self] source, _, sheet in
            "IF(ISNUMBER(\(source)),\(FormulaTranslation.rounded(source, draft.text(cell, from: sheet))),\"\")"
        }
    }

    func lit(_ entry: Ledger.Entry, _ light: Light) {
        let source = light.ofValue ? values[entry.node] : current[entry.node]
        let place = column(entry, note: draft.say("按界限亮灯。", "The first light whose bound holds."), width: 8)
        guard let source else { return }
        let step = draft(StepWords.name(entry.step))
        let bands = light.bands.map { band -> (name: String, sign: String, bound: CellPlace?) in
            let name = draft(band.colour.name)
            guard let bound = band.bound else { return (name, "", nil) }
            let (sign, number): (String, Double) =
                switch bound {
                case .atLeast(let number): (">=", number)
                case .above(let number): (">", number)
                case .atMost(let number): ("<=", number)
                case .below(let number): ("<", number)
                }
            return (name, sign, parameter(entry.node, step, "\(name) \(sign)", number))
        }
        for row in panel.rows {
            let cell = draft.text(source, row: row, from: place.sheet)
            let chain = bands.reversed().reduce("\"\"") { rest, band in
                band.bound.map {
                    "IF(\(cell)\(band.sign)\(draft.text($0, from: place.sheet)),\(CellText.quoted(band.name)),\(rest))"
                } ?? CellText.quoted(band.name)
            }
            let band = entry.column[row].map { Int($0) }
            let shown = band.flatMap { light.bands.indices.contains($0) ? bands[$0].name : nil } ?? ""
            draft.put(
                place, row: row,
                Cell(
                    .formula("IF(ISNUMBER(\(cell)),\(chain),\"\")", .text(shown)),
                    CellStyle(shown.isEmpty ? .absent : .computed)))
        }
        let lines = WorkbookDraft.headLines...(WorkbookDraft.headLines + max(0, panel.rowCount - 1))
        for band in light.bands {
            let (back, ink) = WorkbookComposition.colours(band.colour)
            draft.workbook.sheets[place.sheet].colourings.append(
                (
                    Sheet.Block(rows: lines, columns: place.column...place.column),
                    .text(draft(band.colour.name), background: back, foreground: ink)
                ))
        }
    }

    static func colours(_ colour: Light.Colour) -> (UInt32, UInt32) {
        switch colour {
        case .green: (0xD7EFDC, 0x166534)
        case .yellow: (0xFDF3C7, 0x854D0E)
        case .orange: (0xFDE3CC, 0x9A3412)
        case .red: (0xFADADA, 0x991B1B)
        case .blue: (0xDBE9FB, 0x1E40AF)
        case .grey: (0xE5E7EB, 0x374151)
        }
    }

    func adjusted(_ entry: Ledger.Entry, _ adjustment: Adjustment, _ applied: [Int: [Ledger.AppliedDecision]]) {
        guard let source = current[entry.node] else { return overSource(entry, note: "") { _, _, _ in nil } }
        let after = decide(entry, adjustment, applied, source)
        overSource(entry, note: draft(adjustment.name)) { [unowned self] cell, row, sheet in
            if let last = after[row] {
                let text = draft.text(last, from: sheet)
                return "IF(ISNUMBER(\(text)),\(text),\"\")"
            }
            return applied[row] == nil ? "IF(ISNUMBER(\(cell)),\(cell),\"\")" : nil
        }
    }

    /// The decisions of an adjustment, a line each; gives back the cell of the score after the last one on each row.
    private func decide(
        _ entry: Ledger.Entry, _ adjustment: Adjustment, _ applied: [Int: [Ledger.AppliedDecision]],
        _ source: ColumnPlace
    ) -> [Int: CellPlace] {
        guard let list = decisions, !applied.isEmpty else { return [:] }
        let step = draft(adjustment.name)
        func bound(_ name: String, _ value: Double?) -> String? {
            value.map { draft.text(parameter(entry.node, step, name, $0), from: list.sheet) }
        }
        var (most, top, bottom): (String?, String?, String?)
        switch adjustment.effect {
        case .bonus(let atMost, let upTo):
            most = bound(draft.say("至多加分", "points at most"), atMost)
            top = bound(draft.say("不超过", "not beyond"), upTo)
        case .deduction(let atMost, let downTo):
            most = bound(draft.say("至多扣分", "points at most"), atMost)
            bottom = bound(draft.say("不低于", "not below"), downTo)
        case .coefficient(_, _, let upTo): top = bound(draft.say("不超过", "not beyond"), upTo)
        case .override, .veto: break
        }
        var isPoints = false
        if case .points = assessment.specification.weightScale { isPoints = true }
        let stated = nodes[entry.node].flatMap { Weights(assessment, row: applied.keys.min() ?? 0)[$0]?.stated }
        let scale = isPoints ? 100 / (stated ?? 100) : 1
        let changesPoints =
            switch adjustment.effect {
            case .bonus, .deduction: true
            case .coefficient, .override, .veto: false
            }
        let worth =
            changesPoints && isPoints && entry.node != assessment.root.id
            ? draft.text(pointsCell(entry, stated ?? 100), from: list.sheet) : nil
        if changesPoints, worth == nil, scale != 1 {
            constants.append(
                (
                    "\(name(entry.node)) · \(step)", 1,
                    draft.say("满分折算的系数，写在公式里", "the factor of the full marks stands in the formulas")
                ))
        }
        var last: [Int: CellPlace] = [:]
        for (row, cells) in applied.sorted(by: { $0.key < $1.key }) {
            var before = draft.text(source, row: row, from: list.sheet)
            let first = list.next
            var used = 0.0
            var sound = true
            for one in cells {
                guard assessment.data.decisions.indices.contains(one.decision) else { continue }
                let decision = assessment.data.decisions[one.decision]
                let line = list.next
                let value = "E\(line + 1)"
                var counted = "\"\""
                var countedValue = Cell.Value.text("")
                var formula: String
                let room = line == first ? most : most.map { "MAX(0,\($0)-SUM(F\(first + 1):F\(line)))" }
                let points = room.map { "MIN(\(value),\($0))" } ?? value
                let isCounted: Bool
                switch adjustment.effect {
                case .bonus: isCounted = true
                case .deduction: isCounted = true
                default: isCounted = false
                }
                if isCounted {
                    let limit: Double? =
                        switch adjustment.effect {
                        case .bonus(let atMost, _), .deduction(let atMost, _): atMost
                        default: nil
                        }
                    let number = min(decision.value ?? 0, max(0, (limit ?? .infinity) - used))
                    used += number
                    counted = points
                    countedValue = .number(number)
                }
                let scaled =
                    worth.map { "F\(line + 1)*100/\($0)" }
                    ?? (scale == 1 ? "F\(line + 1)" : "F\(line + 1)*\(Formula.text(of: scale))")
                switch adjustment.effect {
                case .bonus: formula = "G\(line + 1)+\(scaled)"
                case .deduction:
                    formula = "MAX(G\(line + 1)-\(scaled),MIN(\(bottom ?? "0"),G\(line + 1)))"
                case .coefficient: formula = "G\(line + 1)*\(value)"
                case .override: formula = value
                case .veto: formula = "G\(line + 1)"
                }
                if let top { formula = "MIN(\(formula),MAX(\(top),G\(line + 1)))" }
                if adjustment.effect != .override { formula = "IF(ISNUMBER(G\(line + 1)),\(formula),\"\")" }
                let expected = adjustment.scores(
                    after: [decision.value ?? .nan], from: one.before, scale: scale)
                // A scale that does not lead to the score that the ledger has is not known here.
                if !isCounted, let expected = expected.last, !WorkbookComposition.agree(expected, one.after) {
                    sound = false
                }
                list.add([
                    .text(step, .label), .text(draft(panel.unit(ofRow: row).name), .label),
                    .text(panel.period(ofRow: row).description, .label), .text(name(entry.node), .label),
                    Cell(.number(decision.value ?? 0), CellStyle(.input)),
                    Cell(.formula(counted, countedValue), CellStyle(.computed)),
                    Cell(
                        .formula("IF(ISNUMBER(\(before)),\(before),\"\")", Cell.Value(one.before)),
                        CellStyle(.computed, "0.00##")),
                    Cell(.formula(formula, Cell.Value(one.after)), CellStyle(.computed, "0.00##")),
                    .text(decision.reason, .label), .text(decision.authority, .label),
                    .text(decision.date.description, .label), .text(decision.decidedBy, .label),
                ])
                before = "H\(line + 1)"
                last[row] = list.place(line, 7)
            }
            if !sound { last[row] = nil }
        }
        return last
    }
}
