public import AssessmentCore
internal import AssessmentStatistics

/// Weights from principal components of the standardised scores.
///
/// With the unit vectors v_k of the correlation matrix and their eigenvalues λ_k, by rule:
/// - `first_loadings`: w_j ∝ v_j1, as COINr has it; refused where a child has the opposite sign of the others;
/// - `first_squared`: w_j = v_j1²;
/// - `communalities`: w_j ∝ Σ_k λ_k v_jk² over the components whose eigenvalue is above `least_eigenvalue`.
///
/// Complete rows only. Scores of which fewer is better enter with the opposite sign.
/// Source: OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 6; G. Nicoletti, S. Scarpetta and O.
/// Boylaud (2000), OECD Economics Department Working Paper 226; H. F. Kaiser (1960) on eigenvalues above one.
public struct PrincipalComponentWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "principal_components",
            name: BilingualText(zh: "主成分法", en: "Principal-component weights"),
            summary: BilingualText(
                zh: "由相关矩阵主成分的载荷求权",
                en: "Weights from the loadings of the children on principal components of their correlations"),
            source:
                "OECD/JRC (2008), Handbook on Constructing Composite Indicators, step 6; G. Nicoletti, S. Scarpetta and O. "
                + "Boylaud (2000), OECD Economics Department Working Paper 226; W. Becker and others (2022), COINr",
            formula:
                "w ∝ the loadings of the first component, their squares, or the communalities of those with an eigenvalue from the limit on",
            parameters: [
                Parameter(
                    "rule",
                    BilingualText(
                        zh: "第一主成分载荷、其平方，或多个主成分的共同度",
                        en: "Loadings on the first component, their squares, or communalities on several components"),
                    .text(oneOf: ["first_loadings", "first_squared", "communalities"]),
                    default: .text("first_loadings")),
                Parameter(
                    "least_eigenvalue",
                    BilingualText(
                        zh: "共同度所取主成分的特征值下限", en: "Communalities count components with an eigenvalue above this"),
                    .number(atLeast: 0), default: .number(1)),
            ])
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The weights of the rule.
    ///
    /// - Throws: `MethodError` for fewer than three complete rows, a child that does not vary, loadings of both signs
    ///   under `first_loadings`, or where no component is kept.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let id = "principal_components"
        let scores = try CompleteScores(input, for: id, atLeast: 3)
        let least = try WeightRule.number("least_eigenvalue", input.parameters, by: id)
        try scores.requireVariation()
        guard scores.columns.count > 1 else { return try scores.fitted([1]) }
        let components = try PrincipalComponents(Matrix(columnArrays: scores.turned))
        let kept = components.eigenvalues.filter { $0 > least }.count
        let share = DecimalRounding.text(100 * (components.explainedShares.first ?? 0), decimals: 1)
        var remarks = [
            BilingualText(
                zh: "第一主成分解释方差的\(share)%", en: "the first component explains \(share)% of the variance")
        ]
        let first = components.vectors.column(0)
        switch input.parameters.text("rule") {
        case "first_squared":
            return try scores.fitted(first.map { $0 * $0 }, remarks: remarks)
        case "communalities":
            guard kept > 0 else {
                throw MethodError(
                    "\(id): no component has an eigenvalue above \(Formula.text(of: least)); the largest is "
                        + "\(Formula.text(of: components.eigenvalues.first ?? .nan)); lower least_eigenvalue")
            }
            remarks.append(
                BilingualText(
                    zh: "取\(kept)个主成分，累计解释方差的"
                        + "\(DecimalRounding.text(100 * components.cumulativeShares[kept - 1], decimals: 1))%",
                    en: "\(kept) components are kept, which explain "
                        + "\(DecimalRounding.text(100 * components.cumulativeShares[kept - 1], decimals: 1))%"))
            return try scores.fitted(
                first.indices.map { row in
                    (0..<kept).reduce(0) { sum, component in
                        let entry = components.vectors[row, component]
                        return sum + components.eigenvalues[component] * entry * entry
                    }
                }, remarks: remarks)
        default:
            // The sign of a component is free: the one under which the loadings sum to more than zero is taken.
            let sign: Double = first.reduce(0, +) < 0 ? -1 : 1
            let loadings = first.map { sign * $0 }
            if let place = loadings.firstIndex(where: { $0 < 0 }) {
                throw MethodError(
                    "\(id): ‘\(scores.children[place])’ has the loading \(Formula.text(of: loadings[place])) on the first "
                        + "component, against the others; a weight is a number from 0 on; check its direction, leave it "
                        + "out, or choose rule: first_squared or communalities")
            }
            return try scores.fitted(loadings, remarks: remarks)
        }
    }

    /// Cases worked by hand: two children in full agreement, and a third that has no correlation with them.
    public var examples: [WeightingExample] {
        let scores: [[Double?]] = [[1, 2, 1], [2, 4, -1], [3, 6, -1], [4, 8, 1]]
        return [
            WeightingExample(
                BilingualText(zh: "两个完全相关的子项等权", en: "Two children in full agreement weigh the same"),
                children: ["a", "b"], scores: scores.map { Array($0.prefix(2)) }, expected: [0.5, 0.5]),
            WeightingExample(
                BilingualText(
                    zh: "特征值2、1、0：取不小于0.5者，共同度相同", en: "Eigenvalues 2, 1 and 0: two above 0.5, equal communalities"),
                children: ["a", "b", "c"], scores: scores,
                parameters: ["rule": .text("communalities"), "least_eigenvalue": .number(0.5)],
                expected: [1.0 / 3, 1.0 / 3, 1.0 / 3]),
        ]
    }
}
