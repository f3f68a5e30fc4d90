internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The columns of grades, of vetoes on them and of the limits on their number.
extension WorkbookComposition {
    func graded(_ entry: Ledger.Entry, _ bands: [GradeBand]) {
        guard let source = current[entry.node] else { return }
        let step = draft(StepWords.name(entry.step))
        let first = parameters.next
        for band in bands {
            _ = parameter(
                entry.node, step, draft(band.name), band.atLeast,
                draft.say("得此等次的最低分（含）", "the lowest score that earns the grade"))
        }
        grades[entry.node] = (first, bands.map { draft($0.name) })
        let place = column(entry, note: draft.say("下限属于本等次。", "The lower bound belongs to the grade."), width: 10)
        for row in panel.rows {
            let cell = draft.text(source, row: row, from: place.sheet)
            let chain = bands.indices.reversed().reduce("\"\"") { rest, band in
                let (bound, name) = (gradeBound(first + band, place.sheet), gradeName(entry.node, band, place.sheet))
                return "IF(\(cell)>=\(bound),\(name),\(rest))"
            }
            putGrade(entry, bands, place, row, "IF(ISNUMBER(\(cell)),\(chain),\"\")")
        }
        colourGrades(bands, place)
        gradeColumns[entry.node] = place
    }

    private func gradeBound(_ row: Int, _ sheet: Int) -> String { draft.text(parameters.place(row, 3), from: sheet) }

    /// The cell of the name of a grade.
    private func gradeName(_ node: String, _ band: Int, _ sheet: Int) -> String {
        draft.text(parameters.place((grades[node]?.first ?? 0) + band, 2), from: sheet)
    }

    private func putGrade(
        _ entry: Ledger.Entry, _ bands: [GradeBand], _ place: ColumnPlace, _ row: Int, _ formula: String
    ) {
        let position = entry.column[row].map { Int($0) }
        let shown = position.flatMap { bands.indices.contains($0) ? draft(bands[$0].name) : nil } ?? ""
        draft.put(
            place, row: row, Cell(.formula(formula, .text(shown)), CellStyle(shown.isEmpty ? .absent : .result)))
    }

    private func colourGrades(_ bands: [GradeBand], _ place: ColumnPlace) {
        let lines = WorkbookDraft.headLines...(WorkbookDraft.headLines + max(0, panel.rowCount - 1))
        for (position, band) in bands.enumerated() {
            let colour: Light.Colour =
                position == 0 ? .green : position == bands.count - 1 ? .red : position == 1 ? .blue : .yellow
            let (back, ink) = WorkbookComposition.colours(colour)
            draft.workbook.sheets[place.sheet].colourings.append(
                (
                    Sheet.Block(rows: lines, columns: place.column...place.column),
                    .text(draft(band.name), background: back, foreground: ink)
                ))
        }
    }

    func vetoed(_ entry: Ledger.Entry, _ adjustment: Adjustment, _ bands: [GradeBand], _ rows: [Int: [Int]]) {
        guard let before = gradeColumns[entry.node], let grade = grades[entry.node], let veto = adjustment.veto else {
            return
        }
        let cells = cells(entry, adjustment, rows)
        let place = column(entry, note: draft(adjustment.name), width: 10)
        let sheet = place.sheet
        let names =
            "\(gradeName(entry.node, 0, sheet)):\(draft.text(parameters.place(grade.first + bands.count - 1, 2), from: parameters.sheet))"
        for row in panel.rows {
            let cell = draft.text(before, row: row, from: sheet)
            guard let own = cells[row], !own.isEmpty else {
                putGrade(entry, bands, place, row, cell)
                continue
            }
            let sum = own.map { draft.text($0, from: sheet) }.joined(separator: "+")
            // Letter by letter: MATCH takes * and ? for any letters, and a for A.
            let places = bands.indices.map { "\($0 + 1)" }.joined(separator: ";")
            let position = "SUMPRODUCT(EXACT(\(names),\(cell))*{\(places)})"
            let lowered: String
            switch veto.grade {
            case .disqualified: lowered = "IF(\(sum)>0,\(bands.count),\(position))"
            case .lowered(let steps): lowered = "MIN(\(bands.count),\(position)+\(steps)*(\(sum)))"
            case .noBetterThan(let best):
                lowered = "IF(\(sum)>0,MAX(\(position),\(min(best, bands.count - 1) + 1)),\(position))"
            }
            putGrade(entry, bands, place, row, "IF(\(cell)=\"\",\"\",INDEX(\(names),\(lowered)))")
        }
        colourGrades(bands, place)
        gradeColumns[entry.node] = place
    }

    /// The cells that say whether each veto decision counts, a line each; written once.
    func cells(_ entry: Ledger.Entry, _ adjustment: Adjustment, _ rows: [Int: [Int]]) -> [Int: [CellPlace]] {
        let key = "\(entry.node) · \(adjustment.id)"
        if let known = vetoCells[key] { return known }
        guard let list = decisions else { return [:] }
        var cells: [Int: [CellPlace]] = [:]
        for (row, positions) in rows.sorted(by: { $0.key < $1.key }) {
            for position in positions where assessment.data.decisions.indices.contains(position) {
                let decision = assessment.data.decisions[position]
                let line = list.add([
                    .text(draft(adjustment.name), .label), .text(draft(panel.unit(ofRow: row).name), .label),
                    .text(panel.period(ofRow: row).description, .label), .text(name(entry.node), .label),
                    Cell(.number(1), CellStyle(.input)), .text("", .label), .text("", .label), .text("", .label),
                    .text(decision.reason, .label), .text(decision.authority, .label),
                    .text(decision.date.description, .label), .text(decision.decidedBy, .label),
                ])
                cells[row, default: []].append(list.place(line, 4))
            }
        }
        vetoCells[key] = cells
        return cells
    }

    func limited(_ entry: Ledger.Entry, _ bands: [GradeBand], _ uses: [Ledger.QuotaUse]) {
        guard var before = gradeColumns[entry.node], let list = places,
            let ranks = columns[entry.node]?.last(where: { $0.step == .rank })?.place,
            let ranked = assessment.ledger.entry(of: entry.node, .rank)?.column,
            var positions = gradePositions(before: entry)
        else { return }
        let groups = assessment.specification.rankedGroups
        let units = panel.units.count
        let quotas = bands.indices.filter { bands[$0].quota != nil }
        for (order, band) in quotas.enumerated() {
            guard let quota = bands[band].quota else { continue }
            let place =
                order == quotas.count - 1
                ? column(entry, note: draft.say("名额之外者降一等。", "Who has no place takes the next grade."), width: 10)
                : draft.addColumn(
                    sheet(of: entry.node), node: name(entry.node), step: draft(StepWords.name(entry.step)),
                    id: "\(entry.node) · places of \(band + 1)", width: 10)
            let sheet = place.sheet
            for use in uses where use.band == band {
                let members = panel.rows(ofPeriodAt: use.period).filter {
                    assessment.peerGroupOfUnit[$0 % units] == use.group
                }
                guard !members.isEmpty, groups.indices.contains(use.group) else { continue }
                let grade = draft.ranges(before, rows: members, from: list.sheet)[0]
                let rank = draft.ranges(ranks, rows: members, from: list.sheet)[0]
                let name = gradeName(entry.node, band, list.sheet)
                let line = list.next + 1
                let share = quota.sharesOfGroups[groups[use.group].id] ?? quota.share
                let exact = "ROUND(D\(line)*E\(line),9)"
                let whole: String =
                    switch quota.rounding {
                    case .down: "ROUNDDOWN(\(exact),0)"
                    case .up: "ROUNDUP(\(exact),0)"
                    case .nearest: FormulaTranslation.rounded(exact, "0")
                    }
                let candidates = members.filter { !ranked.values[$0].isNaN && positions[$0] == band }
                    .map { ranked.values[$0] }.sorted()
                let first = candidates.count > use.places ? candidates[use.places] : 0
                let inside = candidates.count > use.places && use.places > 0 ? candidates[use.places - 1] : 0
                let kth = { (k: String) in "SMALL(IF(EXACT(\(grade),\(name)),IF(ISNUMBER(\(rank)),\(rank))),\(k))" }
                list.add([
                    .text(draft(bands[band].name), .label), .text(draft(groups[use.group].name), .label),
                    .text(panel.periods[use.period].description, .label),
                    Cell(.number(share), CellStyle(.input, "0%")),
                    Cell(.formula("COUNT(\(rank))", .number(Double(use.units))), CellStyle(.computed, "0")),
                    Cell(
                        .formula("MIN(E\(line),MAX(\(whole),\(quota.leastPlaces)))", .number(Double(use.places))),
                        CellStyle(.computed, "0")),
                    Cell(
                        .formula(
                            "SUMPRODUCT(EXACT(\(grade),\(name))*ISNUMBER(\(rank)))", .number(Double(use.candidates))),
                        CellStyle(.computed, "0")),
                    Cell(
                        .array("IF(G\(line)>F\(line),\(kth("F\(line)+1")),0)", .number(first)),
                        CellStyle(.computed, "0")),
                    Cell(
                        .array("IF(G\(line)>F\(line),IF(F\(line)>0,\(kth("F\(line)")),0),0)", .number(inside)),
                        CellStyle(.computed, "0")),
                ])
                let (firstCell, insideCell) = (list.place(line - 1, 7), list.place(line - 1, 8))
                for row in members {
                    let cell = draft.text(before, row: row, from: sheet)
                    let own = draft.text(ranks, row: row, from: sheet)
                    let (limit, within) = (draft.text(firstCell, from: sheet), draft.text(insideCell, from: sheet))
                    let behind =
                        quota.tied == .within
                        ? "\(own)>=\(limit)+IF(\(within)=\(limit),1,0)" : "\(own)>=\(limit)"
                    let next = gradeName(entry.node, min(band + 1, bands.count - 1), sheet)
                    let formula =
                        "IF(AND(EXACT(\(cell),\(gradeName(entry.node, band, sheet))),ISNUMBER(\(own)),\(limit)>0),"
                        + "IF(\(behind),\(next),\(cell)),\(cell))"
                    if let position = positions[row], position == band, !ranked.values[row].isNaN, first > 0 {
                        let isBehind =
                            quota.tied == .within && inside == first
                            ? ranked.values[row] > first : ranked.values[row] >= first
                        if isBehind { positions[row] = min(band + 1, bands.count - 1) }
                    }
                    let shown = positions[row].map { draft(bands[$0].name) } ?? ""
                    draft.put(
                        place, row: row,
                        Cell(.formula(formula, .text(shown)), CellStyle(shown.isEmpty ? .absent : .result)))
                }
            }
            before = place
            colourGrades(bands, place)
        }
        gradeColumns[entry.node] = before
    }

    /// The grades before a limit, by row.
    private func gradePositions(before entry: Ledger.Entry) -> [Int: Int]? {
        let earlier = assessment.ledger.entries(of: entry.node).last {
            $0.step.givesGrade && $0.step != .quota
        }
        guard let earlier else { return nil }
        var positions: [Int: Int] = [:]
        for row in panel.rows { if let position = earlier.column[row] { positions[row] = Int(position) } }
        return positions
    }
}
