extension Formula {
    /// The formula for Chinese readers, its words and usual inputs in Chinese: `合计(权重 × 得分) ÷ 合计(权重)`.
    ///
    /// It is for reading only, and is not read back.
    public var chineseText: String {
        text(words: { Formula.chinese[$0] ?? $0 }, naming: { Formula.chineseInputs[$0] ?? $0 })
    }

    /// The formula for readers of both languages; for reading only.
    ///
    /// - Parameter name: what an input is called; nothing where it has no name but its own, which the Chinese of
    ///   ``chineseText`` stands for.
    public func words(naming name: (String) -> BilingualText? = { _ in nil }) -> BilingualText {
        withoutActuallyEscaping(name) { name in
            BilingualText(
                zh: text(
                    words: { Formula.chinese[$0] ?? $0 },
                    naming: { name($0)?.zh ?? Formula.chineseInputs[$0] ?? $0 }),
                en: text(naming: { name($0)?.en ?? Formula.written($0) }))
        }
    }

    /// The formula of numbers for readers of both languages, with a number in the place of each input; for formulas of
    /// numbers, inputs and functions alone.
    func words(filling value: @escaping (String) -> Double, numbers number: @escaping (Double) -> String)
        -> BilingualText
    {
        BilingualText(
            zh: text(filling: value, numbers: number, words: { Formula.chinese[$0] ?? $0 }),
            en: text(filling: value, numbers: number))
    }

    private static let chineseInputs = [
        "value": "指标值", "score": "得分", "weight": "权重", "target": "目标值", "standard": "标准值", "floor": "下限值",
        "ceiling": "上限值", "cap": "封顶", "low": "最低分", "high": "最高分", "scale": "满分",
    ]

    private static let chinese = [
        " * ": " × ", " / ": " ÷ ", "sum of ": "合计", "minimum of ": "最小值", "maximum of ": "最大值", "count of ": "个数",
        "product of ": "乘积", "sum of units ": "所辖单位合计", "minimum of units ": "所辖单位最小值",
        "maximum of units ": "所辖单位最大值", "count of units ": "所辖单位个数", "product of units ": "所辖单位乘积",
        "minimum": "最小值", "maximum": "最大值", "mean": "平均数", "sum": "总和", "count": "个数", "median": "中位数",
        "standard_deviation": "标准差", "population_standard_deviation": "总体标准差", "rank": "名次",
        "average_rank": "平均名次", "min": "取小", "max": "取大", "abs": "绝对值", "sqrt": "平方根", "sign": "符号",
        "round": "四舍五入", "has_value": "有值", "if": "若", "coalesce": "首个有值者", "and": "且", "or": "或", "not": "非",
        "lag": "前期", "of_unit": "某单位",
    ]
}
