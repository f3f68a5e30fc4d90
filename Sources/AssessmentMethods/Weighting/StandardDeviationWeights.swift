public import AssessmentCore
internal import AssessmentStatistics

/// Standard-deviation weights: w_j ∝ σ_j, the sample standard deviation (n − 1) of the scores.
///
/// On scores brought to 0 to 1 by min–max, or as they are. Complete rows only.
/// Source: D. Diakoulaki, G. Mavrotas and L. Papayannakis (1995), Computers & Operations Research 22(7), 763–770.
public struct StandardDeviationWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "standard_deviation",
            name: BilingualText(zh: "标准差法", en: "Standard-deviation weights"),
            summary: BilingualText(
                zh: "得分的标准差越大，权重越大",
                en: "The larger the standard deviation of a child's scores, the larger its weight"),
            source:
                "D. Diakoulaki, G. Mavrotas and L. Papayannakis (1995), Computers & Operations Research 22(7), 763–770; A. Jahan and K. L. Edwards (2013), Materials & Design 49, 1000–1008",
            formula:
                "w ∝ s",
            parameters: [CompleteScores.normalisation(default: "min_max")])
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The standard deviations, as shares.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, or a child that min–max cannot be taken of.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "standard_deviation", atLeast: 2)
        return try scores.fitted(
            try scores.normalised(input.parameters).map { Moments.standardDeviation($0) ?? .nan })
    }

    /// The case of a paper, and one worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(
                    zh: "Jahan与Edwards 2013年论文算例",
                    en: "The case of Jahan and Edwards (2013), Materials & Design 49, 1000–1008"),
                children: ["a", "b", "c"],
                scores: [
                    [0, 0, 0],
                    [0.39, 0.3, 0.77],
                    [0.17, 0.36, 0.8],
                    [0.35, 0.29, 0.93],
                    [0.3, 0.4, 0.94],
                    [0.84, 0.71, 1],
                    [1, 1, 0.99],
                ],
                expected: [0.35, 0.31, 0.34], decimals: 2),
            WeightingExample(
                BilingualText(zh: "不作标准化：标准差1与3", en: "As they are: standard deviations of 1 and 3"),
                children: ["a", "b"],
                scores: [[1, 10], [2, 13], [3, 16]],
                parameters: ["normalisation": .text("none")],
                expected: [0.25, 0.75]),
        ]
    }
}
