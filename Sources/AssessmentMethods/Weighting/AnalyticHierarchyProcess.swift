public import AssessmentCore
internal import AssessmentStatistics

/// Weights of the analytic hierarchy process, from judgements on pairs of children.
///
/// a_ij says how many times as important child i is as child j. The weights are the principal eigenvector of the matrix
/// (or row geometric means, or means of the columns as shares), scaled to the sum 1. With its largest eigenvalue λ and n
/// children: consistency index CI = (λ − n) / (n − 1), consistency ratio CR = CI / RI, RI being that of random matrices.
/// Source: T. L. Saaty, The Analytic Hierarchy Process (1980); unknown judgements: P. T. Harker (1987), Mathematical
/// Modelling 9(11), 837–848; S. Bozóki, J. Fülöp and L. Rónyai (2010), Mathematical and Computer Modelling 52, 318–333.
public struct AnalyticHierarchyProcess: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "ahp",
            name: BilingualText(zh: "层次分析法", en: "Analytic hierarchy process"),
            summary: BilingualText(
                zh: "由子项两两比较的判断矩阵求权，并检验一致性",
                en: "Weights from judgements on pairs of children, with a test of their consistency"),
            source:
                "T. L. Saaty (1980), The Analytic Hierarchy Process; unknown judgements: S. Bozóki, J. Fülöp and L. "
                + "Rónyai (2010), Mathematical and Computer Modelling 52, 318–333; P. T. Harker (1987), Mathematical "
                + "Modelling 9(11), 837–848",
            formula:
                "A w = λmax w, Σ w = 1; CI = (λmax − n) / (n − 1); CR = CI / RI(n)",
            parameters: [
                Parameter(
                    "judgements",
                    BilingualText(
                        zh: "判断矩阵，行列按子项次序；可只给上三角，未知处写~",
                        en:
                            "How many times as important the child of the row is as that of the column, in the order of the children; one triangle is enough, with ~ elsewhere and where unknown"
                    ), .matrix),
                Parameter(
                    "method",
                    BilingualText(
                        zh: "求权方法：主特征向量、行几何平均、列归一平均",
                        en: "The principal eigenvector, row geometric means, or means of the columns as shares"),
                    .text(oneOf: ["eigenvector", "geometric_mean", "column_mean"]), default: .text("eigenvector")),
                Parameter(
                    "completion",
                    BilingualText(
                        zh: "未知判断的处理：使最大特征值最小、对数最小二乘、Harker法",
                        en:
                            "Unknown judgements: those of the least eigenvalue, those of logarithmic least squares, or Harker's method without them"
                    ),
                    .text(oneOf: PairwiseComparisons.Completion.allCases.map(\.rawValue)),
                    default: .text("least_eigenvalue")),
                Parameter(
                    "random_index", BilingualText(zh: "随机一致性指标表", en: "The table of random indices"),
                    .text(oneOf: RandomIndex.allCases.map(\.rawValue)), default: .text("saaty_1980")),
                Parameter(
                    "most_ratio", BilingualText(zh: "一致性比率上限", en: "The largest consistency ratio that passes"),
                    .number(atLeast: 0), default: .number(0.1)),
                Parameter(
                    "inconsistent",
                    BilingualText(
                        zh: "一致性比率超限时：refuse报错，warn警示",
                        en: "What happens above that ratio: refuse stops, warn goes on with a warning"),
                    .text(oneOf: ["refuse", "warn"]), default: .text("refuse")),
            ])
    }

    /// The weights with λ, CI and CR.
    ///
    /// - Throws: `MethodError` for a matrix that is not one of judgements, or too inconsistent.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        guard let rows = input.parameters.matrix("judgements") else {
            throw MethodError("ahp: there are no judgements; expected judgements: a row for each child")
        }
        let parameters = input.parameters
        let limit = try WeightRule.number("most_ratio", parameters, by: "ahp")
        let table = parameters.text("random_index").flatMap(RandomIndex.init) ?? .saaty1980
        let judged = try AnalyticHierarchyProcess.judge(
            rows, children: input.children,
            completion: parameters.text("completion").flatMap(PairwiseComparisons.Completion.init) ?? .leastEigenvalue,
            table: table, method: parameters.text("method") ?? "eigenvector")
        var fitted = try WeightRule.shares(judged.weights, of: input.children, by: "ahp")
        fitted.remarks = judged.remarks
        if judged.ratio > limit {
            let text = "consistency ratio \(DecimalRounding.text(judged.ratio, decimals: 4))"
            guard parameters.text("inconsistent") == "warn" else {
                throw MethodError(
                    "ahp: the judgements contradict each other: \(text); expected at most \(Formula.text(of: limit)); look "
                        + "at them again, or set inconsistent: warn")
            }
            fitted.warnings = [
                BilingualText(
                    zh: "判断不一致：一致性比率\(DecimalRounding.text(judged.ratio, decimals: 4))，超过\(Formula.text(of: limit))",
                    en: "the judgements contradict each other: \(text), above \(Formula.text(of: limit))")
            ]
        }
        return fitted
    }

    /// Weights with their consistency.
    struct Judged {
        /// The weights.
        let weights: [Double]
        /// The largest eigenvalue of the matrix.
        let eigenvalue: Double
        /// The consistency index.
        let index: Double
        /// The consistency ratio; zero for fewer than three children.
        let ratio: Double
        /// The same in words.
        let remarks: [BilingualText]
    }

    /// The weights of a matrix of judgements and their consistency.
    static func judge(
        _ rows: [[Double?]], children: [String], completion: PairwiseComparisons.Completion, table: RandomIndex,
        method: String
    ) throws -> Judged {
        let comparisons = try PairwiseComparisons(rows, of: children)
        let (size, unknown) = (comparisons.size, comparisons.unknownPairs)
        if completion == .harker, unknown > 0, method != "eigenvector" {
            throw MethodError(
                "ahp: Harker's completion leaves cells unknown, and \(method) needs them all; choose method: eigenvector "
                    + "or another completion")
        }
        let matrix = try comparisons.completed(completion)
        let principal = try PairwiseComparisons.principal(matrix)
        let weights: [Double] =
            switch method {
            case "geometric_mean": (0..<size).map { Moments.geometricMean(matrix.row($0)) ?? .nan }
            case "column_mean": columnMeans(matrix)
            default: principal.vector
            }
        let index = size > 1 ? (principal.value - Double(size)) / Double(size - 1) : 0
        var ratio = 0.0
        if size > 2 {
            guard let random = table.value(size: size) else {
                throw MethodError(
                    "ahp: the random index \(table.rawValue) goes up to \(table.largestSize) children; there are \(size); "
                        + "group them under several nodes" + (table == .doneganDodd ? "" : ", or choose donegan_dodd"))
            }
            ratio = index / random
        }
        let (lambda, CI, CR) = (
            DecimalRounding.text(principal.value, decimals: 6), DecimalRounding.text(index, decimals: 6),
            DecimalRounding.text(ratio, decimals: 6)
        )
        var remarks = [
            BilingualText(
                zh: "最大特征值λ=\(lambda)，一致性指标CI=\(CI)，一致性比率CR=\(CR)",
                en: "largest eigenvalue λ = \(lambda), consistency index CI = \(CI), consistency ratio CR = \(CR)")
        ]
        if unknown > 0 {
            remarks.append(
                BilingualText(
                    zh: "\(unknown)对判断未给出，已补全；随机指标按完整矩阵取，CR偏低",
                    en:
                        "\(unknown) pairs have no judgement and are completed; the random index is that of complete matrices, which makes CR small"
                ))
        }
        return Judged(weights: weights, eigenvalue: principal.value, index: index, ratio: ratio, remarks: remarks)
    }

    private static func columnMeans(_ matrix: Matrix) -> [Double] {
        let sums = (0..<matrix.columns).map { matrix.column($0).reduce(0, +) }
        return (0..<matrix.rows).map { row in
            zip(matrix.row(row), sums).reduce(0) { $0 + $1.0 / $1.1 } / Double(matrix.columns)
        }
    }

    /// The case of a publication, and cases worked by hand.
    public var examples: [WeightingExample] {
        let drinks: [[Double?]] = [
            [1, 9, 5, 2, 1, 1, 0.5],
            [nil, 1, 1.0 / 3, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9],
            [nil, nil, 1, 1.0 / 3, 0.25, 1.0 / 3, 1.0 / 9],
            [nil, nil, nil, 1, 0.5, 1, 1.0 / 3],
            [nil, nil, nil, nil, 1, 2, 0.5],
            [nil, nil, nil, nil, nil, 1, 1.0 / 3],
            [nil, nil, nil, nil, nil, nil, 1],
        ]
        return [
            WeightingExample(
                BilingualText(
                    zh: "Saaty 2008年饮料消费算例，CR为0.022",
                    en:
                        "Consumption of drinks: Saaty (2008), International Journal of Services Sciences 1(1), 83–98; CR 0.022"
                ),
                children: ["coffee", "wine", "tea", "beer", "soda", "milk", "water"],
                parameters: ["judgements": .matrix(drinks)],
                expected: [0.177, 0.019, 0.042, 0.116, 0.190, 0.129, 0.327], decimals: 3),
            WeightingExample(
                BilingualText(zh: "完全一致的判断", en: "Judgements in full agreement"), children: ["a", "b", "c"],
                parameters: ["judgements": .matrix([[1, 2, 4], [0.5, 1, 2], [0.25, 0.5, 1]])],
                expected: [4.0 / 7, 2.0 / 7, 1.0 / 7]),
            WeightingExample(
                BilingualText(zh: "四项只有三个判断", en: "Three judgements on four children"),
                children: ["a", "b", "c", "d"],
                parameters: [
                    "judgements": .matrix([
                        [1, 2, nil, nil], [nil, 1, 3, nil], [nil, nil, 1, 0.5], [nil, nil, nil, 1],
                    ])
                ],
                expected: [0.5, 0.25, 1.0 / 12, 1.0 / 6]),
        ]
    }
}
