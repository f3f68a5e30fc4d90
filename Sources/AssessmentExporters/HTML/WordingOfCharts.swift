internal import AssessmentCore

/// The words of charts, and what they say to readers who do not see them.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let noData = say("无数据", "no data")
    static let amongPeers = say("总分在同组中的位置", "The total among its peers")
    static func spreadOfTotals(_ units: Int, _ low: String, _ high: String, own: String?) -> BilingualText {
        say(
            "\(units)个单位的总分在\(low)与\(high)之间\(own.map { "，本单位为\($0)" } ?? "")。",
            "The totals of \(units) units lie between \(low) and \(high)\(own.map { "; this unit has \($0)" } ?? "").")
    }
    static let totalsByPeriod = say("历年总分", "Total by period")
    static let rangeOfPeers = say("同组最低至最高", "Lowest to highest of the peers")
    static let medianOfUnits = say("各单位中位数", "Median of the units")
    static let rangeOfUnits = say("各单位最低至最高", "Lowest to highest of the units")
    static let medianByPeriod = say("历年指标值：中位数与范围", "Values by period: median and range")
    static func seriesInWords(_ told: [(period: Period, value: String?)]) -> BilingualText {
        say(
            told.map { "\($0.period)年：\($0.value ?? noData.zh)" }.joined(separator: "；") + "。",
            told.map { "\($0.period): \($0.value ?? noData.en)" }.joined(separator: "; ") + ".")
    }
    static func ranksInTwoPeriods(_ group: String?) -> BilingualText {
        say("\(group.map { "“\($0)”" } ?? "")名次变化", "Ranks in two periods\(group.map { ", \($0)" } ?? "")")
    }
    static func movesInWords(_ moves: [(name: String, move: String)]) -> BilingualText {
        moves.isEmpty
            ? say("名次均未变。", "No rank changed.")
            : say(
                moves.map { "\($0.name)\($0.move)" }.joined(separator: "；") + "。",
                moves.map { "\($0.name) \($0.move)" }.joined(separator: "; ") + ".")
    }
    static let asTable = say("以表格查看", "As a table")
    static func defaultValue(_ value: String) -> BilingualText { say("（默认\(value)）", "(default \(value))") }
}
