internal import AssessmentCore
internal import AssessmentSpreadsheets

/// The scorecard of one unit, chosen from a list: total, rank and grade, its parts beside the peer group, the years, and
/// every indicator.
struct ScorecardSheet {
    let composition: WorkbookComposition
    var draft: WorkbookDraft { composition.draft }
    var assessment: CompletedAssessment { composition.assessment }
    let sheet: Int
    private let period: Int
    /// The rows of the assessed period in the order of the sheets, and the one that is shown first.
    let rows: [Int]
    let shown: Int

    // Where the choice, its place in the period and its group stand.
    private static let choice = (row: 3, column: 1)
    static let helper = 12

    init(_ composition: WorkbookComposition, on sheet: Int) {
        self.composition = composition
        self.sheet = sheet
        let panel = composition.panel
        let period = panel.periods.firstIndex(of: composition.assessment.specification.period) ?? 0
        self.period = period
        rows = panel.rows(ofPeriodAt: period).sorted { composition.draft.line[$0] < composition.draft.line[$1] }
        shown = composition.assessment.ranking(ofGroupAt: 0).ranked.first ?? rows.first ?? 0
    }

    func write() {
        guard !rows.isEmpty, composition.current[assessment.root.id] != nil else { return }
        draft.workbook.sheets[sheet].showsGrid = false
        draft.workbook.sheets[sheet].isLandscape = false
        for (column, width) in [2.0, 44, 12, 12, 12, 12, 26, 3].enumerated() {
            draft.workbook.sheets[sheet].widths[column] = width
        }
        let title = assessment.specification
        draft.put(sheet, 0, 1, .text(draft(assessment.title), .title))
        draft.put(
            sheet, 1, 1,
            .text(
                [title.basis, "\(title.period)"].filter { !$0.isEmpty }.joined(separator: " · "), .subtitle))
        draft.workbook.sheets[sheet].heights[0] = 28
        choose()
        figures()
        let end = parts()
        let below = charts(from: end + 1)
        let last = indicators(from: below)
        draft.workbook.sheets[sheet].printed = Sheet.Block(rows: 0...max(last, below), columns: 0...7)
        if let notice = title.notice {
            let text = draft(notice)
            draft.workbook.sheets[sheet].merged.append(Sheet.Block(rows: 2...2, columns: 1...6))
            draft.workbook.sheets[sheet].heights[2] = 14 * min(8, (Sheet.width(of: text) / 104).rounded(.up)) + 4
            draft.put(sheet, 2, 1, .text(text, .notice))
        }
    }

    func cell(_ row: Int, _ column: Int) -> String {
        draft.text(CellPlace(sheet: sheet, row: row, column: column), from: sheet)
    }

    /// The cells with the place of the chosen unit in its period, and with its group.
    private var place: String { cell(Self.choice.row, Self.helper + 3) }
    var group: String { cell(Self.choice.row, Self.helper + 4) }

    private func choose() {
        let helper = Self.helper
        draft.workbook.sheets[sheet].hiddenColumns = Set(helper...(helper + 4))
        for column in helper...(helper + 4) { draft.workbook.sheets[sheet].widths[column] = 8 }
        let names = rows.map { draft(composition.panel.unit(ofRow: $0).name) }
        let units = composition.panel.units.count
        var labels: [String] = []
        let folded = Dictionary(grouping: names, by: { $0.lowercased() }).mapValues(\.count)
        var taken: Set<String> = []
        for (row, name) in zip(rows, names) {
            // Who chooses tells names apart by more than the case of letters.
            let isDouble = folded[name.lowercased(), default: 0] > 1 || name.isBlank
            let own = CellText.clean(isDouble ? "\(name) \(composition.panel.unit(ofRow: row).code)" : name, limit: 200)
            var label = own
            var number = 2
            while !taken.insert(label).inserted {
                label = "\(own) (\(number))"
                number += 1
            }
            labels.append(label)
        }
        for (position, row) in rows.enumerated() {
            draft.put(sheet, position, helper, .text(labels[position]))
            draft.put(
                sheet, position, helper + 1, Cell(.number(Double(assessment.peerGroupOfUnit[row % units] + 1))))
        }
        let list = "\(cell(0, helper)):\(cell(rows.count - 1, helper))"
        let groups = "\(cell(0, helper + 1)):\(cell(rows.count - 1, helper + 1))"
        let position = rows.firstIndex(of: shown) ?? 0
        let (row, column) = Self.choice
        draft.put(sheet, row, column, .text(labels[position], .choice))
        draft.workbook.sheets[sheet].heights[row] = 26
        draft.put(sheet, row, column + 1, .text(draft.say("◀ 点此选择单位", "◀ choose a unit here"), .caption))
        draft.put(
            sheet, row, helper + 3,
            // Letter by letter: MATCH takes * and ? for any letters, and a for A.
            Cell(
                .formula(
                    "IF(SUMPRODUCT(--EXACT(\(list),\(cell(row, column))))=1,SUMPRODUCT(EXACT(\(list),\(cell(row, column)))*ROW(\(list))),NA())",
                    .number(Double(position + 1)))))
        draft.put(
            sheet, row, helper + 4,
            Cell(
                .formula(
                    "INDEX(\(groups),\(cell(row, helper + 3)))",
                    .number(Double(assessment.peerGroupOfUnit[shown % units] + 1)))))
        draft.workbook.sheets[sheet].rules.append(
            EntryRule(
                Sheet.Block(rows: row...row, columns: column...column),
                .list("'\(draft.workbook.sheets[sheet].name)'!\(list)"),
                prompt: (
                    draft.say("单位", "Unit"),
                    draft.say("从列表中选择，整页随之变化。", "Choose from the list; the page follows.")
                )))
        draft.workbook.names.append(("Unit", "'\(draft.workbook.sheets[sheet].name)'!\(cell(row, column))"))
    }

    /// A cell of the chosen unit in a period.
    func pick(_ place: ColumnPlace, in period: Int? = nil) -> String {
        "INDEX(\(draft.range(place, period: period ?? self.period, from: sheet)),\(self.place))"
    }

    private func score(_ node: FrameworkNode, row: Int? = nil) -> Double {
        assessment.ledger.scores(of: node.id)?.values[row ?? shown] ?? .nan
    }

    private func format(_ node: FrameworkNode) -> String {
        WorkbookComposition.format(assessment.decimals(of: node))
    }

    private func figures() {
        let root = assessment.root
        guard let total = composition.current[root.id] else { return }
        var column = 1
        func figure(_ caption: String, _ formula: String, _ value: Cell.Value, _ format: String) {
            draft.put(sheet, 5, column, .text(caption, .caption))
            draft.put(sheet, 6, column, Cell(.formula(formula, value), CellStyle(.figure, format)))
            // A large number needs the room of two narrow columns.
            if column > 1, column < 6 {
                draft.workbook.sheets[sheet].merged.append(Sheet.Block(rows: 6...6, columns: column...(column + 1)))
            }
            column += column == 1 ? 1 : 2
        }
        draft.workbook.sheets[sheet].heights[6] = 34
        figure(draft.say("总分", "Total"), pick(total), Cell.Value(score(root)), format(root))
        if let rank = composition.columns[root.id]?.last(where: { $0.step == .rank })?.place {
            let own = assessment.ledger.rank(of: root.id, row: shown)
            figure(draft.say("名次", "Rank"), pick(rank), Cell.Value(own.map { Double($0.rank) } ?? .nan), "0")
        }
        if let grade = composition.gradeColumns[root.id] {
            let own = assessment.ledger.grade(of: root.id, row: shown)
            figure(draft.say("等次", "Grade"), pick(grade), .text(own.map { draft($0.name) } ?? ""), "")
        }
        if period > 0, assessment.comparesYears {
            let before = composition.panel.periods[period - 1]
            let (now, then) = (pick(total), pick(total, in: period - 1))
            let difference = score(root) - score(root, row: shown - composition.panel.units.count)
            figure(
                draft.say("较\(before)年", "Since \(before)"), "IFERROR(\(now)-\(then),\"\")", Cell.Value(difference),
                WorkbookComposition.signedFormat(assessment.decimals(of: root)))
        }
    }

    /// The parts directly below the total; gives back the line behind them.
    private func parts() -> Int {
        let line = 8
        let heads = [
            draft.say("领域", "Part"), draft.say("得分", "Score"), draft.say("同组中位数", "Peer median"),
            draft.say("差", "Difference"), draft.say("同组名次", "Place in group"),
        ]
        for (column, head) in heads.enumerated() {
            draft.put(sheet, line, column + 1, .text(head, column == 0 ? .heading : .numberHeading))
        }
        draft.workbook.sheets[sheet].heights[line] = 30
        var next = line + 1
        for node in [assessment.root] + assessment.root.children {
            guard let place = composition.current[node.id] else { continue }
            let isRoot = node.id == assessment.root.id
            let role: CellStyle.Role = isRoot ? .total : .name
            draft.put(sheet, next, 1, .text(draft(node.name), role))
            draft.put(
                sheet, next, 2, Cell(.formula(pick(place), Cell.Value(score(node))), CellStyle(role, format(node))))
            compare(node, place, next, role)
            next += 1
        }
        return next
    }

    /// The median of the peer group, the difference from it and the place in the group of the score in a line.
    private func compare(_ node: FrameworkNode, _ place: ColumnPlace, _ line: Int, _ role: CellStyle.Role) {
        let column =
            assessment.ledger.scores(of: node.id) ?? Column(count: composition.panel.rowCount, absent: .noTarget)
        let groups = assessment.peerGroups.count
        let medians = (0..<groups).map { group in
            composition.median(place, column, period * groups + group, node: node.id)
        }
        let list = medians.map { draft.text($0, from: sheet) }.joined(separator: ",")
        let median = assessment.peerMedian(of: node.id, row: shown) ?? .nan
        let own = cell(line, 2)
        let middle = cell(line, 3)
        draft.put(
            sheet, line, 3,
            Cell(.formula("CHOOSE(\(group),\(list))", Cell.Value(median)), CellStyle(role, format(node))))
        draft.put(
            sheet, line, 4,
            Cell(
                .formula("IF(COUNT(\(own),\(middle))=2,\(own)-\(middle),\"\")", Cell.Value(score(node) - median)),
                CellStyle(role, WorkbookComposition.signedFormat(assessment.decimals(of: node)))))
        let values = draft.range(place, period: period, from: sheet)
        if let rank = composition.columns[node.id]?.last(where: { $0.step == .rank })?.place {
            let ranked = assessment.ledger.rank(of: node.id, row: shown).map { Double($0.rank) } ?? .nan
            draft.put(sheet, line, 5, Cell(.formula(pick(rank), Cell.Value(ranked)), CellStyle(role, "0")))
            return
        }
        let members = "\(cell(0, Self.helper + 1)):\(cell(rows.count - 1, Self.helper + 1))"
        let scored = assessment.peers(ofRow: shown).compactMap { column[$0] }
        let isUp = assessment.scoreDirection(of: node) == .higherIsBetter
        let better = column[shown].map { own in
            Double(1 + scored.count { isUp ? $0 > own + 1e-9 : $0 < own - 1e-9 })
        }
        let test = isUp ? "(\(values)>\(own)+1E-9)" : "(\(values)<\(own)-1E-9)"
        draft.put(
            sheet, line, 5,
            Cell(
                .formula(
                    "IF(ISNUMBER(\(own)),1+SUMPRODUCT((\(members)=\(group))*ISNUMBER(\(values))*\(test)),\"\")",
                    Cell.Value(better ?? .nan)), CellStyle(role, "0")))
    }

    /// Every indicator; gives back the last line.
    private func indicators(from start: Int) -> Int {
        let heads = [
            draft.say("指标", "Indicator"), draft.say("得分", "Score"), draft.say("同组中位数", "Peer median"),
            draft.say("差", "Difference"), draft.say("同组名次", "Place in group"), draft.say("指标值", "Value"),
        ]
        draft.put(sheet, start, 1, .text(draft.say("各项指标", "Indicators"), .title))
        draft.workbook.sheets[sheet].heights[start] = 26
        for (column, head) in heads.enumerated() {
            draft.put(sheet, start + 1, column + 1, .text(head, column == 0 ? .heading : .numberHeading))
        }
        draft.workbook.sheets[sheet].heights[start + 1] = 30
        var line = start + 2
        for part in assessment.root.children {
            let own = part.indicators.filter { composition.current[$0.id] != nil }
            guard !own.isEmpty else { continue }
            if part.measure == nil {
                draft.put(sheet, line, 1, .text(draft(part.name), .total))
                for column in 2...6 { draft.put(sheet, line, column, .text("", .total)) }
                line += 1
            }
            for node in own {
                guard let place = composition.current[node.id] else { continue }
                draft.put(sheet, line, 1, .text(draft(node.name), .name))
                draft.put(
                    sheet, line, 2,
                    Cell(.formula(pick(place), Cell.Value(score(node))), CellStyle(.name, format(node))))
                compare(node, place, line, .name)
                if let value = composition.columns[node.id]?.first(where: { $0.step == .measure })?.place,
                    let entry = assessment.ledger.entry(of: node.id, .measure)
                {
                    let unit = assessment.catalogue.indicators[node.measure?.indicator ?? ""]?.description.unitOfMeasure
                    let symbol = unit.map { draft($0.symbol) } ?? ""
                    let format = composition.format(entry)
                    let quoted = symbol.filter { $0 != "\"" && $0 != "\\" }
                    draft.put(
                        sheet, line, 6,
                        Cell(
                            .formula(pick(value), Cell.Value(entry.column.values[shown])),
                            CellStyle(.name, quoted.isEmpty ? format : "\(format)\" \(quoted)\"")))
                }
                line += 1
            }
        }
        return line
    }
}
