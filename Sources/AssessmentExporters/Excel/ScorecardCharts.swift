internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The charts of the scorecard, which follow the choice of the unit.
extension ScorecardSheet {
    /// The charts that follow the choice; gives back the line behind them.
    func charts(from line: Int) -> Int {
        let first = 9 + 1
        let last = first + assessment.root.children.count { composition.current[$0.id] != nil } - 1
        let name = "'\(draft.workbook.sheets[sheet].name)'!"
        func block(_ column: Int, _ from: Int, _ to: Int) -> String {
            "\(name)\(cell(from, column)):\(cell(to, column))"
        }
        let colour = draft.workbook.accent ?? 0x1F5C99
        let height = max(220, min(420, 60 + 34 * (last - first + 1)))
        if last >= first {
            draft.workbook.sheets[sheet].charts.append(
                Sheet.Chart(
                    kind: .bars, title: draft.say("各领域得分与同组中位数", "Scores and peer medians"), row: line, column: 1,
                    width: 400,
                    height: height,
                    series: [
                        .init(
                            name: draft.say("本单位", "This unit"), categories: block(1, first, last),
                            values: block(2, first, last), colour: colour),
                        .init(
                            name: draft.say("同组中位数", "Peer median"), categories: block(1, first, last),
                            values: block(3, first, last), colour: 0xB8C4D0),
                    ]))
        }
        history()
        let periods = composition.panel.periods.count
        if periods > 1, assessment.template.shows(.history) {
            let start = rows.count + 2
            let column = Self.helper
            draft.workbook.sheets[sheet].charts.append(
                Sheet.Chart(
                    kind: .lines, title: draft.say("历年总分", "Total over the years"), row: line, column: 4, width: 330,
                    height: height,
                    series: [
                        .init(
                            name: draft.say("本单位", "This unit"), categories: block(column, start, start + periods - 1),
                            values: block(column + 1, start, start + periods - 1), colour: colour),
                        .init(
                            name: draft.say("同组中位数", "Peer median"),
                            categories: block(column, start, start + periods - 1),
                            values: block(column + 2, start, start + periods - 1), colour: 0xB8C4D0),
                    ]))
        }
        return line + height / 20 + 2
    }

    /// The total over the periods, beside the median of the group; in the hidden columns.
    private func history() {
        let root = assessment.root
        guard let total = composition.current[root.id], let scores = assessment.ledger.scores(of: root.id) else {
            return
        }
        let groups = assessment.peerGroups.count
        let units = composition.panel.units.count
        for (index, year) in composition.panel.periods.enumerated() {
            let line = rows.count + 2 + index
            draft.put(sheet, line, Self.helper, .text(year.description))
            let row = index * units + shown % units
            draft.put(
                sheet, line, Self.helper + 1,
                Cell(.formula("\(pick(total, in: index))", Cell.Value(scores.values[row]))))
            let list = (0..<groups).map {
                draft.text(composition.median(total, scores, index * groups + $0, node: root.id), from: sheet)
            }.joined(separator: ",")
            draft.put(
                sheet, line, Self.helper + 2,
                Cell(
                    .formula(
                        "CHOOSE(\(group),\(list))", Cell.Value(assessment.peerMedian(of: root.id, row: row) ?? .nan))))
        }
    }
}
