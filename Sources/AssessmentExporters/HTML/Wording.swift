internal import AssessmentCore

/// Every word of the pages, in both languages.
enum Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }
    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }

    // Frame
    static let languageName: [Language: String] = [.chinese: "中文", .english: "English"]
    static let skip = say("跳到正文", "Skip to the content")
    static let pages = say("页面", "Pages")
    static let languages = say("语言", "Languages")
    static let ranking = say("排名", "Ranking")
    static let policy = say("政策条目", "Policy")
    static let notice = say("说明", "Please note")
    static let colon = say("：", ": ")
    static let comma = say("、", ", ")
    static let semicolon = say("；", "; ")
    static let stop = say("。", ". ")
    static let dash = BilingualText(same: "—")
    static func madeWith(_ version: String) -> BilingualText {
        say("Assessment Workbench \(version) 生成", "Made with Assessment Workbench \(version)")
    }
    static func digest(_ digest: String) -> BilingualText { say("结果摘要 \(digest)", "results digest \(digest)") }
    static func kind(_ kind: Specification.Kind) -> BilingualText {
        switch kind {
        case .evaluation: say("评估", "Evaluation")
        case .review: say("考核", "Review")
        }
    }

    // Ranking page
    static func assessed(
        _ basis: String, period: Period, history: [Period], units: Int, indicators: Int
    ) -> BilingualText {
        let first = history.first.map { "\($0)" } ?? ""
        let last = history.last.map { "\($0)" } ?? ""
        let range = history.count > 1 ? "\(first)—\(last)" : first
        let rangeEn = history.count > 1 ? "\(first)–\(last)" : first
        return say(
            "\(basis.isEmpty ? "" : "依据\(basis)，")以\(indicators)项指标对\(units)个单位\(period)年度的情况作出评价"
                + "\(history.isEmpty ? "" : "，并列\(range)年作对照")。",
            "\(count(units, "unit", "units")) assessed for \(period) by "
                + "\(count(indicators, "indicator", "indicators"))\(basis.isEmpty ? "" : " under \(basis)")"
                + "\(history.isEmpty ? "" : ", beside \(rangeEn)").")
    }
    static let framework = say("指标体系", "Framework")
    static func methods(scoring: String, aggregation: String) -> BilingualText {
        say("计分方法：\(scoring)；汇总方法：\(aggregation)。", "Scored by: \(scoring). Combined by: \(aggregation).")
    }
    static func leader(_ names: String, group: String?, total: String) -> BilingualText {
        say(
            "\(group.map { "“\($0)”中" } ?? "")位列第一的是\(names)（\(total)）。",
            "First\(group.map { " in ‘\($0)’" } ?? ""): \(names) (\(total)). ")
    }
    static func climbers(_ names: String, places: Int, since period: Period) -> BilingualText {
        say(
            "较\(period)年上升最多的是\(names)（上升\(places)位）。",
            "Largest rise since \(period): \(names) (up \(count(places, "place", "places"))). ")
    }
    static let basis = say("依据", "Basis")
    static let period = say("评价时期", "Period")
    static let units = say("参评单位", "Units")
    static let indicators = say("指标", "Indicators")
    static let statements = say("有数据的政策条目", "Policy statements with figures")
    static func outOf(_ part: Int, _ whole: Int) -> BilingualText { say("\(part)/\(whole)", "\(part) of \(whole)") }
    static func rankingCaption(_ group: String?, _ period: Period, outOf full: Int?) -> BilingualText {
        say(
            "\(period)年度\(group.map { "“\($0)”" } ?? "")总分与各领域得分\(full.map { "（满分\($0)）" } ?? "")",
            "Total and pillar scores \(period)\(group.map { ", \($0)" } ?? "") \(full.map { "(out of \($0))" } ?? "")")
    }
    static let rank = say("名次", "Rank")
    static let unit = say("单位", "Unit")
    static let total = say("总分", "Total")
    static let grade = say("等次", "Grade")
    static func against(_ period: Period) -> BilingualText { say("较\(period)年", "Since \(period)") }
    static let measuredShare = say("实测占比", "Measured")
    static let measuredShareNote = say(
        "实测占比：总分的权重中有实测数据支撑的部分。名次按同组排列，并列者名次相同。",
        "Measured: the part of the total’s weight that rests on measured data. Ranks are within the group; ties share a "
            + "rank. ")
    static let highestNote = say("每列最好的得分以粗体标示。", "The best score of each column is in bold. ")
    static let unranked = say("未列名次", "Not ranked")
    static func moved(_ places: Int) -> BilingualText {
        places == 0
            ? say("名次未变", "rank unchanged")
            : places > 0
                ? say("上升\(places)位", "up \(count(places, "place", "places"))")
                : say("下降\(-places)位", "down \(count(-places, "place", "places"))")
    }
    static func coverage(_ part: Int, of whole: Int) -> BilingualText {
        guard part < whole else {
            return say(
                "所用领域列出的\(whole)条可评内容，每条都至少有一个参评单位的数据（含零散事实）。",
                "Every one of the \(count(whole, "statement", "statements")) that the domains used list has a figure, if only "
                    + "a single fact, for at least one assessed unit.")
        }
        return say(
            "所用领域列出\(whole)条可评内容，\(part)条至少有一个参评单位的数据（含零散事实），\(whole - part)条还没有。",
            "Of the \(count(whole, "statement", "statements")) that the domains used list, \(part) "
                + "\(part == 1 ? "has" : "have") a figure, if only a single fact, for at least one assessed unit and \(whole - part) "
                + "\(whole - part == 1 ? "has" : "have") none.")
    }
    static func uncoveredStatements(_ ids: String) -> BilingualText {
        say("没有数据的条目：\(ids)。", "Without any figure: \(ids).")
    }
    static let seeCoverage = say("查看逐条情况", "See every statement")

    // Scorecard
    static func code(_ code: String) -> BilingualText { say("代码 \(code)", "Code \(code)") }
    static func within(_ parent: String) -> BilingualText { say("隶属\(parent)", "part of \(parent)") }
    static func rankOf(_ rank: Int, _ size: Int) -> BilingualText { say("第\(rank)名 / 共\(size)", "\(rank) of \(size)") }
    static func placed(
        _ unit: String, _ period: Period, total: String, rank: (rank: Int, of: Int)?, group: String?, grade: String?
    ) -> BilingualText {
        let place = rank.map { rank in
            (
                zh: "，在\(group.map { "“\($0)”" } ?? "全部")\(rank.of)个单位中列第\(rank.rank)名",
                en: ", rank \(rank.rank) of \(rank.of)\(group.map { " in ‘\($0)’" } ?? "")"
            )
        }
        return say(
            "\(period)年度，\(unit)总分\(total)\(place?.zh ?? "")\(grade.map { "，等次为“\($0)”" } ?? "")。",
            "In \(period), \(unit) scored \(total)\(place?.en ?? "")\(grade.map { ", graded ‘\($0)’" } ?? ""). ")
    }
    static let onScaleOfEachYear = say("得分只在当年单位之间可比", "scores compare within a year only")
    static let noteOnYears = say(
        "得分以当年各单位为参照，只在当年之间可比，因此这里比较名次。",
        "A score is measured against the units of its year, so that ranks are compared here, and no differences of scores."
    )
    static func changedPlaces(since period: Period, places: Int) -> BilingualText {
        let moved = moved(places)
        return say(
            "与\(period)年相比，\(moved.zh)（\(onScaleOfEachYear.zh)）。",
            "Against \(period): \(moved.en) (\(onScaleOfEachYear.en)). ")
    }
    static func changed(since period: Period, places: Int?, total: String, isUp: Bool?) -> BilingualText {
        let moved = places.map { Wording.moved($0) }
        let zh = isUp.map { "总分\($0 ? "提高" : "下降")\(total)" } ?? "总分持平"
        let en = isUp.map { "total \($0 ? "up" : "down") by \(total)" } ?? "total unchanged"
        return say(
            "与\(period)年相比，\(moved.map { "\($0.zh)，" } ?? "")\(zh)。",
            "Against \(period): \(moved.map { "\($0.en), " } ?? "")\(en). ")
    }
    static func noTotal(_ unit: String, _ period: Period, _ reason: String) -> BilingualText {
        say("\(period)年度，\(unit)没有总分：\(reason)。", "In \(period), \(unit) has no total: \(reason). ")
    }
    static func evidence(_ total: Int, measured: Int, imputed: Int, absent: Int) -> BilingualText {
        let zh = ["\(measured)项为实测"] + (imputed > 0 ? ["\(imputed)项为补入"] : [])
        let en = ["\(measured) measured"] + (imputed > 0 ? ["\(imputed) imputed"] : [])
        return say(
            "\(total)项指标中，" + (zh + (absent > 0 ? ["\(absent)项没有指标值"] : [])).joined(separator: "，") + "。",
            "Of \(count(total, "indicator", "indicators")): "
                + (en + (absent > 0 ? ["\(absent) without a value"] : [])).joined(separator: ", ") + ".")
    }
    static let pillars = say("各领域得分", "Scores by pillar")
    static let pillar = say("领域", "Pillar")
    static let score = say("得分", "Score")
    static let weight = say("权重", "Weight")
    static let fullMarks = say("分值", "Full marks")
    static let points = say("折合分", "Points")
    static let median = say("同组中位数", "Peer median")
    static let bonus = say("加分项", "Bonus")
    static let barNote = say("条形为得分，竖线为同组中位数。", "Bar: score; upright mark: median of the peer group.")
    static let sharedWeight = say(
        "* 同级其他子项没有得分，其分值或权重由此项分担：箭头前为规定数，后为实际数。",
        "* Siblings without a score leave theirs to this one: before the arrow what it counts as stated, behind it what it counts "
            + "here.")
    static let pointsNote = say(
        "折合分＝得分×分值÷100，显示到两位小数；未取整的折合分逐项相加即为上级的折合分，上级得分另有取整的除外。不能如此相加的不列折合分。",
        "Points = score × full marks ÷ 100, shown to two decimals; unrounded they add up to those of the node above, but for a "
            + "rounding of its own. Where they do not, none are given.")
    static let sumOfPoints = say("各项折合分之和", "Sum of the points")
    static func roundedTo(decimals: Int) -> BilingualText {
        say(
            decimals == 0 ? "四舍五入到整数" : "四舍五入到\(decimals)位小数",
            decimals == 0 ? "Rounded to whole points" : "Rounded to \(count(decimals, "decimal", "decimals"))")
    }
    static func bar(_ score: String, median: String?) -> BilingualText {
        say(
            "得分\(score)\(median.map { "，同组中位数\($0)" } ?? "")",
            "score \(score)\(median.map { ", peer median \($0)" } ?? "")")
    }
}
