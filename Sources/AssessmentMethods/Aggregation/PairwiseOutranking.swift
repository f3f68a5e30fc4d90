internal import AssessmentCore

/// Comparisons of the units of a reference set in pairs, shared by the methods that rest on them.
///
/// Two units are compared on the children that both have a score of, with the weights of these children as shares of
/// their sum; so what comes out for two units rests on nothing but their own scores, and not on the order of rows.
/// Where the weights differ by unit, the mean of the two counts.
enum PairwiseOutranking {
    /// What the methods say of missing scores.
    static let rule = BilingualText(
        zh: "两单位只在都有得分的子项上比较，无共同子项的两单位不比较，与任何单位都不可比者无得分",
        en:
            "two units are compared on the children that both have, and not at all where they share none; a unit that cannot be compared with any has no score"
    )

    /// For every ordered pair of units the preference for the first, from 0 to 1; NaN where they share no child.
    ///
    /// - Parameter preference: how much a difference in the good direction counts, from 0 to 1.
    static func preferences(
        _ scores: [[Double]], _ weights: [[Double]], _ directions: [Double], preference: (Double) -> Double
    ) -> [[Double]] {
        var table = [[Double]](repeating: [Double](repeating: .nan, count: scores.count), count: scores.count)
        for first in scores.indices {
            for second in scores.indices where second != first {
                var (total, preferred) = (0.0, 0.0)
                for child in directions.indices {
                    let (left, right) = (scores[first][child], scores[second][child])
                    guard !left.isNaN, !right.isNaN else { continue }
                    let weight = (weights[first][child] + weights[second][child]) / 2
                    total += weight
                    preferred += weight * preference(difference(left, right) * directions[child])
                }
                if total > 0 { table[first][second] = preferred / total }
            }
        }
        return table
    }

    /// What a unit has over each of those that it is compared with: the preference for it less that for the other.
    static func advantages(_ table: [[Double]]) -> [[Double]] {
        table.indices.map { first in
            table.indices.map { table[first][$0] - table[$0][first] }.filter { !$0.isNaN }
        }
    }

    /// The mean of some numbers; NaN where there are none.
    static func mean(_ numbers: [Double]) -> Double {
        numbers.isEmpty ? .nan : numbers.reduce(0, +) / Double(numbers.count)
    }

    /// 1 for any advantage.
    static func usual(_ difference: Double) -> Double { difference > 0 ? 1 : 0 }

    /// A difference; none where the scores differ in the last bits only, which would make a win of a tie.
    private static func difference(_ left: Double, _ right: Double) -> Double {
        abs(left - right) <= 1e-12 * max(abs(left), abs(right)) ? 0 : left - right
    }
}
