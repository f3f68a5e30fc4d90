public import AssessmentCore

/// Mazziotta–Pareto index: the mean of standardised scores with a penalty for uneven ones.
///
/// MPI = M ∓ S cv, with M the mean of the scores by weight, S their standard deviation and cv = S / M. The scores must
/// come standardised to mean 100 and standard deviation 10 over the units, the population's, which is for the evaluator
/// of the children to do. With equal weights this is the published index.
/// Source: Mazziotta, M. and Pareto, A. (2016), On a generalized non-compensatory composite index for measuring
/// socio-economic phenomena, Social Indicators Research 127, 983–1003.
public struct MazziottaParetoIndex: ClosedFormAggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "mpi",
            name: BilingualText(zh: "马齐奥塔－帕累托指数（MPI）", en: "Mazziotta–Pareto index"),
            summary: BilingualText(
                zh: "标准化（均值100、总体标准差10）得分的均值，减去或加上不均衡惩罚S²/M；均值不大于零则无分；\(Children.sharedRule.zh)",
                en:
                    "The mean of scores standardised to mean 100 and population standard deviation 10, less or plus a penalty for unevenness, S² / M; no score where the mean is not above zero; \(Children.sharedRule.en)"
            ),
            source: "Mazziotta and Pareto (2016), Social Indicators Research 127, 983–1003",
            parameters: MazziottaPareto.parameters)
    }

    /// M ∓ S² / M.
    public func formula(parameters: ParameterValues) -> Formula { MazziottaPareto.formula(parameters) }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        [
            AggregationExample(
                BilingualText(zh: "均值100、标准差10：100−10·0.1", en: "Mean 100 and standard deviation 10: 100 − 10 · 0.1"),
                scores: [90, 110], weights: [1, 1], expected: 99),
            AggregationExample(
                BilingualText(zh: "加上惩罚", en: "With the penalty added"),
                scores: [90, 110], weights: [1, 1], parameters: ["penalty": .text("add")], expected: 101),
            AggregationExample(
                BilingualText(zh: "样本标准差：100−200÷100", en: "With n − 1: 100 − 200 / 100"),
                scores: [90, 110], weights: [1, 1], parameters: ["standard_deviation": .text("sample")], expected: 98),
            AggregationExample(
                BilingualText(zh: "均衡则无惩罚", en: "Even scores have no penalty"),
                scores: [104, nil, 104], weights: [1, 2, 1], expected: 104),
            AggregationExample(
                BilingualText(zh: "均值不大于零则无分", en: "No score where the mean is not above zero"),
                scores: [-1, 1], weights: [1, 1], expected: nil),
        ]
    }
}
