internal import AssessmentCore

/// The words of the pages beyond ranking, scorecards and policy.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    // Start page
    static let distribution = say("总分分布", "Distribution of totals")
    static func distributionCaption(_ units: Int) -> BilingualText {
        say("\(units)个有总分的单位按分数段的数目", "Number of the \(units) units with a total, by band")
    }
    static func band(_ low: String, _ high: String) -> BilingualText {
        say("\(low)至\(high)以下", "\(low) to below \(high)")
    }
    static func unitCount(_ count: Int) -> BilingualText {
        say("\(count)个单位", "\(count) \(count == 1 ? "unit" : "units")")
    }
    static func changesSince(_ period: Period) -> BilingualText { say("较\(period)年的变化", "Changes since \(period)") }
    static let rises = say("总分上升最多", "Largest rises of the total")
    static let falls = say("总分下降最多", "Largest falls of the total")
    static let completenessTitle = say("数据完整程度", "Data completeness")
    static func completeness(_ all: Int, _ measured: Int, _ imputed: Int, _ absent: Int) -> BilingualText {
        let share = all == 0 ? "0%" : DecimalRounding.percentage(of: Double(measured) / Double(all))
        return say(
            "应有\(all)个指标值：实测\(measured)个（\(share)），补入\(imputed)个，缺失或无法计算\(absent)个；不适用的不计在内。",
            "Of \(all) values due, \(measured) are measured (\(share)), \(imputed) imputed and \(absent) missing or not "
                + "computable; what does not apply is not counted.")
    }
    static let seeQuality = say("查看数据质量", "See data quality")

    // Comparison and search
    static let comparison = say("比较", "Compare")
    static let comparisonTitle = say("单位比较与全部得分", "Compare units: every score")
    static let comparisonLead = say(
        "下表列出各单位的总分、名次和全部领域、指标得分。", "Total, rank and the scores of every pillar and indicator, by unit.")
    static func allScores(_ period: Period) -> BilingualText { say("\(period)年度全部得分", "Every score, \(period)") }
    static let notMeasuredNote = say(
        "带标记的指标没有实测值，其得分（如有）由规则给出：", "Marked: no measured value; a score, if any, is given by a rule: ")
    static let search = say("查找", "Search")
    static let searchTitle = say("查找单位、指标与政策条目", "Find units, indicators and statements")
    static let pillarsTitle = say("领域", "Pillars")
    static let compareUnit = say("与其他单位比较", "Compare with other units")

    // Pillars, indicators and methods
    static let rankingOfUnits = say("各单位排名", "Ranking of the units")
    static func nodeByUnit(_ node: String, _ group: String?, _ period: Period) -> BilingualText {
        say("\(period)年度\(group.map { "“\($0)”" } ?? "")\(node)", "\(node), \(period)\(group.map { ", \($0)" } ?? "")")
    }
    static let valuesByPeriod = say("历年指标值", "Values by period")
    static let scoresByPeriod = say("历年得分", "Scores by period")
    static let definition = say("定义", "Definition")
    static let unitOfMeasure = say("计量单位", "Unit of measure")
    static let directionOfValues = say("方向", "Direction")
    static func direction(_ direction: Direction) -> BilingualText {
        direction == .lowerIsBetter ? say("越低越好", "lower is better") : say("越高越好", "higher is better")
    }
    static let unitsMeasured = say("有实测值的单位", "Units measured")
    static func reportedBy(_ name: String) -> BilingualText { say("\(name)提供", "reported by \(name)") }
    static let register = say("名录", "Register")
    static let clausesOfPolicy = say("对应的政策条目", "Clauses of the policy")
    static let parts = say("构成", "What it consists of")
    static let method = say("方法", "Method")
    static let formula = say("公式", "Formula")
    static let parameters = say("参数", "Parameters")
    static let methodsTitle = say("方法与权重", "Methods and weights")
    static let methodsLead = say(
        "指标体系中每一项的权重与计分方法，以及各方法的公式、参数与出处。",
        "What every part of the framework counts and how it is scored, with the formula, parameters and source of each "
            + "method.")
    static let methodsInUse = say("所用方法", "Methods in use")
    static let weightsCaption = say("各项权重与方法", "Weights and methods of every part")
    static let missingRules = say("缺失得分的处理规则", "What happens to missing scores")
    static func missingRuleOf(_ names: BilingualText) -> BilingualText {
        say("缺失得分的处理规则：\(names.zh)", "What happens to missing scores: \(names.en)")
    }
    static let missingRulesLead = say(
        "得分缺失时按原因处理；未列明的原因按最后一行处理。",
        "A missing score is dealt with by its reason; a reason that is not named follows the last line.")
    static let everyReason = say("任何原因", "Any reason")
    static let everyOtherReason = say("其他原因", "Any other reason")
    static func action(_ action: MissingRule.Action) -> BilingualText {
        switch action {
        case .fail: say("停止计算并列出", "the run stops and lists it")
        case .renormalise:
            say("该单位的此项权重按比例分给同级其他项", "its weight goes to the other parts beside it, for this unit")
        case .zero: say("记零分", "it scores zero")
        case .groupMedian: say("取同组当期的中位数", "it scores the median of the peer group in the period")
        case .noScore: say("上一级也不计分", "the part above gets no score either")
        case .leaveFramework:
            say("当期对所有单位均不计入", "it leaves the framework for every unit of the level in the period")
        }
    }
    static func methodKind(_ kind: MethodList.Kind) -> BilingualText {
        switch kind {
        case .imputation: say("补入", "Imputation")
        case .treatment: say("数值处理", "Treatment")
        case .evaluator: say("计分", "Scoring")
        case .weighting: say("赋权", "Weighting")
        case .aggregation: say("汇总", "Aggregation")
        }
    }
    static let gradesTitle = say("等次", "Grades")
    static func gradeFrom(_ name: String, _ least: String) -> BilingualText {
        say("\(name)：\(least)分及以上", "\(name): from \(least)")
    }

    // Data quality
    static let quality = say("数据质量", "Data quality")
    static let imputedNote = say(
        "本页的“补入”指没有实测、按规定方法估算填入的指标值。规则直接给出的得分（如未报送计零分）不计在内；在分数表和开放数据中，凡依据补入值或这类规则得出的得分，连同其上级得分，都标为“补入”。",
        "Imputed on this page: a value that was not measured and was put in by a stated method. A score that a rule gives "
            + "outright, such as zero for what was not reported, is not counted here; in the tables of scores and the open "
            + "data every score that rests on such a value or rule, and each score above it, is marked imputed.")
    static let statesByIndicator = say("各指标的数据状况", "Data by indicator")
    static let statesByUnit = say("各单位的数据状况", "Data by unit")
    static let statesCaption = say("按数据状况统计的指标值个数", "Number of values by state")
    static let gaps = say("没有实测值的指标", "Values that are not measured")
    static let gapsCaption = say("逐项列出及原因", "Each with its reason")
    static let inputs = say("读取的文件", "Files that were read")
    static let inputsCaption = say("文件及其摘要", "Files and their digests")
    static let fileName = say("文件", "File")

    // Downloads
    static let downloads = say("下载", "Downloads")
    static let downloadsLead = say(
        "与本网页同一次运行生成的其他格式，内容出自同一结果。", "What the same run wrote beside these pages, from the same results.")
    static let noDownloads = say("本次没有生成其他格式的文件。", "This run wrote no other format.")
}
