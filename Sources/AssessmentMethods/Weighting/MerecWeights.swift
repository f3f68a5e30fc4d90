public import AssessmentCore

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// MEREC weights (method based on the removal effects of criteria).
///
/// With n_ij = min_j / x_ij where more is better and x_ij / max_j where fewer is: S_i = ln(1 + Σ_j |ln n_ij| / m), S_ij
/// the same without the term of child j (still over m), and w_j ∝ Σ_i |S_ij − S_i|. Complete rows only.
/// Source: M. Keshavarz-Ghorabaee and others (2021), Symmetry 13(4), 525.
public struct MerecWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "merec",
            name: BilingualText(zh: "MEREC法", en: "MEREC weights"),
            summary: BilingualText(
                zh: "去掉某一子项后总体得分变化越大，其权重越大；得分须大于零",
                en:
                    "The more the overall scores change when a child is removed, the larger its weight; scores must be above zero"
            ),
            source:
                "M. Keshavarz-Ghorabaee, M. Amiri, E. K. Zavadskas, Z. Turskis and J. Antucheviciene (2021), Symmetry 13(4), 525",
            formula:
                "S_i = ln(1 + Σ_j |ln n_ij| / m); S_ij the same without child j; w_j ∝ Σ_i |S_ij − S_i|")
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The removal effects, as shares.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, or a score of zero or less.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "merec", atLeast: 2)
        try scores.requirePositive()
        let parts = zip(scores.columns, scores.directions).map { column, direction in
            let (least, most) = (column.min() ?? .nan, column.max() ?? .nan)
            return column.map { abs(log(direction == .higherIsBetter ? least / $0 : $0 / most)) }
        }
        let size = Double(parts.count)
        let sums = (0..<scores.count).map { row in parts.reduce(0) { $0 + $1[row] } }
        return try scores.fitted(
            parts.map { part in
                zip(part, sums).reduce(0) { effect, pair in
                    effect + abs(log(1 + (pair.1 - pair.0) / size) - log(1 + pair.1 / size))
                }
            })
    }

    /// The case of the paper.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(
                    zh: "原论文算例", en: "The case of Keshavarz-Ghorabaee and others (2021), Symmetry 13(4), 525"),
                children: ["a", "b", "c", "d"],
                directions: [.higherIsBetter, .higherIsBetter, .lowerIsBetter, .lowerIsBetter],
                scores: [
                    [450, 8000, 54, 145],
                    [10, 9100, 2, 160],
                    [100, 8200, 31, 153],
                    [220, 9300, 1, 162],
                    [5, 8400, 23, 158],
                ],
                expected: [0.5752, 0.0141, 0.4016, 0.0091], decimals: 4)
        ]
    }
}
