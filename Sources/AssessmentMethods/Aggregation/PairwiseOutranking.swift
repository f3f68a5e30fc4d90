internal import AssessmentCore
internal import CAssessmentKernels

/// Comparisons of the units of a reference set in pairs, shared by the methods that rest on them.
///
/// Two units are compared on the children that both have a score of, with the weights of these children as shares of
/// their sum; so what comes out for two units rests on nothing but their own scores, and not on the order of rows.
/// Where the weights differ by unit, the mean of the two counts.
///
/// The pairs are gone through in memory that grows with the units, not with their pairs.
struct PairwiseOutranking {
    /// What the methods say of missing scores.
    static let rule = BilingualText(
        zh: "两单位只在都有得分的子项上比较，无共同子项的两单位不比较，与任何单位都不可比者无得分",
        en:
            "two units are compared on the children that both have, and not at all where they share none; a unit that cannot be compared with any has no score"
    )

    /// What the units have over all those that each is compared with.
    struct Standing {
        /// The sum over the others of the preference for the unit less that for the other.
        var sum = 0.0
        /// The number of others that it has more preference over than they over it, less the number of those that have
        /// more over it.
        var wins = 0
        /// The number of others that it is compared with.
        var compared = 0

        /// The mean over those that it is compared with; NaN where there are none.
        var mean: Double { compared == 0 ? .nan : sum / Double(compared) }
    }

    /// What counts as the same: a share of weight as even, and two scores by the share of the larger that they differ by.
    private static let tolerance = 1e-12

    private let count: Int
    private let directions: [Double]
    /// The scores and the weights of the units, one child after another.
    private var scores: [Double] = []
    private var weights: [Double] = []
    /// Whether every unit has every score, and all have the same weights.
    private let isUniform: Bool

    /// Takes the scores and weights of units, one a child; NaN where there is no score.
    init(_ scores: [[Double]], _ weights: [[Double]], _ directions: [Double]) {
        count = scores.count
        self.directions = directions
        for child in directions.indices {
            for unit in scores.indices { self.scores.append(scores[unit][child]) }
            for unit in scores.indices { self.weights.append(weights[unit][child]) }
        }
        isUniform = !self.scores.contains(where: \.isNaN) && weights.allSatisfy { $0 == weights.first }
    }

    /// Where the units stand by the weight of the children on which each is better than the other.
    func standings() -> [Standing] {
        standings { child, first, others, sums, totals in
            let start = child * count
            scores.withUnsafeBufferPointer { scores in
                weights.withUnsafeBufferPointer { weights in
                    guard let scores = scores.baseAddress, let weights = weights.baseAddress else { return }
                    assessment_compare(
                        scores[start + first], weights[start + first], directions[child], Self.tolerance,
                        scores + start + others.lowerBound, weights + start + others.lowerBound, others.count,
                        sums + others.lowerBound, totals + others.lowerBound)
                }
            }
        }
    }

    /// The sums of such standings alone, without going through the pairs where all units can be ordered child by child.
    func sums() -> [Standing] {
        guard isUniform, count > 0 else { return standings() }
        let total = directions.indices.reduce(0) { $0 + weights[$1 * count] }
        guard total > 0 else { return [Standing](repeating: Standing(), count: count) }
        var standings = [Standing](repeating: Standing(compared: count - 1), count: count)
        for child in directions.indices {
            let (start, weight) = (child * count, weights[child * count] * directions[child])
            let order = (0..<count).sorted { scores[start + $0] < scores[start + $1] }
            let sorted = order.map { scores[start + $0] }
            // Those below and those above in order of size; what differs in the last bits only is neither.
            var (below, notAbove) = (0, 0)
            for (place, unit) in order.enumerated() {
                while below < place, !Self.isTie(sorted[below], sorted[place]) { below += 1 }
                notAbove = max(notAbove, place + 1)
                while notAbove < count, Self.isTie(sorted[place], sorted[notAbove]) { notAbove += 1 }
                standings[unit].sum += weight * Double(below - (count - notAbove))
            }
        }
        for unit in standings.indices { standings[unit].sum /= total }
        return standings
    }

    /// Where the units stand by a preference for the first of two over the second, less that for the second.
    ///
    /// - Parameter advantage: what a difference in the good direction comes to, from −1 to 1, odd in it.
    @inline(__always)
    func standings(_ advantage: (_ gap: Double) -> Double) -> [Standing] {
        standings { child, first, others, sums, totals in
            let (start, direction) = (child * count, directions[child])
            scores.withUnsafeBufferPointer { scores in
                weights.withUnsafeBufferPointer { weights in
                    let (left, ownWeight) = (scores[start + first], weights[start + first])
                    for second in others {
                        let right = scores[start + second]
                        let gap = left - right
                        let weight = gap == gap ? (ownWeight + weights[start + second]) / 2 : 0
                        totals[second] += weight
                        let isEven = gap != gap || Self.isTie(left, right)
                        sums[second] += weight * advantage(isEven ? 0 : gap * direction)
                    }
                }
            }
        }
    }

    /// Where the units stand.
    ///
    /// - Parameter compare: adds to the sum and the total weight of each of some others what a unit comes to beside them on a
    ///   child.
    @inline(__always)
    private func standings(
        comparing compare: (
            _ child: Int, _ first: Int, _ others: Range<Int>, _ sums: UnsafeMutablePointer<Double>,
            _ totals: UnsafeMutablePointer<Double>
        ) -> Void
    ) -> [Standing] {
        var standings = [Standing](repeating: Standing(), count: count)
        var sums = [Double](repeating: 0, count: count)
        var totals = sums
        for first in 0..<count {
            let others = first + 1..<count
            sums.withUnsafeMutableBufferPointer { sums in
                totals.withUnsafeMutableBufferPointer { totals in
                    guard let sums = sums.baseAddress, let totals = totals.baseAddress else { return }
                    for second in others { (sums[second], totals[second]) = (0, 0) }
                    for child in directions.indices { compare(child, first, others, sums, totals) }
                }
            }
            for second in others where totals[second] > 0 {
                let share = sums[second] / totals[second]
                standings[first].sum += share
                standings[second].sum -= share
                standings[first].compared += 1
                standings[second].compared += 1
                // Shares that are even may differ in the last bits.
                let win = share.magnitude <= Self.tolerance ? 0 : share > 0 ? 1 : -1
                standings[first].wins += win
                standings[second].wins -= win
            }
        }
        return standings
    }

    /// Whether two scores differ in the last bits only, which would make a win of a tie.
    private static func isTie(_ left: Double, _ right: Double) -> Bool {
        (left - right).magnitude <= tolerance * max(left.magnitude, right.magnitude)
    }
}
