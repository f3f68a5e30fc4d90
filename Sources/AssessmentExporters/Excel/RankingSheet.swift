internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The ranking of the assessed period, which sorts itself: a table for each peer group.
struct RankingSheet {
    private let composition: WorkbookComposition
    private var draft: WorkbookDraft { composition.draft }
    private var assessment: CompletedAssessment { composition.assessment }

    init(_ composition: WorkbookComposition) { self.composition = composition }

    func write() {
        let sheet = composition.ranking
        let root = assessment.root
        guard let total = composition.current[root.id],
            let period = assessment.ledger.panel.periods.firstIndex(of: assessment.specification.period)
        else { return }
        let rank = composition.columns[root.id]?.last { $0.step == .rank }?.place
        let grade = composition.gradeColumns[root.id]
        let parts = root.children.filter { composition.current[$0.id] != nil }
        draft.put(sheet, 0, 0, .text(draft.say("排名", "Ranking"), .title))
        draft.put(
            sheet, 1, 0,
            .text(
                draft(assessment.title) + " · \(assessment.specification.period)", .subtitle))
        draft.workbook.sheets[sheet].widths = [0: 8, 1: 24, 2: 12, 3: grade == nil ? 4 : 12]
        for column in parts.indices { draft.workbook.sheets[sheet].widths[4 + column] = 15 }
        let reasons = grade == nil ? nil : composition.gradeReasons()
        if reasons != nil { draft.workbook.sheets[sheet].widths[4 + parts.count] = 48 }
        let spans = RobustnessSheet(composition)?.write() ?? []
        let firstSpan = 4 + parts.count + (reasons == nil ? 0 : 1)
        for column in spans.indices { draft.workbook.sheets[sheet].widths[firstSpan + column] = 16 }
        let keyColumn = 6 + parts.count + spans.count
        draft.workbook.sheets[sheet].hiddenColumns = [keyColumn, keyColumn + 1]
        for column in [keyColumn, keyColumn + 1] { draft.workbook.sheets[sheet].widths[column] = 8 }
        var line = 3
        for (group, peers) in assessment.peerGroups.enumerated() {
            let members = draft.groupSets.members[period * assessment.peerGroups.count + group]
            guard !members.isEmpty else { continue }
            let heads =
                [
                    draft.say("名次", "Rank"), draft.say("单位", "Unit"), draft.say("总分", "Total"),
                    grade == nil ? "" : draft.say("等次", "Grade"),
                ] + parts.map { draft($0.name) } + (reasons == nil ? [] : [draft.say("等次说明", "Why this grade")])
                + spans.map { draft($0.heading) + draft.say("（发布时）", ", as published") }
            draft.put(sheet, line, 0, .text(draft(peers.name), .node))
            for column in 1..<heads.count { draft.put(sheet, line, column, .text("", .node)) }
            for (column, head) in heads.enumerated() {
                draft.put(
                    sheet, line + 1, column,
                    .text(head, column == 2 || (column > 3 && column < 4 + parts.count) ? .numberHeading : .heading))
            }
            let first = line + 2
            let lines = members.sorted { draft.line[$0] < draft.line[$1] }
            let source = rank ?? total
            let isUp = rank == nil && assessment.scoreDirection(of: root) == .higherIsBetter
            func number(_ row: Int) -> Double? {
                rank == nil
                    ? assessment.ledger.scores(of: root.id)?[row]
                    : assessment.ledger.rank(of: root.id, row: row).map { Double($0.rank) }
            }
            // Those without a number come last, and ties stay in the order of the sheets.
            let ordered = lines.enumerated().sorted { left, right in
                switch (number(left.element), number(right.element)) {
                case (let one?, let other?) where one != other: isUp ? one > other : one < other
                case (.some, nil): true
                case (nil, .some): false
                default: left.offset < right.offset
                }
            }.map(\.element)
            let names = ColumnPlace(sheet: total.sheet, column: 2)
            let letters = CellPlace.letters(keyColumn)
            let keys = "$\(letters)$\(first + 1):$\(letters)$\(first + lines.count)"
            for (position, row) in lines.enumerated() {
                let cell = draft.text(source, row: row, from: sheet)
                let all = draft.ranges(source, rows: members, from: sheet)[0]
                let above = draft.ranges(source, rows: Array(lines[...position]), from: sheet)[0]
                let place = ordered.firstIndex(of: row) ?? position
                draft.put(
                    sheet, first + position, keyColumn,
                    Cell(
                        .formula(
                            "IF(ISNUMBER(\(cell)),SUMPRODUCT(ISNUMBER(\(all))*(\(all)\(isUp ? ">" : "<")\(cell)))"
                                + "+SUMPRODUCT(ISNUMBER(\(above))*(\(above)=\(cell))),"
                                + "COUNT(\(all))+SUMPRODUCT(--NOT(ISNUMBER(\(above)))))",
                            .number(Double(place + 1)))))
                let shown = ordered[position]
                let letters = CellPlace.letters(keyColumn + 1)
                draft.put(
                    sheet, first + position, keyColumn + 1,
                    Cell(
                        .formula(
                            "MATCH(\(position + 1),\(keys),0)",
                            .number(Double((lines.firstIndex(of: shown) ?? position) + 1)))))
                let at = "$\(letters)\(first + position + 1)"
                func pick(_ place: ColumnPlace, _ column: Int, _ value: Cell.Value, _ style: CellStyle) {
                    let range = draft.ranges(place, rows: members, from: sheet)[0]
                    draft.put(sheet, first + position, column, Cell(.formula("INDEX(\(range),\(at))", value), style))
                }
                if let rank {
                    pick(
                        rank, 0,
                        Cell.Value(assessment.ledger.rank(of: root.id, row: shown).map { Double($0.rank) } ?? .nan),
                        CellStyle(.name, "0"))
                }
                pick(names, 1, .text(draft(assessment.ledger.panel.unit(ofRow: shown).name)), CellStyle(.name))
                pick(
                    total, 2, Cell.Value(assessment.ledger.scores(of: root.id)?.values[shown] ?? .nan),
                    CellStyle(.total, format(root)))
                if let grade {
                    pick(
                        grade, 3, .text(assessment.ledger.grade(of: root.id, row: shown).map { draft($0.name) } ?? ""),
                        CellStyle(.name))
                }
                if let reasons {
                    pick(
                        reasons.place, 4 + parts.count, .text(reasons.texts[shown] ?? ""), CellStyle(.name))
                }
                for (column, span) in spans.enumerated() {
                    pick(
                        span.place, firstSpan + column, .text(span.text(shown)), CellStyle(.constant))
                }
                for (column, part) in parts.enumerated() {
                    guard let place = composition.current[part.id] else { continue }
                    pick(
                        place, 4 + column, Cell.Value(assessment.ledger.scores(of: part.id)?.values[shown] ?? .nan),
                        CellStyle(.name, format(part)))
                }
            }
            let block = first...(first + lines.count - 1)
            draft.workbook.sheets[sheet].colourings.append(
                (Sheet.Block(rows: block, columns: 2...2), .bars(0x9CC3E6)))
            for column in parts.indices {
                draft.workbook.sheets[sheet].colourings.append(
                    (Sheet.Block(rows: block, columns: (4 + column)...(4 + column)), .bars(0xD5E5F3)))
            }
            line = first + lines.count + 1
        }
        draft.workbook.sheets[sheet].frozen = (3, 2)
    }

    private func format(_ node: FrameworkNode) -> String {
        WorkbookComposition.format(assessment.decimals(of: node))
    }
}
