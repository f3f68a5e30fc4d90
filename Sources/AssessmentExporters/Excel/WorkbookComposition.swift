internal import AssessmentCore
internal import AssessmentSpreadsheets

/// A workbook of a finished assessment: its sheets in order, and the steps of the ledger one after another.
final class WorkbookComposition {
    let draft: WorkbookDraft
    let assessment: CompletedAssessment
    let panel: Panel
    let nodes: [String: FrameworkNode]
    /// The column of the last numbers of a node so far, and every column of it with its step.
    var current: [String: ColumnPlace] = [:]
    var previous: [String: Column] = [:]
    /// The column of the last values of a node before any score.
    var values: [String: ColumnPlace] = [:]
    var columns: [String: [(step: Step.Kind, place: ColumnPlace)]] = [:]
    /// The columns of collected variables, and of parameters and targets that differ by row.
    var variables: [String: ColumnPlace] = [:]
    var targets: [String: ColumnPlace] = [:]
    /// The lines of the grades of a node among the parameters.
    var grades: [String: (first: Int, names: [String])] = [:]
    var gradeColumns: [String: ColumnPlace] = [:]
    /// The cells of the veto decisions on each row.
    var vetoCells: [String: [Int: [CellPlace]]] = [:]
    /// Where a statistic stands, and which column holds a part of a formula.
    var statistics: [PartKey: CellPlace] = [:]
    var helpers: [PartKey: ColumnPlace] = [:]
    /// The cells of the weights of a node's children, once they are written.
    var weightMemory: [String: (Int, Int) -> CellPlace?] = [:]
    /// What no formula expresses: how many cells of which column are constants.
    var constants: [(id: String, count: Int, why: String)] = []
    private var pathCounts: [String: Int] = [:]

    let cover: Int
    /// Nothing where a template leaves it out.
    let scorecard: Int?
    let ranking: Int
    let parameters: ListSheet
    let weights: ListSheet
    let data: Int
    let statisticsList: ListSheet
    let decisions: ListSheet?
    let places: ListSheet?
    let ties: ListSheet?
    private(set) var stages: [String: Int] = [:]

    /// A part of the formula of a column, for a child where it is one of its.
    struct PartKey: Hashable {
        let entry: Int
        let formula: Formula
        let child: Int?
        let set: Int?
    }

    init(_ assessment: CompletedAssessment, _ language: Language) {
        let draft = WorkbookDraft(assessment, language)
        self.draft = draft
        self.assessment = assessment
        panel = assessment.ledger.panel
        let root = assessment.root
        nodes = Dictionary(root.subtree.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        func say(_ zh: String, _ en: String) -> String { draft.say(zh, en) }
        cover = draft.addSheet(say("说明", "Read me"))
        scorecard = !assessment.template.shows(.scorecards) ? nil : draft.addSheet(say("评分卡", "Scorecard"))
        ranking = draft.addSheet(say("排名", "Ranking"))
        parameters = ListSheet(
            draft, say("参数", "Parameters"), title: say("参数", "Parameters"),
            text: say("黄底蓝字的数可以改，其后各步随之重算。", "Change a blue number on yellow, and every later step follows."),
            heads: [
                (say("节点", "Node"), 30), (say("步骤", "Step"), 16), (say("参数", "Parameter"), 26),
                (say("数值", "Value"), 14),
                (say("含义", "Meaning"), 60),
            ])
        weights = ListSheet(
            draft, say("权重", "Weights"), title: say("权重", "Weights"),
            text: say(
                "黄底蓝字的数可以改；缺少得分的子项，其权重由同级分担。",
                "Change a blue number on yellow. A child without a score leaves its weight to its siblings."),
            heads: [
                (say("上级", "Node"), 26), (say("子项", "Child"), 34), (say("适用", "For"), 20), (say("权重", "Weight"), 12),
                (say("占比", "Share"), 12), (say("来历", "From"), 40),
            ])
        data = draft.addPanelSheet(
            say("原始数据", "Data"), title: say("原始数据", "Data as collected"),
            text: say(
                "每行一个单位与时期。黄底蓝字可改；空格为缺失。",
                "One row a unit and period. Blue on yellow may be changed; an empty cell is a missing value."))
        let entries = assessment.ledger.entries
        // One sheet for each part of the framework below the root, one for indicators directly below it.
        var stages: [String: Int] = [:]
        var shared: Int?
        for child in root.children {
            let sheet: Int
            if child.children.isEmpty {
                sheet =
                    shared
                    ?? draft.addPanelSheet(
                        say("指标", "Indicators"), title: say("指标", "Indicators"),
                        text: WorkbookComposition.reading(draft))
                shared = sheet
            } else {
                sheet = draft.addPanelSheet(
                    draft(child.name), title: draft(child.name), text: WorkbookComposition.reading(draft))
            }
            for node in child.subtree { stages[node.id] = sheet }
        }
        stages[root.id] = draft.addPanelSheet(
            say("总分", "Total"), title: draft(root.name), text: WorkbookComposition.reading(draft))
        self.stages = stages
        statisticsList = ListSheet(
            draft, say("统计量", "Statistics"), title: say("参照组的统计量", "Statistics of reference sets"),
            text: say(
                "各步公式引用的最小、最大、均值等，按参照组计算。", "Minima, maxima, means and others that the formulas of the steps refer to."),
            heads: [
                (say("节点", "Node"), 30), (say("步骤", "Step"), 16), (say("统计量", "Statistic"), 34),
                (say("参照组", "Set"), 30),
                (say("数值", "Value"), 16),
            ])
        let hasDecisions = entries.contains {
            switch $0.detail {
            case .adjusted(_, let applied): !applied.isEmpty
            case .vetoed(_, _, let decisions): !decisions.isEmpty
            default: false
            }
        }
        decisions =
            !hasDecisions
            ? nil
            : ListSheet(
                draft, say("调整决定", "Decisions"), title: say("调整决定", "Decisions"),
                text: say(
                    "各项决定按先后作用；数值可改，一票否决以1为有效、0为撤销。",
                    "Decisions in the order in which they apply. Values may be changed; a veto counts as 1 and not as 0."
                ),
                heads: [
                    (say("调整", "Adjustment"), 20), (say("单位", "Unit"), 16), (say("时期", "Period"), 8),
                    (say("节点", "Node"), 20), (say("数值", "Value"), 10), (say("计入", "Counted"), 10),
                    (say("调整前", "Before"), 10), (say("调整后", "After"), 10), (say("事由", "Reason"), 40),
                    (say("依据", "Authority"), 30), (say("日期", "Date"), 12), (say("决定人", "Decided by"), 20),
                ])
        let hasPlaces = entries.contains {
            if case .limited(_, let uses) = $0.detail { !uses.isEmpty } else { false }
        }
        places =
            !hasPlaces
            ? nil
            : ListSheet(
                draft, say("等次名额", "Places"), title: say("等次名额", "Places of grades"),
                text: say(
                    "各组各时期某等次的名额及其用尽之处。", "How many places a grade has in each group and period, and where they end."),
                heads: [
                    (say("等次", "Grade"), 14), (say("分组", "Group"), 24), (say("时期", "Period"), 8),
                    (say("占比", "Share"), 10), (say("列名次单位", "Ranked units"), 14), (say("名额", "Places"), 10),
                    (say("应得单位", "Candidates"), 14), (say("名额外首位名次", "First rank without"), 20),
                    (say("名额内末位名次", "Last rank within"), 20),
                ])
        let hasTies = entries.contains {
            if case .ranked(let tolerance, _, _) = $0.detail { tolerance > 0 } else { false }
        }
        ties =
            !hasTies
            ? nil
            : ListSheet(
                draft, say("并列", "Ties"), title: say("名次与并列", "Ranks and ties"),
                text: say(
                    "各组得分由优到劣；与并列首位相差不超过容差的并列。",
                    "Scores of each group from the best; those within the tolerance of the leader of a tie share its rank."
                ),
                heads: [
                    (say("节点", "Node"), 24), (say("分组", "Group"), 24), (say("时期", "Period"), 8),
                    (say("位次", "Place"), 8),
                    (say("得分", "Score"), 16), (say("并列首位", "Leader"), 16), (say("名次", "Rank"), 8),
                ])
    }

    private static func reading(_ draft: WorkbookDraft) -> String {
        draft.say(
            "自左至右为各节点的各步；列头写明节点、步骤，批注写明方法与公式。橙色斜体：含补入值；灰底：无值；紫底：不是公式，改动不会传到这里。",
            "From left to right every step of every node; heads name node and step, their notes the method. Orange italics: rests on imputed values. Grey: none. Purple: a constant, which no change reaches."
        )
    }

    /// The workbook.
    func workbook() -> Workbook {
        for (position, entry) in assessment.ledger.entries.enumerated() { write(entry, position) }
        draft.workbook.title = draft(assessment.title)
        draft.workbook.subject = assessment.specification.basis
        draft.workbook.comments = assessment.manifest.results
        draft.workbook.accent = assessment.template.accent.map {
            UInt32($0.red) << 16 | UInt32($0.green) << 8 | UInt32($0.blue)
        }
        draft.workbook.footer = assessment.template.footer.map { draft($0) } ?? ""
        RankingSheet(self).write()
        if let scorecard { ScorecardSheet(self, on: scorecard).write() }
        CoverSheet(self).write()
        for list in [parameters, weights, statisticsList, decisions, places, ties].compactMap(\.self) { list.finish() }
        let accent = draft.workbook.accent ?? Workbook.accent
        let tabs: [(Int, UInt32)] =
            [cover, scorecard, ranking].compactMap(\.self).map { ($0, accent) }
            + [parameters.sheet, weights.sheet, data].map { ($0, 0xC9B458) }
        for (sheet, colour) in tabs { draft.workbook.sheets[sheet].tab = colour }
        return draft.workbook
    }

    // MARK: Pieces for all steps

    func sheet(of node: String) -> Int { stages[node] ?? stages[assessment.root.id] ?? cover }

    func name(_ node: String) -> String { nodes[node].map { draft($0.name) } ?? node }

    /// A column for a step of a node; its head says node and step.
    func column(_ entry: Ledger.Entry, note: String?, width: Double = 13) -> ColumnPlace {
        let path = "\(entry.node) · \(entry.step.rawValue)"
        let count = pathCounts[path, default: 0] + 1
        pathCounts[path] = count
        let place = draft.addColumn(
            sheet(of: entry.node), node: name(entry.node), step: draft(StepWords.name(entry.step)),
            id: count == 1 ? path : "\(path) \(count)", note: note, width: width)
        columns[entry.node, default: []].append((entry.step, place))
        return place
    }

    /// Writes a number of a step: by a formula, or as a constant where there is none, or none that gives this number.
    func put(
        _ entry: Ledger.Entry, _ place: ColumnPlace, row: Int, formula: String?, expected: Double? = nil,
        _ isConstant: inout Int
    ) {
        let value = entry.column.values[row]
        let role: CellStyle.Role =
            switch entry.column.states[row] {
            case .measured: entry.step == .round ? .result : .computed
            case .imputed: .imputed
            case .missing, .notApplicable, .failed: .absent
            }
        let format = format(entry)
        if let formula, formula.utf8.count < 8100, expected.map({ WorkbookComposition.agree($0, value) }) ?? true {
            draft.put(place, row: row, Cell(.formula(formula, Cell.Value(value)), CellStyle(role, format)))
        } else if value.isNaN {
            draft.put(
                place, row: row, Cell(.formula("\"\"", .text("")), CellStyle(formula == nil ? .absent : .constant)))
            if formula != nil { isConstant += 1 }
        } else {
            draft.put(place, row: row, Cell(.number(value), CellStyle(.constant, format)))
            isConstant += 1
        }
    }

    static func agree(_ left: Double, _ right: Double) -> Bool {
        left.isNaN || right.isNaN
            ? left.isNaN == right.isNaN : abs(left - right) <= 1e-10 * max(1, abs(left), abs(right))
    }

    func record(_ entry: Ledger.Entry, _ count: Int, _ why: BilingualText) {
        if count > 0 {
            constants.append(("\(name(entry.node)) · \(draft(StepWords.name(entry.step)))", count, draft(why)))
        }
    }

    /// The format of the numbers of a step.
    func format(_ entry: Ledger.Entry) -> String {
        guard let node = nodes[entry.node] else { return "0.00" }
        if entry.step == .rank { return "0" }
        if case .rounded(let decimals) = entry.detail { return WorkbookComposition.format(decimals) }
        if entry.step.givesScore {
            if let decimals = assessment.template.decimals { return WorkbookComposition.format(decimals) }
            let scores = entry.column.values.lazy.filter { !$0.isNaN }
            return scores.allSatisfy { abs($0) <= 2 } ? "0.0000" : "0.00"
        }
        let unit = node.measure.flatMap { assessment.catalogue.indicators[$0.indicator]?.description.unitOfMeasure }
        guard let unit, !unit.symbol.zh.isEmpty else {
            let isWhole = entry.column.values.allSatisfy { $0.isNaN || $0.rounded() == $0 }
            return isWhole ? "#,##0" : "#,##0.00##"
        }
        return WorkbookComposition.format(max(unit.decimals, unit == .count || unit == .persons ? 0 : 2))
    }

    /// The format of differences, with their sign.
    static func signedFormat(_ decimals: Int) -> String {
        let number = format(decimals)
        return "+\(number);-\(number);\(number)"
    }

    static func format(_ decimals: Int) -> String {
        decimals == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: min(decimals, 10))
    }
}
