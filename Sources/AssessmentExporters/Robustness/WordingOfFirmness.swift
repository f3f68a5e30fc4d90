internal import AssessmentCore

/// The sentences that say what is firm and what is not.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }
    private static func joined(_ names: [BilingualText]) -> BilingualText {
        let en = names.map(\.en)
        return say(
            names.map(\.zh).joined(separator: "、"),
            en.count < 2 ? en.joined() : en.dropLast().joined(separator: ", ") + " and " + (en.last ?? ""))
    }
    private static func ranks(_ best: String, _ worst: String) -> BilingualText {
        best == worst ? say("第\(best)名", "rank \(best)") : say("第\(best)至第\(worst)名", "ranks \(best) to \(worst)")
    }
    private static func verb(_ number: Int, _ one: String, _ many: String) -> String { number == 1 ? one : many }

    // Of all units
    static func ranksKept(_ kept: Int, of all: Int, _ share: String) -> BilingualText {
        guard kept > 0 else {
            return say(
                "计入所列数据误差，\(all)个单位没有一个以不低于\(share)的概率保持公布名次，没有稳固的名次。",
                "With the stated errors of the data, no rank is firm: none of \(all) units has its published rank with a "
                    + "probability of \(share) or more.")
        }
        return say(
            "计入所列数据误差，\(all)个单位中有\(kept)个的名次稳固，即公布名次的概率不低于\(share)。",
            "With the stated errors of the data, \(kept) of \(all) ranks \(verb(kept, "is", "are")) firm: the published rank has "
                + "a probability of \(share) or more.")
    }
    static func gradesFirm(_ firm: Int, of all: Int, _ share: String) -> BilingualText {
        say(
            "\(all)个单位中有\(firm)个的等次稳固，即所得等次的概率不低于\(share)。",
            "\(firm) of \(all) grades \(verb(firm, "is", "are")) firm: the grade given has a probability of \(share) or more."
        )
    }
    static func leaderFirm(_ name: BilingualText, _ group: BilingualText?, _ probability: String) -> BilingualText {
        say(
            "\(group.map { "“\($0.zh)”中，" } ?? "")\(name.zh)位列第一是稳固的：在\(probability)的重复计算中列第一。",
            "\(name.en) leads\(group.map { " ‘\($0.en)’" } ?? "") firmly: it is first in \(probability) of replications."
        )
    }
    static func leaderLoose(
        _ name: BilingualText, _ group: BilingualText?, _ probability: String, _ others: [BilingualText], further: Int
    ) -> BilingualText {
        let more = further > 0 ? say("等\(others.count + further)个单位", " and \(further) more") : say("", "")
        return say(
            "\(group.map { "“\($0.zh)”中，" } ?? "")\(name.zh)位列第一并不稳固：在\(probability)的重复计算中列第一，与\(joined(others).zh)\(more.zh)不可区分。",
            "The lead of \(name.en)\(group.map { " in ‘\($0.en)’" } ?? "") is not firm: first in \(probability) of replications, it "
                + "is not told apart from \(further > 0 ? others.map(\.en).joined(separator: ", ") : joined(others).en)\(more.en)."
        )
    }
    static func tiedUnits(_ groups: [[BilingualText]], _ units: Int) -> BilingualText {
        guard !groups.isEmpty else {
            return say("数据误差之内没有统计上并列的单位。", "No units are tied within the errors of the data.")
        }
        // More than a few are better read in the table.
        let isShort = groups.count <= 6 && groups.allSatisfy { $0.count <= 5 }
        let zh = isShort ? "：" + groups.map { joined($0).zh }.joined(separator: "；") : ""
        let en = isShort ? ": " + groups.map { joined($0).en }.joined(separator: "; ") : ""
        return say(
            "\(units)个单位分属\(groups.count)个并列组，组内单位与组首的先后在数据误差之内不可区分\(zh)。",
            "\(units) units stand in \(groups.count) \(verb(groups.count, "group", "groups")) of ties, within the errors of the data "
                + "not told apart from the first of their group\(en).")
    }
    static func sameRanking(_ share: Double) -> BilingualText {
        guard share > 0 else {
            return say("没有一次重复计算得出与公布完全相同的名次。", "No replication gives every rank as published.")
        }
        let probability = DecimalRounding.percentage(of: share)
        return say("全部名次都与公布的相同的概率为\(probability)。", "All ranks are as published with a probability of \(probability).")
    }
    static func ranksKeptOverMethods(_ kept: Int, of all: Int) -> BilingualText {
        guard kept > 0 else {
            return say(
                "换用可辩护的方法，\(all)个单位中没有一个在所有重复计算中名次都与公布的相同。",
                "Over the methods that could be defended, none of \(all) units keeps its published rank in every replication."
            )
        }
        return say(
            "换用可辩护的方法，\(all)个单位中有\(kept)个在所有重复计算中名次都与公布的相同。",
            "Over the methods that could be defended, \(kept) of \(all) units "
                + "\(verb(kept, "keeps its published rank", "keep their published ranks")) in every replication.")
    }
    static func leaderOverMethods(
        _ name: BilingualText, _ group: BilingualText?, _ best: Int, _ worst: Int
    ) -> BilingualText {
        let place = group.map { say("“\($0.zh)”中，", " in ‘\($0.en)’") } ?? say("", "")
        return best == worst
            ? say(
                "\(place.zh)\(name.zh)在所有重复计算中均列第\(best)。",
                "\(name.en) is \(best == 1 ? "first" : "number \(best)")\(place.en) in every replication.")
            : say(
                "\(place.zh)位列第一的\(name.zh)，方法变动范围为\(ranks("\(best)", "\(worst)").zh)。",
                "\(name.en), first\(place.en), lies within \(ranks("\(best)", "\(worst)").en) over methods.")
    }
    static func widestOverMethods(_ name: BilingualText, _ best: Int, _ worst: Int, others: Int) -> BilingualText {
        let more = others > 0 ? asFar(others) : say("", "")
        return say(
            "名次变动最大的是\(name.zh)：\(ranks("\(best)", "\(worst)").zh)\(more.zh)。",
            "Least firm is \(name.en): \(ranks("\(best)", "\(worst)").en)\(more.en).")
    }
    static func meanShift(_ number: String) -> BilingualText {
        say("平均而言，名次偏离公布名次\(number)位。", "On average a rank lies \(number) places from the one published.")
    }
    /// To what the spread is laid: the input with the largest share, and those whose intervals reach above its lower end.
    static func laidTo(_ inputs: [(input: BilingualText, index: String)]) -> BilingualText {
        let zh = inputs.map { "“\($0.input.zh)”（\($0.index)）" }.joined(separator: "、")
        let en = inputs.map { "\($0.input.en) (\($0.index))" }
        guard inputs.count > 1 else {
            return say(
                "名次的变动主要来自\(zh)；括号内为Sobol总效应指数，即名次平均变动的方差中与该来源有关的份额。",
                "The spread comes most from: \(en.joined()). In brackets the total Sobol index: the share of the variance of the "
                    + "mean shift of ranks in which the input takes part.")
        }
        return say(
            "名次的变动主要来自\(zh)，其中何者更大，区间重叠，不能断定；括号内为Sobol总效应指数，即名次平均变动的方差中与该来源有关的份额。",
            "The spread comes most from: \(en.joined(separator: ", ")). Their intervals overlap, so that none can be called the "
                + "largest. In brackets the total Sobol index: the share of the variance of the mean shift of ranks in which the "
                + "input takes part.")
    }

    // Of a unit
    static func unitWithErrors(
        _ rank: Int, _ score: String, best: Int, worst: Int, low: String, high: String, _ share: String,
        probability: String
    ) -> BilingualText {
        if best == rank, worst == rank {
            return say(
                "第\(rank)名，得分\(score)。计入所列数据误差，列第\(rank)名的概率为\(probability)；在不少于\(share)的重复计算中得分在\(low)至\(high)之间。",
                "Rank \(rank) with \(score). With the stated errors of the data it has rank \(rank) with a probability of "
                    + "\(probability), and its score lies between \(low) and \(high) in at least \(share) of replications."
            )
        }
        return say(
            "第\(rank)名，得分\(score)。计入所列数据误差，在不少于\(share)的重复计算中名次\(best == worst ? "为" : "在")\(ranks("\(best)", "\(worst)").zh)"
                + "\(best == worst ? "" : "之间")，得分在\(low)至\(high)之间；列第\(rank)名的概率为\(probability)。",
            "Rank \(rank) with \(score). With the stated errors of the data its rank "
                + (best == worst ? "is \(best)" : "lies between \(best) and \(worst)")
                + " and its score between \(low) and \(high) in at least \(share) of replications each; it has rank \(rank) with a probability of "
                + "\(probability).")
    }
    static func unitGrades(_ grades: [(name: BilingualText, probability: String)]) -> BilingualText {
        say(
            "等次" + grades.map { "“\($0.name.zh)”的概率为\($0.probability)" }.joined(separator: "，") + "。",
            grades.enumerated().map { place, grade in
                place == 0
                    ? "Grade ‘\(grade.name.en)’ with a probability of \(grade.probability)"
                    : "‘\(grade.name.en)’ \(grade.probability)"
            }.joined(separator: ", ") + ".")
    }
    /// - Parameters:
    ///   - others: the units of the rank next to its own, of which some further ones are not named.
    ///   - isAlone: whether no other unit shares its own rank.
    static func besideNeighbours(
        _ others: [BilingualText], further: Int, isAhead: Bool, isAlone: Bool, _ probability: String, _ share: String,
        isToldApart: Bool
    ) -> BilingualText {
        let more = further > 0 ? say("等\(others.count + further)个单位", " and \(further) more") : say("", "")
        let names = say(
            joined(others).zh + more.zh,
            (further > 0 ? others.map(\.en).joined(separator: ", ") : joined(others).en) + more.en)
        let own = isAlone ? say("", "It") : say("与同名次单位一并", "It and those that share its rank")
        let it = isAlone ? say("其", "it") : say("其及同名次单位", "it and those that share its rank")
        let rank = verb(others.count + further, "ranks", "rank")
        let verdict =
            isToldApart
            ? say("，可以区分。", ": they are told apart.")
            : say("，不到\(share)，不可区分。", ", short of \(share): they are not told apart.")
        return isAhead
            ? say(
                "前一位\(names.zh)在\(probability)的重复计算中排在\(it.zh)之前\(verdict.zh)",
                "\(names.en), next ahead, \(rank) ahead of \(it.en) in \(probability) of replications\(verdict.en)")
            : say(
                "\(own.zh)在\(probability)的重复计算中排在后一位\(names.zh)之前\(verdict.zh)",
                "\(own.en) \(isAlone ? "ranks" : "rank") ahead of \(names.en), next behind, in \(probability) of "
                    + "replications\(verdict.en)")
    }
    static func notToldApart(from others: [BilingualText], further: Int, isFirst: Bool) -> BilingualText {
        let more = further > 0 ? say("等\(others.count + further)个单位", " and \(further) more") : say("", "")
        let names = further > 0 ? others.map(\.en).joined(separator: ", ") : joined(others).en
        return isFirst
            ? say(
                "与其后的\(joined(others).zh)\(more.zh)在数据误差之内不可区分（统计上并列）。",
                "Within these errors it is not told apart from \(names)\(more.en) behind it (a statistical tie).")
            : say(
                "与排在前面的\(joined(others).zh)在数据误差之内不可区分（统计上并列）。",
                "Within these errors it is not told apart from \(names) ahead of it (a statistical tie).")
    }
    static func unitOverMethods(
        published: Int, best: Int, worst: Int, middleBest: Int, middleWorst: Int, _ share: String
    ) -> BilingualText {
        guard best != worst else {
            // The methods that vary need not hold those as given.
            let isOther = published != best
            return say(
                "换用可辩护的方法，名次在所有重复计算中均为第\(best)名\(isOther ? "，而不是公布的名次" : "")。",
                "Over methods that could be defended it has rank \(best) in every replication"
                    + "\(isOther ? ", and never the one published" : "").")
        }
        let (whole, middle) = (ranks("\(best)", "\(worst)"), ranks("\(middleBest)", "\(middleWorst)"))
        return say(
            "方法变动范围：换用可辩护的方法，名次为\(whole.zh)\(middle == whole ? "" : "，中间不少于\(share)的重复计算中为\(middle.zh)")；这是范围，不是概率。",
            "Over methods that could be defended: \(whole.en)"
                + (middle == whole ? "" : ", and \(middle.en) in at least the middle \(share) of replications")
                + ". This is a range and no probability.")
    }
    static func swap(
        with other: BilingualText, isAhead: Bool, _ node: BilingualText, _ share: String, _ needed: String
    ) -> BilingualText {
        say(
            "与\(isAhead ? "前" : "后")一位\(other.zh)互换名次的最小权重变化：“\(node.zh)”在同级中的占比由\(share)变为\(needed)。",
            "The smallest change of one weight that swaps it with \(other.en) \(isAhead ? "ahead" : "behind"): ‘\(node.en)’ from "
                + "\(share) of its siblings to \(needed).")
    }
}
