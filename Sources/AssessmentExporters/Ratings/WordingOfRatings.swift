internal import AssessmentCore

/// The words of the page of reviewers.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let reviewers = say("多方评价", "Reviewers")
    static let reviewersLead = say(
        "定性指标由多方评分，换算为百分制后加权平均。本页列出各来源的评分、评审之间的一致性以及偏离其他评审较多的评审；本页的统计不改变任何得分。",
        "Several sides rate the qualitative items; their ratings, out of 100, are averaged by weight. This page shows what "
            + "each source says, how far reviewers agree, and who rates unlike the others. Its statistics change no score."
    )
    static let noRatings = say("没有评分。", "There are no ratings.")
    static let sourcesOfRatings = say("各来源的评分", "What each source says")
    static let ratedItem = say("评分项", "Item")
    static let sourceOfRatings = say("来源", "Source")
    static let meanOfRatings = say("均分", "Mean")
    static let lead = say("与其他来源之差", "Against others")
    static let numberOfRatings = say("评分数", "Ratings")
    static let unitsWithResult = say("有结果单位", "Units rated")
    static let unitsWithoutResult = say("无结果单位", "Units without")
    static let sourcesNote = say(
        "均分为该来源对各单位结果的均值。与其他来源之差：在双方都有结果的单位上，该来源减去其余来源的加权均值。",
        "Mean: of the results of the source over its units. Against others: the source less the weighted mean of the other "
            + "sources, over the units that both rate.")
    static let agreementOfReviewers = say("评审之间的一致性", "Agreement of the reviewers")
    static let noAgreement = say(
        "没有来源有两位以上评审对同样两个以上单位评分，一致性无法计算。",
        "No source has two reviewers who rated the same two units, so that agreement cannot be computed.")
    static let inWords = say("一致性", "Agreement")
    static let compared = say("比较范围", "Compared")
    static func block(_ assessors: Int, _ units: Int, outside: Int) -> BilingualText {
        say(
            "\(assessors)位评审×\(units)个单位" + (outside > 0 ? "，另有\(outside)份评分未纳入" : ""),
            "\(assessors) reviewers × \(units) units"
                + (outside > 0 ? ", \(outside) \(outside == 1 ? "rating" : "ratings") outside" : ""))
    }
    /// The words of T. K. Koo and M. Y. Li (2016), Journal of Chiropractic Medicine 15, 155–163.
    static func agreement(_ coefficient: Double?) -> BilingualText {
        guard let coefficient else { return say("无法计算", "undefined") }
        if coefficient < 0.5 { return say("差", "poor") }
        if coefficient < 0.75 { return say("中等", "moderate") }
        return coefficient < 0.9 ? say("良好", "good") : say("极好", "excellent")
    }
    static let agreementNote = say(
        "ICC(2,1)为单个评审的绝对一致性，ICC(2,k)为k位评审均值的信度，ICC(3,1)只看高低是否一致；方括号内为95%置信区间"
            + "（Shrout与Fleiss，1979）。文字依据ICC(2,1)：低于0.5为差，低于0.75为中等，低于0.9为良好（Koo与Li，2016）。肯德尔W看排序是否"
            + "一致，并列已修正；p值为卡方近似，单位不多于7个时不够准确。评分不全时，逐步去掉缺评最多的单位或评审，直到余下的评审对余下的单位全部评过。",
        "ICC(2,1) is the absolute agreement of single reviewers, ICC(2,k) the reliability of the mean of k of them, "
            + "ICC(3,1) looks at consistency alone; in brackets the 95% confidence interval (Shrout and Fleiss 1979). The word "
            + "follows ICC(2,1): below 0.5 poor, below 0.75 moderate, below 0.9 good (Koo and Li 2016). Kendall’s W looks at "
            + "the order, corrected for ties; its p-value is from chi-square, which is rough for seven units or fewer. Where "
            + "ratings lack, the units or reviewers that lack most are left out until those left rated all units left.")
    static let reviewerTable = say("评审尺度", "How each reviewer rates")
    static let reviewer = say("评审", "Reviewer")
    static let standardDeviation = say("标准差", "Spread (SD)")
    static let meanDeviation = say("与他人之差", "Against others")
    static let robustScore = say("稳健z值", "Robust z")
    static let judgement = say("判断", "Judgement")
    static let outlyingHarsh = say("偏离：偏严", "Outlying: harsh")
    static let outlyingLenient = say("偏离：偏宽", "Outlying: lenient")
    static let withinRange = say("正常", "Within range")
    static let notCompared = say("无可比评分", "Nothing to compare with")
    static func reviewersNote(above: String, from: String) -> BilingualText {
        say(
            "与他人之差：该评审的评分减去同一来源其他评审对同一单位、同一项评分的中位数，取均值；负为偏严，正为偏宽。稳健z值在同一来源的评审之间计算："
                + "（差−中位数）÷（1.4826×MAD）。绝对值超过\(above)、差不小于\(from)分者标为偏离，只作提示，评分照常计入。",
            "Against others: the reviewer’s ratings less the median of those that the others of the source gave the same unit "
                + "and item, on average; below zero is harsh, above lenient. The robust z is taken among the reviewers of a "
                + "source: (difference − median) / (1.4826 × MAD). Beyond \(above), and by \(from) points or more, a reviewer is "
                + "shown as outlying; the ratings count all the same.")
    }
    static func reviewersWithout(_ count: Int, _ source: String) -> BilingualText {
        say(
            "“\(source)”另有\(count)位评审，其评分没有同来源他人可比。",
            "\(count) reviewers of ‘\(source)’ have no rating that others of the source gave too.")
    }
    static func reviewersWithin(_ count: Int, _ source: String) -> BilingualText {
        say(
            "“\(source)”的其余\(count)位（处）未偏离，见reviewers.csv。",
            "The other \(count) of ‘\(source)’ are within range; reviewers.csv has them.")
    }
    static let outlyingRatings = say("偏离的单份评分", "Outlying single ratings")
    static let noOutlyingRatings = say("没有偏离的单份评分。", "No single rating is outlying.")
    static let givenScore = say("评分", "Score")
    static let othersMedian = say("他人中位数", "Consensus")
    static let deviation = say("差", "Difference")
    static let singlesNote = say(
        "差：该份评分减去同一来源其他评审对同一单位、同一项评分的中位数；稳健z值在该来源全部评分之间计算。",
        "Consensus: the median of what the others of the source gave the same unit and item. The robust z is taken among all "
            + "ratings of the source.")
    static func furtherRatings(_ count: Int) -> BilingualText {
        say("另有\(count)份，见ratings.csv。", "\(count) more stand in ratings.csv.")
    }
    static let homesListed = say(
        "评审不得评价本人所在单位；已按评审人名册核对。",
        "Nobody rates the unit that they belong to; this was checked against the list of assessors.")
    static func homesUnknown(_ sources: String) -> BilingualText {
        say(
            "下列来源没有评审人名册，无法核对是否回避本人所在单位：\(sources)。",
            "No assessors are listed for \(sources), so that it could not be checked that nobody rates the own unit.")
    }
}
