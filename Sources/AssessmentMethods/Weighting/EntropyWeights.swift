public import AssessmentCore

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Entropy weights: how far the shares of the rows in a child's scores are from being alike.
///
/// With p_ij = x_ij / Σ_i x_ij and e_j = −Σ_i p_ij ln p_ij / ln n (0 ln 0 being 0): w_j = (1 − e_j) / Σ (1 − e_k).
/// Complete rows only. Directions play no part unless the scores are normalised first.
/// Source: C. E. Shannon (1948); C.-L. Hwang and K. Yoon, Multiple Attribute Decision Making (1981), 3.1.4.
public struct EntropyWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "entropy",
            name: BilingualText(zh: "熵权法", en: "Entropy weights"),
            summary: BilingualText(
                zh: "得分在各行间差异越大，信息熵越小，权重越大；得分不得为负",
                en:
                    "The more unevenly a child's scores are spread over the rows, the smaller their entropy and the larger its weight; scores must not be negative"
            ),
            source:
                "C. E. Shannon (1948), Bell System Technical Journal 27; C.-L. Hwang and K. Yoon (1981), Multiple Attribute Decision Making, 3.1.4",
            formula:
                "p = x / Σ x; e = −Σ p ln p / ln n; w ∝ 1 − e",
            parameters: [CompleteScores.normalisation(default: "none")])
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// One less the entropy of each child, as shares.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, a negative score, or a child whose scores sum to zero.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "entropy", atLeast: 2)
        let columns = try scores.normalised(input.parameters)
        if input.parameters.text("normalisation") != "min_max" { try scores.requireNoNegative() }
        return try scores.fitted(
            zip(columns, scores.children).map { column, child in
                guard let divergence = EntropyWeights.divergence(column) else {
                    throw MethodError("entropy: every score of ‘\(child)’ is zero, and shares of zero are undefined")
                }
                return divergence
            })
    }

    /// One less the relative entropy of numbers from zero on; nothing where all are zero.
    static func divergence(_ values: [Double]) -> Double? {
        let sum = values.reduce(0, +)
        guard sum > 0, sum.isFinite, values.count > 1 else { return nil }
        // Rounding must not give a child that says nothing a weight.
        if values.allSatisfy({ $0 == values.first }) { return 0 }
        var entropy = 0.0
        for value in values where value > 0 { entropy -= value / sum * log(value / sum) }
        return max(0, 1 - entropy / log(Double(values.count)))
    }

    /// The case of a paper, and one worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(
                    zh: "Elsayed等2017年论文算例",
                    en: "The case of Elsayed, Dawood and Karthikeyan (2017), IJETT 46(2), 60–66"),
                children: ["a", "b", "c", "d", "e"],
                scores: [
                    [7, 312, 1891, 6613, 163],
                    [72, 88, 728, 941804, 1078],
                    [10, 252, 2594, 3466, 117471],
                    [10, 145, 980, 2371, 86329],
                    [65, 54, 350, 501, 29897],
                    [29, 48, 380, 912, 34051],
                    [7, 476, 3300, 78470, 2212],
                    [70, 87, 650, 733, 819000],
                    [4, 86, 591, 3015, 103],
                    [12, 79, 579, 3240, 96098],
                    [21, 45, 261, 1253, 453],
                    [1, 72, 530, 4333, 0.1048],
                ],
                expected: [0.104991, 0.069124, 0.071373, 0.449937, 0.304575], decimals: 6),
            WeightingExample(
                BilingualText(zh: "无差异者不得权重", en: "A child that does not vary gets no weight"),
                children: ["a", "b"],
                scores: [[5, 1], [5, 3]],
                expected: [0, 1]),
        ]
    }
}
