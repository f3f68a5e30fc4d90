internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The columns of ranks.
extension WorkbookComposition {
    /// Whether more of a ranked score is better, as the ranks say of those that no veto puts last.
    private func direction(_ scores: Column, _ ranks: Column, except last: Set<Int>) -> Direction {
        for members in draft.groupSets.members {
            let ranked = members.filter { scores[$0] != nil && ranks[$0] != nil && !last.contains($0) }
            guard let first = ranked.min(by: { ranks.values[$0] < ranks.values[$1] }),
                let final = ranked.max(by: { ranks.values[$0] < ranks.values[$1] }),
                abs(scores.values[first] - scores.values[final]) > 1e-9
            else { continue }
            return scores.values[first] > scores.values[final] ? .higherIsBetter : .lowerIsBetter
        }
        return .higherIsBetter
    }

    func ranked(_ entry: Ledger.Entry, _ tolerance: Double, _ tieBreaks: [String]) {
        guard let scored = current[entry.node], let scores = sourceColumn(entry) else { return }
        let sheet = sheet(of: entry.node)
        // Who is last by a veto comes behind all others of the group.
        let last = lastByVeto(entry.node)
        let isUp = direction(scores, entry.column, except: Set(last.keys)) == .higherIsBetter
        var source = scored
        var numbers = scores.values
        if !last.isEmpty {
            source = draft.addColumn(
                sheet, node: name(entry.node), step: draft.say("排序用分（否决者居末）", "Score for ranking (vetoed last)"),
                id: "\(entry.node) · rank key")
            for row in panel.rows {
                let cell = draft.text(scored, row: row, from: sheet)
                let cells = last[row] ?? []
                let sum = cells.map { draft.text($0, from: sheet) }.joined(separator: "+")
                let shift = isUp ? "-1000000" : "+1000000"
                if !cells.isEmpty { numbers[row] += isUp ? -1_000_000 : 1_000_000 }
                let text = cells.isEmpty ? cell : "\(cell)+IF(\(sum)>0,\(shift),0)"
                draft.put(
                    source, row: row,
                    Cell(
                        .formula("IF(ISNUMBER(\(cell)),\(text),\"\")", Cell.Value(numbers[row])),
                        CellStyle(.computed, "0.00##")))
            }
        }
        let keys = tieBreaks.compactMap { id -> (place: ColumnPlace, isUp: Bool, values: Column)? in
            guard let place = current[id], let column = assessment.ledger.scores(of: id) else { return nil }
            return (place, nodes[id]?.direction != .lowerIsBetter, column)
        }
        let tie = tolerance > 0 ? leaders(entry, source, numbers, isUp, tolerance) : nil
        let keyColumns = keys.map { key -> ColumnPlace in
            let place = draft.addColumn(
                sheet, node: name(entry.node), step: draft.say("并列时比较", "Breaks ties"),
                id: "\(entry.node) · tie key", width: 10)
            for row in panel.rows {
                let cell = draft.text(key.place, row: row, from: sheet)
                let value = key.values[row].map { key.isUp ? $0 : -$0 } ?? -9e307
                draft.put(
                    place, row: row,
                    Cell(
                        .formula("IF(ISNUMBER(\(cell)),\(key.isUp ? "" : "-")\(cell),-9E+307)", .number(value)),
                        CellStyle(.computed, "0.00##")))
            }
            return place
        }
        let note =
            draft.say("同组同期内的竞赛排名：并列同名次，其后跳过。", "Competition ranks within the peer group and period: 1, 2, 2, 4.")
            + (tolerance > 0 ? "\n" + draft.say("容差", "tolerance") + " \(Formula.text(of: tolerance))" : "")
        let place = column(entry, note: note, width: 8)
        var count = 0
        for row in panel.rows {
            let members = draft.groupSets.members[draft.groupSets.setOfRow[row]]
            let own = draft.text(source, row: row, from: sheet)
            let compared = tie?.leader ?? source
            let mine = draft.text(compared, row: row, from: sheet)
            func ranges(_ place: ColumnPlace) -> [String] { draft.ranges(place, rows: members, from: sheet) }
            var parts = ["1"]
            let better = isUp ? ">" : "<"
            for range in ranges(compared) {
                parts.append(
                    isUp
                        ? "SUMPRODUCT(ISNUMBER(\(range))*(\(range)\(better)\(mine)))"
                        : "SUMPRODUCT(--(\(range)\(better)\(mine)))")
            }
            if !keyColumns.isEmpty {
                // Of those that are tied, the ones that another score puts before.
                for index in ranges(compared).indices {
                    let tied = "(\(ranges(compared)[index])=\(mine))"
                    var test = "0"
                    for key in keyColumns.reversed() {
                        let (range, cell) = (ranges(key)[index], draft.text(key, row: row, from: sheet))
                        test = test == "0" ? "(\(range)>\(cell))" : "((\(range)>\(cell))+(\(range)=\(cell))*\(test))"
                    }
                    parts.append("SUMPRODUCT(\(tied)*\(test))")
                }
            }
            put(
                entry, place, row: row, formula: "IF(ISNUMBER(\(own)),\(parts.joined(separator: "+")),\"\")", &count)
        }
        record(entry, count, BilingualText(zh: "公式过长", en: "the formula would be too long"))
    }

    /// The rows that a veto puts last, with the cells that say whether it counts.
    private func lastByVeto(_ node: String) -> [Int: [CellPlace]] {
        var last: [Int: [CellPlace]] = [:]
        for entry in assessment.ledger.entries(of: node) {
            guard case .vetoed(let adjustment, _, let decisions) = entry.detail, adjustment.veto?.rank == .last else {
                continue
            }
            for (row, cells) in cells(entry, adjustment, decisions) { last[row, default: []] += cells }
        }
        return last
    }

    /// The leader of the tie that each row belongs to: a list of the scores of each group from the best, and a column that
    /// looks each row up in it.
    private func leaders(
        _ entry: Ledger.Entry, _ source: ColumnPlace, _ numbers: [Double], _ isUp: Bool, _ tolerance: Double
    ) -> (leader: ColumnPlace, cell: CellPlace)? {
        guard let list = ties else { return nil }
        let step = draft(StepWords.name(entry.step))
        let limit = parameter(
            entry.node, step, draft.say("并列容差", "tolerance of ties"), tolerance,
            draft.say("与并列首位相差不超过此数者并列", "scores this close to the leader of a tie share its rank"))
        let leader = draft.addColumn(
            source.sheet, node: name(entry.node), step: draft.say("并列首位得分", "Leader of the tie"),
            id: "\(entry.node) · leader", width: 11)
        for members in draft.groupSets.members {
            let first = list.next
            let ranges = draft.ranges(source, rows: members, from: list.sheet)
            let range = ranges.count == 1 ? ranges[0] : "(\(ranges.joined(separator: ",")))"
            let sorted = members.map { numbers[$0] }.filter { !$0.isNaN }.sorted { isUp ? $0 > $1 : $0 < $1 }
            var best = Double.nan
            var rank = 0
            var leaderOf: [Double: Double] = [:]
            let tied = draft.text(limit, from: list.sheet)
            for position in members.indices {
                let score = position < sorted.count ? sorted[position] : .nan
                if !score.isNaN {
                    if position == 0 || (isUp ? score < best - tolerance : score > best + tolerance) {
                        best = score
                        rank = position + 1
                    }
                    leaderOf[score] = best
                }
                let (line, place) = (list.next + 1, position + 1)
                let isWorse = isUp ? "E\(line)<F\(line - 1)-\(tied)" : "E\(line)>F\(line - 1)+\(tied)"
                list.add([
                    .text(name(entry.node), .label),
                    .text(members.first.map { draft(assessment.peerGroup(ofRow: $0).name) } ?? "", .label),
                    .text(members.first.map { panel.period(ofRow: $0).description } ?? "", .label),
                    Cell(.number(Double(place)), CellStyle(.label, "0")),
                    Cell(
                        .formula("IFERROR(\(isUp ? "LARGE" : "SMALL")(\(range),\(place)),\"\")", Cell.Value(score)),
                        CellStyle(.computed, "0.0000")),
                    Cell(
                        .formula(
                            position == 0
                                ? "E\(line)" : "IF(ISNUMBER(E\(line)),IF(\(isWorse),E\(line),F\(line - 1)),\"\")",
                            Cell.Value(score.isNaN ? .nan : best)), CellStyle(.computed, "0.0000")),
                    Cell(
                        .formula(
                            position == 0
                                ? "IF(ISNUMBER(E\(line)),1,\"\")"
                                : "IF(ISNUMBER(E\(line)),IF(\(isWorse),D\(line),G\(line - 1)),\"\")",
                            Cell.Value(score.isNaN ? .nan : Double(rank))), CellStyle(.computed, "0")),
                ])
            }
            guard list.next > first else { continue }
            let block = { (column: String) in
                "'\(self.draft.workbook.sheets[list.sheet].name)'!$\(column)$\(first + 1):$\(column)$\(list.next)"
            }
            for row in members {
                let own = draft.text(source, row: row, from: source.sheet)
                let value = numbers[row].isNaN ? Double.nan : leaderOf[numbers[row]] ?? .nan
                draft.put(
                    leader, row: row,
                    Cell(
                        .formula(
                            "IF(ISNUMBER(\(own)),INDEX(\(block("F")),MATCH(\(own),\(block("E")),0)),\"\")",
                            Cell.Value(value)), CellStyle(.computed, "0.0000")))
            }
        }
        return (leader, limit)
    }
}
