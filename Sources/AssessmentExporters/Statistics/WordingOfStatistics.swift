internal import AssessmentCore

/// The words of the page of statistics.
extension Wording {
    private static func say(_ zh: String, _ en: String) -> BilingualText { BilingualText(zh: zh, en: en) }

    static let statistics = say("统计分析", "Statistics")
    static let noStatistics = say("本评价没有要求统计分析。", "No statistics were asked for in this assessment.")
    static let statisticsLead = say(
        "下列统计描述数据与得分，不影响评价结果。缺失值逐对略过。",
        "These statistics describe the data and the scores; they change no result. Missing numbers are passed over pair by "
            + "pair.")
    static let fullPrecision = say("全精度数值：", "In full precision: ")
    static let nothingFound = say("没有符合条件的项。", "Nothing to report.")
    static let remarks = say("值得注意", "To be noticed")

    /// The names of statistics by the ids of their columns.
    static let statistic: [String: BilingualText] = [
        "minimum": say("最小值", "Minimum"), "maximum": say("最大值", "Maximum"), "mean": say("均值", "Mean"),
        "median": say("中位数", "Median"), "quantile_05": say("5%分位数", "5% quantile"),
        "quantile_25": say("25%分位数", "25% quantile"), "quantile_75": say("75%分位数", "75% quantile"),
        "quantile_95": say("95%分位数", "95% quantile"),
        "interquartile_range": say("四分位距", "Interquartile range"),
        "standard_deviation": say("标准差", "Standard deviation"), "skewness": say("偏度", "Skewness"),
        "kurtosis": say("超额峰度", "Excess kurtosis"), "available": say("有值", "Available"),
        "non_zero": say("非零", "Not zero"), "unique": say("不同值", "Different"),
        "most_frequent": say("最多重复", "Most frequent"), "share_available": say("有值占比", "Share available"),
        "share_non_zero": say("非零占比", "Share not zero"), "share_unique": say("不同值占比", "Share different"),
        "share_most_frequent": say("最多重复占比", "Share of the most frequent"),
        "low_availability": say("数据偏少", "Little data"), "few_non_zero": say("多数为零", "Mostly zero"),
        "few_unique": say("区分度低", "Few different"), "outliers": say("可能有异常值", "Likely outliers"),
        "correlation": say("相关系数", "Correlation"), "p_value": say("p值", "P-value"), "units": say("单位数", "Units"),
        "items": say("项数", "Items"), "alpha": say("α系数", "Alpha"),
        "standardised_alpha": say("标准化α系数", "Standardised alpha"), "eigenvalue": say("特征值", "Eigenvalue"),
        "share": say("解释占比", "Share explained"), "cumulative_share": say("累计占比", "Cumulative share"),
        "weight": say("给定权重", "Weight given"), "share_in_parent": say("在上级中的权重", "Weight in the node above"),
        "effective_weight": say("在总分中的权重", "Weight in the total"),
        "correlation_with_parent": say("与上级的相关系数", "Correlation with the node above"),
        "main_effect_in_parent": say("对上级的主效应", "Main effect on the node above"),
        "main_effect_share": say("主效应占比", "Share of main effects"),
        "correlation_with_total": say("与总分的相关系数", "Correlation with the total"),
        "main_effect_in_total": say("对总分的主效应", "Main effect on the total"), "missing": say("缺失", "Missing"),
        "zero": say("零值", "Zero"), "missing_or_zero": say("缺失或零值", "Missing or zero"),
        "available_share": say("有值占比", "Share available"), "non_zero_share": say("非零占比", "Share not zero"),
        "score": say("得分", "Score"), "rank": say("名次", "Rank"), "ranked": say("参评数", "Ranked"),
    ]
}
