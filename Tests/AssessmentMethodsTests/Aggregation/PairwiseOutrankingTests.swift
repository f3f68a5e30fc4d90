import AssessmentCore
import Testing

@testable import AssessmentMethods

/// Units in pairs, held against a count of every pair that is written out here.
@Suite("Units in pairs")
struct PairwiseOutrankingTests {
    /// Few different numbers, so that many scores are equal, and some that differ in the last bits only.
    private static func scores(units: Int, children: Int, gaps: Bool) -> [[Double]] {
        var generator = SplitMix64(seed: 7)
        return (0..<units).map { _ in
            (0..<children).map { _ in
                let number = Double(Int.random(in: 1...6, using: &generator)) / 10
                let isGap = Int.random(in: 0..<5, using: &generator) == 0
                if gaps && isGap { return .nan }
                return Bool.random(using: &generator) ? number : number.nextUp
            }
        }
    }

    private static let weights = [3.0, 1, 2, 5]
    private static let directions = [1.0, -1, 1, -1]

    /// The mean advantage and the number of wins less losses of each unit, by going through all others.
    private static func counted(_ scores: [[Double]]) -> [(mean: Double, wins: Int)] {
        scores.indices.map { first in
            var (sum, wins, compared) = (0.0, 0, 0)
            for second in scores.indices where second != first {
                // Tenths are whole numbers when they are rounded, so that equal ones are equal.
                let signs = weights.indices.map { child -> Double? in
                    let (left, right) = (scores[first][child], scores[second][child])
                    guard !left.isNaN, !right.isNaN else { return nil }
                    let gap = (left * 10).rounded() - (right * 10).rounded()
                    return (gap > 0 ? 1 : gap < 0 ? -1 : 0) * directions[child]
                }
                let shared = weights.indices.filter { signs[$0] != nil }
                guard !shared.isEmpty else { continue }
                let ahead = shared.reduce(0) { $0 + weights[$1] * (signs[$1] ?? 0) }
                sum += ahead / shared.reduce(0) { $0 + weights[$1] }
                wins += ahead > 0 ? 1 : ahead < 0 ? -1 : 0
                compared += 1
            }
            return (sum / Double(compared), wins)
        }
    }

    @Test(
        "Sums by sorting, sums by pairs and wins are those of all pairs, with ties in the last bits and with gaps",
        arguments: [false, true])
    func pairs(gaps: Bool) {
        let scores = Self.scores(units: 40, children: 4, gaps: gaps)
        let pairs = PairwiseOutranking(scores, scores.map { _ in Self.weights }, Self.directions)
        let (sums, standings, counted) = (pairs.sums(), pairs.standings(), Self.counted(scores))
        for unit in scores.indices {
            #expect(abs(sums[unit].mean - counted[unit].mean) < 1e-14)
            #expect(abs(standings[unit].mean - counted[unit].mean) < 1e-14)
            #expect(standings[unit].wins == counted[unit].wins)
        }
    }
}
