internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The cells that formulas of steps refer to: parameters, inputs by row, parts of formulas and statistics.
extension WorkbookComposition {
    /// A number that formulas refer to, as a line of its own.
    func parameter(_ node: String, _ step: String, _ name: String, _ value: Double, _ note: String = "") -> CellPlace {
        let row = parameters.add([
            .text(self.name(node), .label), .text(step, .label), .text(name, .label),
            Cell(.number(value), CellStyle(.input)), .text(note, .label),
        ])
        return parameters.place(row, 3)
    }

    /// A number a row that formulas refer to, as a column of its own.
    func inputColumn(_ node: String, step: String, id: String, _ numbers: [Double], note: String? = nil) -> ColumnPlace
    {
        let place = draft.addColumn(sheet(of: node), node: name(node), step: step, id: id, note: note, width: 11)
        for row in panel.rows {
            draft.put(place, row: row, Cell(numbers[row].isFinite ? .number(numbers[row]) : .blank, CellStyle(.input)))
        }
        return place
    }

    /// A helper column for a part of a formula.
    func helper(
        _ entry: Ledger.Entry, _ position: Int, _ formula: Formula, _ child: Int?, _ childName: String?,
        _ translation: FormulaTranslation, _ trace: FormulaTrace
    ) -> ColumnPlace {
        let key = PartKey(entry: position, formula: formula, child: child, set: nil)
        if let known = helpers[key] { return known }
        let title = draft.say("中间量", "Part") + (childName.map { "：\($0)" } ?? "")
        let place = draft.addColumn(
            translation.sheet, node: name(entry.node), step: title + "\n" + String(formula.text.prefix(120)),
            id: "\(entry.node) · part", note: formula.text)
        helpers[key] = place
        for row in panel.rows {
            let value = trace.value(of: formula, row: row)
            draft.put(
                place, row: row,
                Cell(
                    .formula(translation.complete(formula, row: row, child: child), Cell.Value(value)),
                    CellStyle(.computed, "0.0000")))
        }
        return place
    }

    /// The cell of a statistic of a reference set.
    func statistic(
        _ entry: Ledger.Entry, _ position: Int, _ formula: Formula, _ child: Int?, _ set: Int, _ childName: String?,
        _ translation: FormulaTranslation, _ trace: FormulaTrace
    ) -> CellPlace? {
        let key = PartKey(entry: position, formula: formula, child: child, set: set)
        if let known = statistics[key] { return known }
        guard case .statistic(let statistic, let operand) = formula, let references = translation.references,
            references.members.indices.contains(set), let column = translation.column(of: operand, child)
        else { return nil }
        let members = references.members[set]
        let value = references.setOfRow.firstIndex(of: set).map { trace.value(of: formula, row: $0) } ?? .nan
        let text = WorkbookComposition.text(
            statistic, draft.ranges(column, rows: members, from: statisticsList.sheet))
        let content: Cell
        if let text, text.utf8.count < 8100 {
            content = Cell(.formula(text, Cell.Value(value)), CellStyle(.computed))
        } else {
            content = Cell(value.isNaN ? .formula("\"\"", .text("")) : .number(value), CellStyle(.constant))
            record(entry, 1, BilingualText(zh: "参照组过于零散，公式放不下", en: "the reference set is too scattered for a formula"))
        }
        let row = statisticsList.add([
            .text(name(entry.node), .label), .text(draft(StepWords.name(entry.step)), .label),
            .text((childName.map { "\($0): " } ?? "") + formula.text, .label),
            .text(setName(references, set), .label), content,
        ])
        let place = statisticsList.place(row, 4)
        statistics[key] = place
        return place
    }

    private static func text(_ statistic: Formula.Statistic, _ ranges: [String]) -> String? {
        guard ranges.count <= 250 else { return nil }
        guard !ranges.isEmpty else { return statistic == .count || statistic == .sum ? "0" : "\"\"" }
        let list = ranges.joined(separator: ",")
        func guarded(_ function: String, from least: Int = 1) -> String {
            "IF(COUNT(\(list))<\(least),\"\",\(function)(\(list)))"
        }
        return switch statistic {
        case .count: "COUNT(\(list))"
        case .sum: "SUM(\(list))"
        case .mean: guarded("AVERAGE")
        case .minimum: guarded("MIN")
        case .maximum: guarded("MAX")
        case .median: guarded("MEDIAN")
        case .standardDeviation: guarded("STDEV", from: 2)
        case .populationStandardDeviation: guarded("STDEVP")
        case .rank, .averageRank: nil
        }
    }

    /// The name of a reference set: its periods, and the groups of its units.
    func setName(_ references: ReferenceSets, _ set: Int) -> String {
        let scope = draft(references.scope.name)
        guard references.count > 1, let row = references.setOfRow.firstIndex(of: set) else { return scope }
        var parts: [String] = []
        if references.scope.periods == .same { parts.append(panel.period(ofRow: row).description) }
        switch references.scope.units {
        case .all: break
        case .peerGroup: parts.append(draft(assessment.peerGroup(ofRow: row).name))
        case .group(let name): parts.append(panel.unit(ofRow: row).groups[name] ?? "")
        }
        return ([scope] + parts).joined(separator: " · ")
    }
}
