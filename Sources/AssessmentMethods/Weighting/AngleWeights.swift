public import AssessmentCore

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Angle weights: w_j ∝ arccos(Σ_i x_ij / (√n · |x_j|)), the angle between the scores and a vector of ones.
///
/// Complete rows only; directions play no part.
/// Source: D. Shuai, Z. Zongzhun, W. Yongji and L. Lei (2012), A new angular method to determine the objective weights.
public struct AngleWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "angle",
            name: BilingualText(zh: "夹角法", en: "Angle weights"),
            summary: BilingualText(
                zh: "得分向量与均等向量的夹角越大，权重越大；得分不得为负",
                en:
                    "The larger the angle between a child's scores and scores that are all alike, the larger its weight; scores must not be negative"
            ),
            source:
                "D. Shuai, Z. Zongzhun, W. Yongji and L. Lei (2012), A new angular method to determine the objective weights, ICIECS 2012",
            formula:
                "w ∝ arccos(Σ x / (√n · √Σ x²))")
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The angles, as shares.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, a negative score, or a child whose scores are zero.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "angle", atLeast: 2)
        try scores.requireNoNegative()
        return try scores.fitted(
            zip(scores.columns, scores.children).map { column, child in
                guard let most = column.max(), most > 0 else {
                    throw MethodError("angle: every score of ‘\(child)’ is zero; such a vector has no angle")
                }
                if column.allSatisfy({ $0 == most }) { return 0 }
                // Over the largest score, so that squares neither overflow nor vanish.
                let scaled = column.map { $0 / most }
                let length = scaled.reduce(0) { $0 + $1 * $1 }.squareRoot()
                return acos(min(1, scaled.reduce(0, +) / (Double(column.count).squareRoot() * length)))
            })
    }

    /// A case worked by hand.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "夹角45度与0度", en: "Angles of 45 degrees and of none"),
                children: ["a", "b"],
                scores: [[1, 2], [0, 2]],
                expected: [1, 0])
        ]
    }
}
