internal import AssessmentCore

/// The words of the sentences that open a scorecard.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static func strongestPart(
        _ name: BilingualText, _ score: String, _ standing: Figures.Standing, _ lead: String, _ isAbove: Bool?
    ) -> BilingualText {
        say(
            "最强的是“\(name.zh)”：得分\(score)，列同组第\(standing.rank)位（共\(standing.of)个），\(against(lead, isAbove).zh)。",
            "Strongest: ‘\(name.en)’, with a score of \(score), rank \(standing.rank) of \(standing.of), "
                + "\(against(lead, isAbove).en).")
    }
    static func weakestPart(
        _ name: BilingualText, _ score: String, _ standing: Figures.Standing, _ lead: String, _ isAbove: Bool?
    ) -> BilingualText {
        say(
            "最弱的是“\(name.zh)”：得分\(score)，列同组第\(standing.rank)位（共\(standing.of)个），\(against(lead, isAbove).zh)。",
            "Weakest: ‘\(name.en)’, with a score of \(score), rank \(standing.rank) of \(standing.of), "
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
            "提升空间最大的是“\(name.zh)”：现得分\(score)，若得满分，总分可增加\(gain)分（其他各项不变，取整前）。",
            "What would lift the total most: ‘\(name.en)’, now \(score); full marks there would add \(gain) points to the "
                + "total, all else equal and before rounding.")
    }
    static func noDataFor(_ period: Period) -> BilingualText {
        say("\(period)年无数据", "no data for \(period)")
    }
}
