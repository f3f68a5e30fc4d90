internal import AssessmentCore

/// The words of indicators, history, workings and the policy.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    // Indicators
    static let details = say("指标明细", "Indicators")
    static func indicatorsOf(_ node: String) -> BilingualText { say("\(node)：指标", "\(node): indicators") }
    static let indicator = say("指标", "Indicator")
    static let value = say("指标值", "Value")
    static let target = say("目标", "Target")
    static let state = say("数据状况", "Data")
    static let source = say("来源", "Source")
    static let reached = say("已达到", "reached")
    static let notReached = say("未达到", "not reached")
    static func state(_ state: CellState) -> BilingualText {
        switch state {
        case .measured: say("实测", "measured")
        case .imputed: say("补入", "imputed")
        case .missing: say("缺失", "missing")
        case .notApplicable: say("不适用", "not applicable")
        case .failed: say("无法计算", "not computable")
        }
    }
    static func furtherSources(_ number: Int) -> BilingualText { say("另有\(number)处", "and \(number) more") }
    static let yes = say("是", "yes")
    static let no = say("否", "no")
    static func brackets(_ text: BilingualText) -> BilingualText { say("（\(text.zh)）", " (\(text.en))") }

    // Decisions
    static let decisions = say("调整与等次处理", "Decisions and places")
    static let decisionsLead = say(
        "得分算出之后所作的调整，按先后列出。", "What changed the score, the rank or the grade after they were computed, in order.")

    // What is missing
    static let missing = say("缺了什么", "What is missing")
    static let missingLead = say(
        "下列指标没有实测值，以及由此对计分的处理。", "Indicators without a measured value, and what that means for the score.")
    static let nothingMissing = say("全部指标均有实测值。", "Every indicator has a measured value.")
    static let reason = say("原因", "Reason")
    static let consequence = say("计分处理", "Effect on the score")
    static let notScored = say("不计分", "not scored")
    static let noBonus = say("不加分，也不扣分", "no bonus, and no loss")

    // History
    static let history = say("历年情况", "Earlier periods")
    static let historyCaption = say("总分、名次与各项指标值", "Total, rank and the values of the indicators")
    static let item = say("项目", "Item")
    static let seriesBreak = say(
        "‖ 口径在此时期调整，前后不可直接比较：", "‖ The series begins anew; not comparable with what is before: ")
    static func breakFrom(_ variable: String, _ period: Period, _ note: String) -> BilingualText {
        say("\(variable)（\(period)年起）：\(note)", "\(variable) (from \(period)): \(note)")
    }
    static let imputedMark = say("* 补入值", "* imputed")

    // Workings
    static let workings = say("怎么算的", "How it was computed")
    static let workingsOfTotal = say("总分怎么算的", "How the total was computed")
    static let cellsRead = say("数据读自", "Data read from")
    static let readFrom = say("出处", "Read from")
    /// The file and sheet, the row or cell, and the column that a value was read from.
    static func place(_ origin: Origin) -> BilingualText {
        say(
            "\(sheet(origin, in: .chinese))，\(row(origin, in: .chinese))，“\(origin.column)”列",
            "\(sheet(origin, in: .english)), \(row(origin, in: .english)), column ‘\(origin.column)’")
    }
    /// The file, sheet and column. In one language, since a page tells many: the other would be half of the work.
    static func column(_ origin: Origin, in language: Language) -> String {
        switch language {
        case .chinese: "\(sheet(origin, in: language))，“\(origin.column)”列"
        case .english: "\(sheet(origin, in: language)), column ‘\(origin.column)’"
        }
    }
    /// The row or cell, behind what was read there.
    static func rowInBrackets(_ origin: Origin, in language: Language) -> String {
        switch language {
        case .chinese: "（\(row(origin, in: language))）"
        case .english: " (\(row(origin, in: language)))"
        }
    }
    private static func sheet(_ origin: Origin, in language: Language) -> String {
        guard let sheet = origin.sheet else { return origin.file }
        return language == .chinese ? "\(origin.file)，工作表“\(sheet)”" : "\(origin.file), sheet ‘\(sheet)’"
    }
    private static func row(_ origin: Origin, in language: Language) -> String {
        switch language {
        case .chinese: origin.cell.map { "单元格\($0)" } ?? "第\(origin.row)行"
        case .english: origin.cell.map { "cell \($0)" } ?? "row \(origin.row)"
        }
    }
    static func answer(_ query: Manifest.Query) -> BilingualText {
        say(
            "\(query.file)在\(query.engine) \(query.version)上的结果",
            "the answer to \(query.file) on \(query.engine) \(query.version)")
    }

    // Policy
    static let policyTitle = say("政策条目与数据覆盖", "The policy’s statements and the figures on them")
    static let uncovered = say("没有任何单位数据的条目", "Statements without a figure for any unit")
    static let otherStatements = say("示例与其他文件的条目", "Statements of examples and of other documents")
    static let otherStatementsLead = say("不计入政策条目数。", "They are not counted among the policy’s.")
    static let allStatements = say("逐条情况", "Every statement")
    static func withFigures(_ part: Int, of whole: Int) -> BilingualText {
        say("\(whole)条中\(part)条有数据", "\(part) of \(whole) with figures")
    }
    static let clause = say("条款", "Clause")
    static let statement = say("内容", "Statement")
    static let deadline = say("期限", "Deadline")
    static let strength = say("约束力", "Strength")
    static let measuredBy = say("对应指标", "Measured by")
    static let unitsWithFigures = say("有数据的单位", "Units with figures")
    static let none = say("无", "none")
    static let unmeasured = say("暂无指标", "no indicator yet")
    static func strength(_ strength: PolicyStatement.Strength) -> BilingualText {
        switch strength {
        case .binding: say("应当", "binding")
        case .bestEffort: say("力争", "best effort")
        case .basic: say("基本实现", "in the main")
        }
    }
    static func kind(_ kind: PolicyStatement.Kind) -> BilingualText {
        switch kind {
        case .service: say("服务", "service")
        case .target: say("目标", "target")
        case .milestone: say("节点", "milestone")
        case .quality: say("质量", "quality")
        }
    }
    static let facts = say("有据可查的事实", "Dated facts")
    static let factsLead = say("只列事实，不计分。", "Facts as published; they carry no score.")
    static let fact = say("事实", "Fact")
    static let asOf = say("时点", "As of")
    static let figure = say("数值", "Figure")
}
