internal import AssessmentCore

/// The words of the tile map and of the pillars among the peers.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let map = say("地图", "Map")
    static func mapCaption(hasGrades: Bool, hasParts: Bool) -> BilingualText {
        say(
            "每块为一个单位，按大致方位排列，颜色表示\(hasGrades ? "等次" : "总分")\(hasParts ? "；小方格为所辖各单位" : "")。",
            "One tile a unit, about where it lies; the shade is the \(hasGrades ? "grade" : "total")"
                + (hasParts ? "; small squares are the units within it." : "."))
    }
    static func lowered(_ units: String) -> BilingualText {
        say("* 等次或名次低于总分所应得：\(units)。", "* Grade or rank below that of the total: \(units).")
    }
    static func rankOnly(_ rank: Int) -> BilingualText { say("第\(rank)名", "rank \(rank)") }

    static let thisUnit = say("本单位", "This unit")
    static let best = say("同组最好", "Best of peers")
    static let targetsReached = say("达标指标", "Targets reached")
    static func pillarsAmongPeers(groupSize: Int) -> BilingualText {
        say("总分与各领域在同组\(groupSize)个单位中的位置", "Total and pillars among the \(groupSize) units of the group")
    }
    static func pillarsInWords(
        _ told: [(name: String, score: String, median: String, best: String)]
    ) -> BilingualText {
        say(
            told.map { "\($0.name)\($0.score)，同组中位数\($0.median)，最好\($0.best)" }.joined(separator: "；") + "。",
            told.map { "\($0.name) \($0.score), peer median \($0.median), best \($0.best)" }.joined(separator: "; ")
                + ".")
    }
    static let pillarsNote = say(
        "竖虚线为各等次的最低总分，各领域以同一尺度对照。",
        "Dashed lines: the least total of each grade, drawn through the pillars on the same scale.")
}
