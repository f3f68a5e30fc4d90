public import AssessmentCore
internal import AssessmentStatistics

/// Weights from rotated factors, as in the OECD Handbook.
///
/// Factors are principal components of the correlation matrix, rotated by varimax. Each child belongs to the factor on
/// which it loads most; its weight is its squared loading over the explained variance of the factor, times the factor's
/// share of the variance explained by all factors; weights are scaled to the sum 1. Complete rows only. Directions play
/// no part, since loadings are squared.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), steps 4 and 6, Tables 16 to 18; G. Nicoletti,
/// S. Scarpetta and O. Boylaud (2000), OECD Economics Department Working Paper 226.
public struct FactorAnalysisWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "factor_analysis",
            name: BilingualText(zh: "因子分析法", en: "Factor-analysis weights"),
            summary: BilingualText(
                zh: "按旋转后因子载荷的平方及因子解释的方差求权",
                en: "Squared loadings on rotated factors, times the variance that each factor explains"),
            source:
                "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6; G. Nicoletti, S. Scarpetta and O. "
                + "Boylaud (2000), OECD Economics Department Working Paper 226",
            formula:
                "w_j ∝ (l_j² / Σ l²) · Σ l² / Σ Σ l², l the rotated loadings, each child on the factor of its largest one",
            parameters: [
                Parameter(
                    "factors",
                    BilingualText(
                        zh: "因子数；0表示按特征值取", en: "The number of factors; 0 for those above the least eigenvalue"),
                    .number(atLeast: 0), default: .number(0)),
                Parameter(
                    "least_eigenvalue",
                    BilingualText(zh: "所取因子的特征值下限", en: "Factors are kept whose eigenvalue is above this"),
                    .number(atLeast: 0), default: .number(1)),
                Parameter(
                    "kaiser_normalisation",
                    BilingualText(
                        zh: "旋转时是否作Kaiser标准化", en: "Whether every child counts the same in the rotation"),
                    .flag, default: .flag(true)),
            ])
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The weights of the Handbook.
    ///
    /// - Throws: `MethodError` for fewer than three complete rows, a child that does not vary, or a number of factors
    ///   that cannot be kept.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let id = "factor_analysis"
        let scores = try CompleteScores(input, for: id, atLeast: 3)
        let factors = try WeightRule.number("factors", input.parameters, by: id)
        let least = try WeightRule.number("least_eigenvalue", input.parameters, by: id)
        guard factors == factors.rounded(), factors >= 0, factors <= Double(scores.children.count) else {
            throw MethodError(
                "\(id): factors is \(Formula.text(of: factors)); expected a whole number from 0 to the number of children, "
                    + "\(scores.children.count)")
        }
        guard factors == 0 || least == 1 else {
            throw MethodError(
                "\(id): both factors and least_eigenvalue say which factors are kept; expected one of them")
        }
        guard scores.children.count > 1 else { return try scores.fitted([1]) }
        let extraction: FactorExtraction
        do {
            extraction = try FactorExtraction(
                correlations: scores.correlations(of: scores.columns),
                retaining: factors > 0 ? .count(Int(factors)) : .eigenvaluesAbove(least),
                kaiserNormalisation: input.parameters.flag("kaiser_normalisation") ?? true)
        } catch let error as StatisticsError {
            throw MethodError("\(id): \(error); name factors, or lower least_eigenvalue")
        }
        guard let found = extraction.weights else {
            throw MethodError("\(id): no child loads on a factor; choose another weighting")
        }
        let total = Double(scores.children.count)
        var remarks = extraction.explainedVariances.enumerated().map { factor, variance in
            let members = zip(scores.children, found.factors).filter { $0.1 == factor }.map(\.0)
            let share = DecimalRounding.text(100 * variance / total, decimals: 1)
            return BilingualText(
                zh: "因子\(factor + 1)解释方差的\(share)%：\(members.joined(separator: "、"))",
                en: "factor \(factor + 1) explains \(share)% of the variance: \(members.joined(separator: ", "))")
        }
        let eigenvalues = extraction.eigenvalues.map { DecimalRounding.text($0, decimals: 3) }
        remarks.insert(
            BilingualText(
                zh: "特征值：\(eigenvalues.joined(separator: "、"))",
                en: "eigenvalues: \(eigenvalues.joined(separator: ", "))"), at: 0)
        return try scores.fitted(found.weights, remarks: remarks)
    }

    /// A case worked by hand: two children that agree in full and one apart load 1 on their factors, of variance 2 and 1.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "两个因子，方差2与1", en: "Two factors, of variance 2 and 1"),
                children: ["a", "b", "c"], scores: [[1, 2, 1], [2, 4, -1], [3, 6, -1], [4, 8, 1]],
                parameters: ["factors": .number(2)], expected: [1.0 / 3, 1.0 / 3, 1.0 / 3])
        ]
    }
}
