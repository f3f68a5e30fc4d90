internal import AssessmentCore

/// What the comparisons say, in both languages.
enum ComparisonWords {
    static let inputs = BilingualText(zh: "输入文件", en: "Inputs")
    static let programs = BilingualText(zh: "程序与插件", en: "Programs")
    static let units = BilingualText(zh: "参评单位", en: "Units")
    static let framework = BilingualText(zh: "指标框架", en: "Framework")
    static let methods = BilingualText(zh: "方法与参数", en: "Methods and parameters")
    static let totals = BilingualText(zh: "总分、名次和等次", en: "Totals, ranks and grades")
    static let cells = BilingualText(zh: "单元格及原因", en: "Cells and their causes")
    static let added = BilingualText(zh: "新增", en: "added")
    static let removed = BilingualText(zh: "删除", en: "removed")
    static let changed = BilingualText(zh: "改变", en: "changed")
    static let robustness = BilingualText(zh: "排名有多稳固", en: "How firm the ranking is")
    static let sameScores = BilingualText(
        zh: "两次得分、名次和等次完全相同；稳固程度不同。",
        en: "Scores, ranks and grades are the same; how firm they are is not.")
    static let same = BilingualText(zh: "两次结果完全相同", en: "The results are the same.")
    static let unit = BilingualText(zh: "单位", en: "unit")
    static let period = BilingualText(zh: "时期", en: "period")
    static let total = BilingualText(zh: "总分", en: "total")
    static let change = BilingualText(zh: "变化", en: "change")
    static let rank = BilingualText(zh: "名次", en: "rank")
    static let grade = BilingualText(zh: "等次", en: "grade")
    static let none = BilingualText(zh: "无", en: "none")
    static let otherUnits = BilingualText(zh: "其他单位或时期的数据", en: "the figures of other units or periods")
    static let specification = BilingualText(
        zh: "方案中台账未载的内容（如指标参数）",
        en: "the specification, in what the ledger does not hold, such as parameters of an indicator")
    static let program = BilingualText(zh: "程序或插件版本", en: "another version of the workbench or a plug-in")
    static let existence = BilingualText(zh: "只有一次结果有此项", en: "only one of the runs has it")
    static let unexplained = BilingualText(zh: "两份结果都不能说明", en: "nothing in the two results explains it")

    /// The word for a step.
    static func step(_ word: String) -> BilingualText {
        let zh: [String: String] = [
            "measure": "测量", "screen": "筛选", "impute": "插补", "treat": "处理", "evaluate": "评分", "formula": "公式",
            "missing": "缺失处理", "aggregate": "合成", "bonus": "加分", "round": "取整", "light": "亮灯", "rank": "排名",
            "grade": "定等",
        ]
        return BilingualText(zh: zh[word] ?? word, en: word)
    }
}

/// Numbers as the comparisons print them.
enum ComparisonNumbers {
    /// A number to at most so many decimals, without zeros at the end.
    static func text(_ number: Double, decimals: Int = 6) -> String {
        trimmed(DecimalRounding.text(number, decimals: decimals))
    }

    /// Two numbers that differ, so that the texts differ too.
    static func texts(_ first: Double, _ second: Double) -> (String, String) {
        let texts = (text(first), text(second))
        return texts.0 == texts.1 && first != second ? (Formula.text(of: first), Formula.text(of: second)) : texts
    }

    /// A change with its sign.
    static func signed(_ change: Double, decimals: Int = 6) -> String {
        let text = text(change, decimals: decimals)
        return change > 0 && text != "0" ? "+" + text : text
    }

    /// A change with its sign and exactly so many decimals.
    static func fixed(_ change: Double, decimals: Int) -> String {
        let text = DecimalRounding.text(change, decimals: decimals)
        return DecimalRounding.round(change, decimals: decimals) > 0 ? "+" + text : text
    }

    private static func trimmed(_ number: String) -> String {
        guard number.contains(".") else { return number }
        var text = number
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }
}
