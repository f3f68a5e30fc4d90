internal import AssessmentCore

/// The words of how firm a result is. Ranges over methods are never called intervals, and have no probability.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let robustness = say("稳健性", "Robustness")
    static let robustnessTitle = say("排名有多稳固", "How firm the ranking is")
    static let robustnessOfUnit = say("名次有多稳固", "How firm this place is")
    static let inShort = say("要点", "In short")
    static let seeRobustness = say("查看稳健性", "See how firm the ranking is")
    static let twoQuestions = say(
        "两个问题分开回答，不合并为一个数。数据误差：数字带有误差，如重新调查统计，得分和名次会怎样变动；答案是区间和概率。方法变动：换用同样可辩护的方法，名次会怎样变动；答案是范围，不是概率，因为没有人能说出某种方法“正确”的可能性有多大。",
        "Two questions are kept apart, and no number answers both. Errors of the data: how would scores and ranks move if the "
            + "figures were collected again? The answer is intervals and probabilities. Choice of methods: how would they move "
            + "under other methods that could be defended as well? The answer is a range and no probability, since nobody can "
            + "say how likely a method is to be the right one.")
    static let errorsAlone = say(
        "数据误差：数字带有误差，如重新调查统计，结果会怎样变动；答案是区间和概率。",
        "Errors of the data: how would the results move if the figures were collected again? The answer is intervals and "
            + "probabilities. ")
    static let announcedBeforehand = say(
        "考核的权重和计分规则事先公布，不存在不确定性，因此不考察方法变动。",
        "A review announces its weights and rules beforehand. They are not uncertain, so that no methods vary. ")
    static let methodsAlone = say(
        "方法变动：换用同样可辩护的方法，名次会怎样变动；答案是范围，不是概率，因为没有人能说出某种方法“正确”的可能性有多大。数据误差未作说明，不在其内。",
        "Choice of methods: how would ranks move under other methods that could be defended as well? The answer is a range and "
            + "no probability, since nobody can say how likely a method is to be the right one. Errors of the data are not "
            + "stated and not in it.")

    // What varied
    static let dataErrors = say("数据误差：区间与概率", "Errors of the data: intervals and probabilities")
    static let statedErrors = say("所列误差", "The stated errors")
    static let methodRanges = say("方法变动：范围，不是概率", "Choice of methods: ranges, not probabilities")
    static let variedMethods = say("变动的内容", "What varied")
    static let heldFixed = say("保持不变的部分", "What was held fixed")
    static let variedInput = say("来源", "Input")
    static let errorSize = say("误差", "Error")
    static let methodsTaken = say("取用的方法", "Taken")
    static func relativeError(_ share: String) -> BilingualText {
        say("标准误为数值的\(share)", "standard error of \(share) of the value")
    }
    static func standardError(_ number: String?, _ unit: BilingualText?) -> BilingualText {
        // Of what is counted in per cent, an error is not a share of it.
        let unit = unit.map { $0.en == "%" ? say("个百分点", " percentage points") : say($0.zh, " \($0.en)") }
        return number.map { say("标准误\($0)\(unit?.zh ?? "")", "standard error of \($0)\(unit?.en ?? "")") }
            ?? say("标准误分单位列明", "standard error by unit")
    }
    static func sampleError(_ number: String?) -> BilingualText {
        number.map { say("样本量\($0)的抽样误差", "sampling error of \($0) respondents") }
            ?? say("抽样误差，样本量分单位列明", "sampling error, with respondents by unit")
    }
    static func subject(_ subject: MethodVariation.Subject) -> BilingualText {
        switch subject {
        case .imputation: say("插补", "Imputation")
        case .treatment: say("异常值处理", "Outlier treatment")
        case .normalisation: say("无量纲化", "Normalisation")
        case .aggregation: say("合成", "Aggregation")
        }
    }
    static let weights = say("权重", "Weights")
    static let leftOutNode = say("去掉指标", "Indicators left out")
    static let asGiven = say("方案规定的方法", "the method of the specification")
    static let noMethod = say("不作处理", "none")
    static let noneOrOne = say("不去掉，或去掉其一：", "none, or one of ")
    static let or = say("、", " or ")
    static func weightsWithin(_ share: String) -> BilingualText {
        say("每一权重在规定值的±\(share)以内", "each within ±\(share) of its own")
    }
    static func weightsDirichlet(_ concentration: String) -> BilingualText {
        say("围绕规定值的狄利克雷分布（集中度\(concentration)）", "Dirichlet around their own, concentration \(concentration)")
    }
    static let weightsSimplex = say("任意一组权重", "any set of weights")
    static func replications(_ draws: Int, _ seed: UInt64) -> BilingualText {
        say("重复计算\(draws)次，随机种子\(seed)，可按此重现。", "\(draws) replications from the seed \(seed), which repeats them. ")
    }
    /// How exact the probabilities of so many replications are: at most 1.96 standard errors of a share of one half.
    static func exactness(_ draws: Int) -> BilingualText {
        // What lies as near to a bound may fall on its other side with another seed.
        let points = DecimalRounding.text(98 / Double(draws).squareRoot(), decimals: 1)
        return say(
            "概率由重复计算得出，其自身误差不超过\(points)个百分点（95%）；与界限相差不到此数的，换一个种子可能落在另一侧。",
            "Probabilities are shares of replications, and exact to \(points) percentage points (95%); what lies nearer to a bound "
                + "may fall on its other side with another seed. ")
    }
    static let sourceOfRobustness = say(
        "方法：OECD与欧盟联合研究中心《综合指数编制手册》（2008）第7步；Saisana、Saltelli、Tarantola（2005），《皇家统计学会会刊A》168卷，307—323页。",
        "Methods: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 7; Saisana, Saltelli and Tarantola "
            + "(2005), Journal of the Royal Statistical Society A 168, 307–323. ")
    static let sourceOfSampleErrors = say(
        "样本比例的误差：Cochran（1977）第3.2节。", "Errors of sampled shares: Cochran (1977), section 3.2. ")
    static let tiesNote = say(
        "并列组：组内每一单位与组首相比，落后的比例不到区间所要求的；组内其他单位之间、一组与下一组相邻单位之间，看前一列。",
        "Ties: each unit of a group lies behind the first of it in a smaller share of replications than the interval asks. Of the "
            + "others, and of the last of a group and the first of the next, the column before tells. ")
    static let oneInput = say(
        "只有一个来源变动，没有可划分的份额。", "One input alone varies, so that there is nothing to divide among inputs.")
    static let sobolNote = say(
        "方括号内为95%自助法区间。份额是估计值：在误差之内，单独的份额可能大于含交互的份额，也可能小于0或大于1。",
        "In brackets 95% bootstrap intervals. Shares are estimates: within their errors, one alone may come out above that with "
            + "others, below zero or above one. ")
    static let takenNote = say(
        "只取所列的方法和权重：其中没有规定的方法和权重的，重复计算不含公布时所用的组合。",
        "Only what is listed is taken: where the methods or weights of the specification are not among it, no replication is the one "
            + "that was published. ")

    // Tables and charts
    static func scoreInterval(_ share: String) -> BilingualText { say("得分\(share)区间", "Score, \(share) interval") }
    static func rankInterval(_ share: String) -> BilingualText { say("名次\(share)区间", "Rank, \(share) interval") }
    static let probabilityOfRank = say("该名次的概率", "P(this rank)")
    static let aheadOfNext = say("先于后一位的概率", "P(ahead of next)")
    static let notToldApart = say("统计上并列于", "Tied with")
    static let tiedBehind = say("组首", "first of a tie")
    static func gradesNeverOther(_ certain: Int, of all: Int) -> BilingualText {
        say(
            certain == all
                ? "\(all)个单位的等次在全部重复计算中都不变。" : "其余\(certain)个单位的等次在全部重复计算中都不变。",
            certain == all
                ? "The grade of each of the \(all) units is the same in every replication."
                : "The grade of the other \(certain) units is the same in every replication.")
    }
    static func probabilitiesOfGrades(_ group: String?) -> BilingualText {
        say("各等次的概率\(group.map { "：\($0)" } ?? "")", "Probability of each grade\(group.map { ": \($0)" } ?? "")")
    }
    static func probabilitiesOfRanks(_ unit: String) -> BilingualText {
        say("\(unit)各名次的概率", "Probability of each rank of \(unit)")
    }
    static let probability = say("概率", "Probability")
    static func intervalsOf(_ group: String?, _ period: Period) -> BilingualText {
        say(
            "\(period)年度\(group.map { "“\($0)”" } ?? "")：计入数据误差的得分与名次",
            "Scores and ranks with errors of the data, \(period)\(group.map { ", \($0)" } ?? "")")
    }
    static func rangesOf(_ group: String?, _ period: Period) -> BilingualText {
        say(
            "\(period)年度\(group.map { "“\($0)”" } ?? "")：各种方法下的名次",
            "Ranks over methods, \(period)\(group.map { ", \($0)" } ?? "")")
    }
    static let scoreRange = say("得分方法变动范围", "Score, range over methods")
    static let rankRange = say("名次方法变动范围", "Rank, range over methods")
    static func middleOfRanges(_ share: String) -> BilingualText { say("中间\(share)", "Middle \(share)") }
    static let medianRank = say("名次中位数", "Median rank")
    static func chartOfIntervals(_ group: String?, _ share: String, _ part: String) -> BilingualText {
        say(
            "名次及其\(share)区间（数据误差）\(group.map { "：\($0)" } ?? "")\(part)",
            "Ranks with their \(share) intervals from errors of the data\(group.map { ": \($0)" } ?? "")\(part)")
    }
    static func chartOfRanges(_ group: String?, _ part: String) -> BilingualText {
        say(
            "名次及其方法变动范围\(group.map { "：\($0)" } ?? "")\(part)",
            "Ranks with their range over methods\(group.map { ": \($0)" } ?? "")\(part)")
    }
    static func neighboursOf(_ unit: String, _ share: String) -> BilingualText {
        say(
            "\(unit)与名次相邻单位：得分及其\(share)区间（数据误差）",
            "\(unit) and its neighbours: scores with their \(share) intervals from errors of the data")
    }
    static func neighboursOverMethods(_ unit: String) -> BilingualText {
        say("\(unit)与名次相邻单位：名次及其方法变动范围", "\(unit) and its neighbours: ranks with their range over methods")
    }
    static func intervalInWords(_ share: String) -> BilingualText { say("\(share)区间", "\(share) interval") }
    static let rangeInWords = say("方法变动范围", "range over methods")
    static func part(_ first: Int, _ last: Int) -> BilingualText {
        say("（第\(first)至\(last)个单位）", " (units \(first) to \(last))")
    }
    static let scalesDiffer = say(
        "不同无量纲化方法的得分量纲不同，不可直接比较，故只列名次。",
        "Scores by different normalisations are on different scales, so that ranks alone "
            + "are shown. ")
    static func intervalNote(_ share: String) -> BilingualText {
        say(
            "\(share)区间：按所列数据误差重复计算，不少于\(share)的结果在此之间。误差也改变指标的最大最小值，得分不一定在区间正中。",
            "\(share) interval: of the replications with the stated errors of the data, at least \(share) lie within. Errors move the "
                + "least and the most of an indicator too, so that a score need not lie in the middle. ")
    }
    static let rangeNote = say(
        "方法变动范围：可辩护的各种方法下的最好与最差名次，不是概率。",
        "Range over methods: the best and the worst rank under methods that could be defended; no probability. ")

    // Sensitivity
    static let sensitivityTitle = say("名次变动来自哪里", "Where the spread comes from")
    static let sobolCaption = say(
        "各来源在名次平均变动的方差中所占份额（Sobol指数）", "Shares in the variance of the mean shift of ranks (Sobol indices)")
    static let alone = say("单独", "Alone")
    static let withOthers = say("含交互", "With others")
    static let leftOutCaption = say("去掉一个指标或领域后的名次变动", "What leaving out one indicator or pillar does to ranks")
    static let meanShiftHeading = say("平均名次变动", "Mean shift")
    static let farthestMove = say("最大变动", "Farthest move")
    static let swapsCaption = say("使相邻两单位互换名次的最小权重变化", "The smallest change of one weight that swaps two neighbours")
    static let ahead = say("在前", "Ahead")
    static let behind = say("在后", "Behind")
    static let weightOf = say("权重", "Weight of")
    static let shareNow = say("现占比", "Share now")
    static let shareNeeded = say("互换时占比", "Swaps at")
    static let reversalsCaption = say(
        "逆序检验：去掉一个单位后次序颠倒的单位对数", "Rank reversal: pairs that turn around when a unit is not assessed")
    static let withoutUnit = say("去掉", "Without")
    static let pairsTurned = say("颠倒的对数", "Pairs")
    static let firstTurned = say("如", "Such as")
    static func passes(_ behind: BilingualText, _ ahead: BilingualText) -> BilingualText {
        say("\(behind.zh)超过\(ahead.zh)", "\(behind.en) passes \(ahead.en)")
    }
    static func asFar(_ others: Int) -> BilingualText {
        say("，另有\(others)个单位变动同样大", ", and \(others) \(others == 1 ? "other" : "others") as far")
    }
    static let swapsNote = say(
        "其他各项保持相互比例。表中没有的相邻两单位，改变任何一个权重都不会互换。",
        "The other weights keep their proportions. No change of one weight swaps neighbours that are not listed. ")
    static let noReversal = say(
        "逆序检验：去掉任何一个单位，其余单位的先后次序不变。", "Rank reversal: without any one unit, the order of the others stays.")
    static let effectiveCaption = say("名义权重与实际权重", "Intended and effective weights")
    static let intendedWeight = say("名义占比", "Intended")
    static let effectiveWeight = say("实际占比", "Effective")
    static let effectiveNote = say(
        "实际占比：各子项得分与上级得分相关系数的平方在同级中所占份额。",
        "Effective: the share among siblings in the squared correlations with the score of the node above. ")
}
