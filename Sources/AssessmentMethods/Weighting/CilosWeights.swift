public import AssessmentCore
internal import AssessmentStatistics

/// CILOS weights (criterion impact loss).
///
/// Scores of which fewer is better become min_j / x_ij; each child is divided by its sum. In the row where child i is at
/// its best (the first such), child j loses P_ij = (a_jj − a_ij) / a_jj of its own best. With F = P less its column sums
/// on the diagonal, the weights solve F w = 0, Σ w = 1. Complete rows only.
/// Source: E. K. Zavadskas and V. Podvezko (2016), International Journal of Information Technology & Decision Making
/// 15(2), 267–283.
public struct CilosWeights: Weighting {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "cilos",
            name: BilingualText(zh: "CILOS法", en: "CILOS weights"),
            summary: BilingualText(
                zh: "取某一子项最优时其他子项损失越小，权重越大；得分须大于零",
                en:
                    "The less the other children lose where one is at its best, the larger its weight; scores must be above zero"
            ),
            source:
                "B. G. Mirkin (1974), Group Choice; E. K. Zavadskas and V. Podvezko (2016), International Journal of Information Technology & Decision Making 15(2), 267–283",
            formula:
                "F q = 0, Σ q = 1, F = P − diag(Σ P), p_ij = (a_jj − a_ij) / a_jj; w = q")
    }

    /// It is fitted on scores.
    public var readsScores: Bool { true }

    /// The solution of the system of losses.
    ///
    /// - Throws: `MethodError` for fewer than two complete rows, a score of zero or less, or where no unique solution
    ///   exists, as where one row is the best in everything.
    public func weights(_ input: WeightingInput) throws -> FittedWeights {
        let scores = try CompleteScores(input, for: "cilos", atLeast: 2)
        return try scores.fitted(CilosWeights.losses(scores))
    }

    /// The weights, summing to one.
    static func losses(_ scores: CompleteScores) throws -> [Double] {
        try scores.requirePositive()
        let columns = zip(scores.columns, scores.directions).map { column, direction in
            let least = column.min() ?? .nan
            let turned = direction == .higherIsBetter ? column : column.map { least / $0 }
            let sum = turned.reduce(0, +)
            return turned.map { $0 / sum }
        }
        let size = columns.count
        guard size > 1 else { return [1] }
        let best = columns.map { column in column.firstIndex(of: column.max() ?? .nan) ?? 0 }
        var system = Matrix(repeating: 0, rows: size, columns: size)
        for (row, place) in best.enumerated() {
            for column in 0..<size {
                let own = columns[column][best[column]]
                system[row, column] = (own - columns[column][place]) / own
            }
        }
        for column in 0..<size { system[column, column] -= system.column(column).reduce(0, +) }
        // The columns sum to zero, so that any equation follows from the others; the last gives way to Σ w = 1.
        for column in 0..<size { system[size - 1, column] = 1 }
        do {
            return try system.solve([Double](repeating: 0, count: size - 1) + [1]).map { weight in
                // Rounding may leave a zero slightly below.
                weight < 0 && weight > -1e-12 ? 0 : weight
            }
        } catch {
            throw MethodError(
                "\(scores.method): the losses do not determine the weights, since one row is the best in several "
                    + "children at once; choose another weighting, such as entropy or critic")
        }
    }

    /// A case worked by hand: losses of a half and a quarter.
    public var examples: [WeightingExample] {
        [
            WeightingExample(
                BilingualText(zh: "损失1/2与1/4", en: "Losses of a half and a quarter"),
                children: ["a", "b"],
                scores: [[4, 3], [2, 4]],
                expected: [1.0 / 3, 2.0 / 3])
        ]
    }
}
