internal import AssessmentCore
internal import AssessmentSpreadsheets

/// Why a grade is not the one that the score earns, for the sheet of the ranking.
extension WorkbookComposition {
    /// A column of reasons beside the total: vetoes that count, and places that were full; nothing where there are none.
    func gradeReasons() -> (place: ColumnPlace, texts: [Int: String])? {
        let root = assessment.root
        let entries = assessment.ledger.entries(of: root.id)
        var parts: [Int: [(formula: String, text: String)]] = [:]
        let sheet = sheet(of: root.id)
        for entry in entries {
            guard case .vetoed(let adjustment, _, let decisions) = entry.detail else { continue }
            let lead = draft(adjustment.name) + draft.say("：", ": ")
            for (row, cells) in self.cells(entry, adjustment, decisions) {
                let own = decisions[row] ?? []
                for (cell, position) in zip(cells, own) where assessment.data.decisions.indices.contains(position) {
                    let reason = CellPlace(sheet: cell.sheet, row: cell.row, column: 8)
                    let text = CellText.clean(assessment.data.decisions[position].reason)
                    parts[row, default: []].append(
                        (
                            "IF(\(draft.text(cell, from: sheet))>0,\(CellText.quoted(lead))&\(draft.text(reason, from: sheet)),\"\")",
                            lead + text
                        ))
                }
            }
        }
        let graded = columns[root.id]?.filter { $0.step.givesGrade } ?? []
        if let last = graded.last, last.step == .quota, let before = graded.dropLast().last,
            let after = entries.last(where: { $0.step == .quota })?.column,
            let earlier = entries.last(where: { $0.step.givesGrade && $0.step != .quota })?.column
        {
            let text = draft.say("名额已满，降一等", "no place left in the grade that the score earns")
            for row in panel.rows where after[row] != nil {
                let (left, right) = (
                    draft.text(before.place, row: row, from: sheet), draft.text(last.place, row: row, from: sheet)
                )
                parts[row, default: []].append(
                    (
                        "IF(EXACT(\(left),\(right)),\"\",\(CellText.quoted(text)))",
                        earlier[row] == after[row] ? "" : text
                    ))
            }
        }
        guard !parts.isEmpty else { return nil }
        let place = draft.addColumn(
            sheet, node: name(root.id), step: draft.say("等次说明", "Why this grade"), id: "\(root.id) · grade note",
            width: 30)
        var texts: [Int: String] = [:]
        for row in panel.rows {
            let own = parts[row] ?? []
            texts[row] = own.map(\.text).filter { !$0.isEmpty }.joined(separator: "  ")
            let formula =
                own.isEmpty
                ? "\"\"" : own.count == 1 ? own[0].formula : "TRIM(\(own.map(\.formula).joined(separator: "&\"  \"&")))"
            if own.count > 1 { texts[row] = own.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") }
            draft.put(
                place, row: row, Cell(.formula(formula, .text(texts[row] ?? "")), CellStyle(.computed)))
        }
        return (place, texts)
    }
}
