public import AssessmentCore
internal import AssessmentStatistics

/// CRITIC weights (criteria importance through intercriteria correlation): contrast times conflict.
///
/// On scores brought to 0 to 1 by min–max: w_j ∝ σ_j · Σ_k (1 − r_jk), σ the sample standard deviation (n − 1) and r
/// Pearson's correlation. Complete rows only. Scores of which fewer is better are mirrored first; the variant without
/// this is `turned: false`.
/// Source: D. Diakoulaki, G. Mavrotas and L. Papayannakis (1995), Computers & Operations Research 22(7), 763–770.
public struct CriticWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "critic",
            name: BilingualText(zh: "CRITIC法", en: "CRITIC weights"),
            summary: BilingualText(
                zh: "标准差越大、与其他子项相关越低，权重越大",
                en: "The more a child varies and the less it agrees with the others, the larger its weight"),
            source:
                "D. Diakoulaki, G. Mavrotas and L. Papayannakis (1995), Computers & Operations Research 22(7), 763–770",
            formula:
                "w_j ∝ s_j · Σ_k (1 − r_jk)",
            parameters: [
                Parameter(
                    "turned",
                    BilingualText(
                        zh: "逆向子项是否先转为正向", en: "Whether scores of which fewer is better are mirrored first"),
                    .flag, default: .flag(true))
            ])
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// Standard deviation times the sum of one less the correlations.
    ///
    /// - Throws: `MethodError` for fewer than three complete rows, or a child that does not vary.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "critic", atLeast: 3)
        let columns = try scores.minMax(turned: input.parameters.flag("turned") ?? true)
        guard columns.count > 1 else { return try scores.fitted([1]) }
        let correlations = try scores.correlations(of: columns)
        return try scores.fitted(
            columns.enumerated().map { place, column in
                // Rounding may take a correlation past 1.
                let conflict = correlations.row(place).reduce(0) { $0 + max(0, 1 - $1) }
                return (Moments.standardDeviation(column) ?? .nan) * conflict
            })
    }

    /// The case of a paper.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(
                    zh: "Tuş与Adalı 2019年论文算例", en: "The case of Tuş and Aytaç Adalı (2019), Opsearch 56(2), 528–538"),
                children: ["a", "b", "c", "d", "e", "f"],
                scores: [
                    [5000, 3, 3, 4, 3, 2],
                    [680, 5, 3, 2, 2, 1],
                    [2000, 3, 2, 3, 4, 3],
                    [600, 4, 3, 1, 2, 2],
                    [800, 2, 4, 3, 3, 4],
                ],
                expected: [0.157, 0.249, 0.168, 0.121, 0.154, 0.151], decimals: 3)
        ]
    }
}
