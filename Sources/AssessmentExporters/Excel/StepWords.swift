internal import AssessmentCore

/// The names of steps, as readers of a workbook see them.
enum StepWords {
    static func name(_ step: Step.Kind) -> BilingualText {
        switch step {
        case .target: BilingualText(zh: "目标", en: "Target")
        case .measure: BilingualText(zh: "指标值", en: "Value")
        case .screen: BilingualText(zh: "筛除缺失过多者", en: "Screened")
        case .impute: BilingualText(zh: "插补", en: "Imputed")
        case .treat: BilingualText(zh: "处理", en: "Treated")
        case .evaluate: BilingualText(zh: "得分", en: "Scored")
        case .formula: BilingualText(zh: "按公式计算", en: "Computed")
        case .missing: BilingualText(zh: "缺失处理", en: "Missing resolved")
        case .aggregate: BilingualText(zh: "汇总", en: "Aggregated")
        case .bonus: BilingualText(zh: "加分", en: "Bonus added")
        case .adjust: BilingualText(zh: "调整", en: "Adjusted")
        case .round: BilingualText(zh: "取整", en: "Rounded")
        case .light: BilingualText(zh: "亮灯", en: "Light")
        case .rank: BilingualText(zh: "名次", en: "Rank")
        case .grade: BilingualText(zh: "等次", en: "Grade")
        case .veto: BilingualText(zh: "一票否决", en: "Veto")
        case .quota: BilingualText(zh: "名额限制", en: "Places kept")
        }
    }
}
