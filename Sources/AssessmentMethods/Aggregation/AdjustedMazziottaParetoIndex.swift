public import AssessmentCore

/// Adjusted Mazziotta–Pareto index: the mean of scores between goalposts, with a penalty for uneven ones.
///
/// AMPI = M ∓ S cv, with M the mean of the scores by weight, S their population standard deviation and cv = S / M. The
/// scores must come set between goalposts from 70 to 130, which is for the evaluator of the children to do; the same
/// goalposts in every period make periods comparable. With equal weights this is the published index.
/// Source: Mazziotta, M. and Pareto, A. (2018), Measuring well-being over time: the adjusted Mazziotta–Pareto index
/// versus other non-compensatory indices, Social Indicators Research 136, 967–976.
public struct AdjustedMazziottaParetoIndex: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "adjusted_mpi",
            name: BilingualText(zh: "调整的马齐奥塔－帕累托指数（AMPI）", en: "Adjusted Mazziotta–Pareto index"),
            summary: BilingualText(
                zh: "按目标区间化为70至130的得分的均值，减去或加上不均衡惩罚S²/M，可跨时期比较；均值不大于零则无分；\(Children.sharedRule.zh)",
                en:
                    "The mean of scores set between goalposts from 70 to 130, less or plus a penalty for unevenness, S² / M, so that periods can be compared; no score where the mean is not above zero; \(Children.sharedRule.en)"
            ),
            source: "Mazziotta and Pareto (2018), Social Indicators Research 136, 967–976",
            parameters: MazziottaPareto.parameters)
    }

    /// M ∓ S² / M.
    public func formula(parameters: ParameterValues) -> Formula { MazziottaPareto.formula(parameters) }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "均值100、标准差30：100−30·0.3", en: "Mean 100 and standard deviation 30: 100 − 30 · 0.3"),
                scores: [70, 130], weights: [1, 1], expected: 91),
            AggregationExample(
                BilingualText(zh: "加上惩罚", en: "With the penalty added"),
                scores: [70, 130], weights: [1, 1], parameters: ["penalty": .text("add")], expected: 109),
            AggregationExample(
                BilingualText(zh: "权重3比1：85−675÷85", en: "Weights 3 and 1: 85 − 675 / 85"),
                scores: [70, 130], weights: [3, 1], expected: 85 - 675.0 / 85),
        ]
    }
}
