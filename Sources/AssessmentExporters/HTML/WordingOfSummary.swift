internal import AssessmentCore

/// The words of the sentences that open a scorecard.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static func strongestPart(
        _ name: BilingualText, _ score: String, _ standing: Figures.Standing, _ lead: String, _ isAbove: Bool?
    ) -> BilingualText {
        say(
            "与同组相比名次最靠前的是“\(name.zh)”：得分\(score)，列同组第\(standing.rank)位（共\(standing.of)个），\(against(lead, isAbove).zh)。",
            "Placed best among its peers: ‘\(name.en)’, with a score of \(score), rank \(standing.rank) of \(standing.of), "
                + "\(against(lead, isAbove).en).")
    }
    static func weakestPart(
        _ name: BilingualText, _ score: String, _ standing: Figures.Standing, _ lead: String, _ isAbove: Bool?
    ) -> BilingualText {
        say(
            "与同组相比名次最靠后的是“\(name.zh)”：得分\(score)，列同组第\(standing.rank)位（共\(standing.of)个），\(against(lead, isAbove).zh)。",
            "Placed lowest among its peers: ‘\(name.en)’, with a score of \(score), rank \(standing.rank) of \(standing.of), "
                + "\(against(lead, isAbove).en).")
    }
    private static func against(_ lead: String, _ isAbove: Bool?) -> BilingualText {
        guard let isAbove else { return say("与同组中位数持平", "level with the median of its peers") }
        return isAbove
            ? say("高于同组中位数\(lead)", "\(lead) above the median of its peers")
            : say("低于同组中位数\(lead)", "\(lead) below the median of its peers")
    }
    static func lift(_ name: BilingualText, score: String, gain: String) -> BilingualText {
        say(
            "提升空间最大的是“\(name.zh)”：现得分\(score)，若得满分，总分可增加\(gain)分（其他各项不变）。",
            "What would lift the total most: ‘\(name.en)’, now \(score); full marks there would add \(gain) points to the "
                + "total, all else equal.")
    }
    static func liftByReport(
        _ name: BilingualText, reason: BilingualText, consequence: BilingualText?, gain: String
    ) -> BilingualText {
        say(
            "提升空间最大的是“\(name.zh)”：\(reason.zh)\(consequence.map { "，按规则\($0.zh)" } ?? "")；补报后若得满分，总分可增加\(gain)分（其他各项不变）。",
            "What would lift the total most: ‘\(name.en)’, \(reason.en)\(consequence.map { ", so that it \($0.en)" } ?? "")"
                + "; once reported, full marks there would add \(gain) points to the total, all else equal.")
    }
    static func gradeOf(_ grade: BilingualText, reasons: [BilingualText], byTotal: BilingualText) -> BilingualText {
        say(
            "等次为“\(grade.zh)”，因\(reasons.map(\.zh).joined(separator: "；"))；仅按总分为“\(byTotal.zh)”。",
            "Graded ‘\(grade.en)’ because of \(reasons.map(\.en).joined(separator: " and of ")); by its total alone it would be "
                + "‘\(byTotal.en)’.")
    }
    static func rankedLast(reasons: [BilingualText]) -> BilingualText {
        say(
            "列本组末位，因\(reasons.map(\.zh).joined(separator: "；"))。",
            "Ranked last of its group because of \(reasons.map(\.en).joined(separator: " and of ")).")
    }
    static func vetoInBrief(_ name: BilingualText) -> BilingualText {
        say("一票否决：\(name.zh)", "veto: \(name.en)")
    }
    static func noPlaceInBrief(_ grade: BilingualText) -> BilingualText {
        say("“\(grade.zh)”名额已满", "no place left for ‘\(grade.en)’")
    }
    static func vetoed(_ name: BilingualText) -> BilingualText {
        say("一票否决：\(name.zh)", "a veto (\(name.en))")
    }
    static func noPlaceLeft(_ grade: BilingualText) -> BilingualText {
        say("“\(grade.zh)”名额已满", "the quota of ‘\(grade.en)’, whose places are taken")
    }
    static func noDataFor(_ period: Period) -> BilingualText {
        say("\(period)年无数据", "no data for \(period)")
    }
}
