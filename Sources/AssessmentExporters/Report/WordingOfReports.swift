internal import AssessmentCore

/// The words of printed documents.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let annualReport = say("年度报告", "Annual report")
    static let scorecard = say("成绩单", "Scorecard")
    static let scorecards = say("各单位成绩单", "Scorecards")
    static let contents = say("目录", "Contents")
    static let reportSummary = say("摘要", "Summary")
    static let methodsAndWeights = say("方法与权重", "Methods and weights")
    static let dataNotes = say("数据说明", "Notes on the data")
    static func periodOf(_ period: Period) -> BilingualText { say("\(period)年度", "Period \(period)") }
    static func page(_ number: Int, of count: Int) -> BilingualText {
        say("第\(number)页 / 共\(count)页", "Page \(number) of \(count)")
    }

    static let pillarsAgainstPeers = say("各领域得分与同组中位数", "Scores by pillar against the peer median")
    static let totalOverTime = say("总分历年情况", "Total over the periods")
    static let middleHalf = say("同组中间一半", "Middle half of peers")
    static let noFigures = say("没有可以展示的数据", "Nothing to show")
    static let strengths = say("优势", "Strengths")
    static let weaknesses = say("短板", "Weaknesses")
    static func furtherMarked(_ count: Int, _ mark: String) -> BilingualText {
        say("；另有\(count)项，见表中\(mark)", "; and \(count) more, marked \(mark) in the table")
    }
    static let strengthMark = "▲"
    static let weaknessMark = "▽"
    static let marksNote = say(
        "▲ 优势：同组中得分不差于本单位的（含本单位）不超过四分之一。▽ 短板：同组中得分不好于本单位的（含本单位）不超过四分之一。同组有得分的单位不足四个的不作标示。",
        "▲ Strength: at most a quarter of the peers, this unit among them, score as well. ▽ Weakness: at most a quarter, this "
            + "unit among them, score no better. Nothing is marked among fewer than four peers with a score.")
    static let howToRead = say("怎样读成绩单", "How to read a scorecard")
    static let howToReadText = say(
        "每张成绩单先列总分、名次、等次和变化，再以图示各领域与同组中位数的对比及历年走势，最后逐项列出指标值、目标、得分、名次、数据状况与来源。名次均为同组名次，并列者名次相同；图表数据均取自得分表，缺失值不作零处理。",
        "Each scorecard opens with total, rank, grade and change; shows the pillars against the median of the peers and the "
            + "course over the periods; and lists every indicator with value, target, score, rank, state and source. Ranks "
            + "are within the peer group, and ties share one. A missing value is never drawn as zero.")
    static let scoredBy = say("计分方法", "Scored by")
    static let missingByIndicator = say("各指标的实测情况", "Measured values by indicator")
    static let measuredUnits = say("实测", "Measured")
    static let imputedUnits = say("补入", "Imputed")
    static let absentUnits = say("无值", "No value")
    static let filesRead = say("读取的文件", "Files read")
    static let file = say("文件", "File")
    static let fingerprint = say("SHA-256摘要", "SHA-256 digest")
    static let seriesBreaks = say("口径调整", "Breaks in series")
    static func chartOfPillars(_ unit: String, _ scores: [(name: String, score: String, median: String)])
        -> BilingualText
    {
        say(
            "\(unit)各领域得分：" + scores.map { "\($0.name)\($0.score)（同组中位数\($0.median)）" }.joined(separator: "；") + "。",
            "Scores of \(unit): "
                + scores.map { "\($0.name) \($0.score) (peer median \($0.median))" }
                .joined(separator: "; ") + ".")
    }
    static func chartOfTotals(_ unit: String, _ totals: [(period: Period, total: String)]) -> BilingualText {
        say(
            "\(unit)历年总分：" + totals.map { "\($0.period)年\($0.total)" }.joined(separator: "；") + "。",
            "Totals of \(unit): " + totals.map { "\($0.period): \($0.total)" }.joined(separator: "; ") + ".")
    }
}
