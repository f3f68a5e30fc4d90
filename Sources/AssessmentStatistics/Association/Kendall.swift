#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

extension Correlation {
    /// Kendall's tau-b: (concordant − discordant) / √((pairs − ties in x)(pairs − ties in y)).
    ///
    /// The probability is exact where there are no ties and there are 33 pairs of values or fewer (or at most one
    /// discordant or concordant pair), else from the normal distribution with the variance corrected for ties: as
    /// scipy's `kendalltau`. Discordant pairs are counted in n log n steps. Source: W. R. Knight (1966), A computer
    /// method for calculating Kendall's tau with ungrouped data, JASA 61, 436–439; M. G. Kendall (1970), Rank
    /// Correlation Methods.
    public static func kendall(_ x: [Double], _ y: [Double]) -> CorrelationResult? {
        guard let (x, y) = completePairs(x, y), !Moments.isConstant(x), !Moments.isConstant(y) else { return nil }
        let count = x.count
        let n = Double(count)
        let order = x.indices.sorted { x[$0] == x[$1] ? y[$0] < y[$1] : x[$0] < x[$1] }
        let discordant = Double(inversions(order.map { y[$0] }))
        let tiesX = TieSums(Ranks.sizesOfTies(in: x))
        let tiesY = TieSums(Ranks.sizesOfTies(in: y))
        let both = TieSums(runs(order) { x[$0] == x[$1] && y[$0] == y[$1] })
        let pairs = n * (n - 1) / 2
        let difference = pairs - tiesX.pairs - tiesY.pairs + both.pairs - 2 * discordant
        let ratio = difference / (pairs - tiesX.pairs).squareRoot() / (pairs - tiesY.pairs).squareRoot()
        let untied = tiesX.pairs == 0 && tiesY.pairs == 0
        let rarer = min(discordant, pairs - discordant)
        let pValue: Double
        if untied, count <= 33 || rarer <= 1 {
            pValue = exactProbability(count, Int(rarer))
        } else {
            let m = n * (n - 1)
            let variance =
                (m * (2 * n + 5) - tiesX.variance - tiesY.variance) / 18
                + 2 * tiesX.pairs * tiesY.pairs / m
                + (count > 2 ? tiesX.triples * tiesY.triples / (9 * m * (n - 2)) : 0)
            pValue = min(1, 2 * NormalDistribution.upperTail(abs(difference) / variance.squareRoot()))
        }
        return CorrelationResult(coefficient: min(1, max(-1, ratio)), pValue: pValue, count: count)
    }

    /// What the sizes t of tied groups add up to.
    private struct TieSums {
        /// Σ t(t − 1) / 2.
        var pairs = 0.0
        /// Σ t(t − 1)(t − 2).
        var triples = 0.0
        /// Σ t(t − 1)(2t + 5).
        var variance = 0.0

        init(_ sizes: [Int]) {
            for size in sizes {
                let t = Double(size)
                pairs += t * (t - 1) / 2
                triples += t * (t - 1) * (t - 2)
                variance += t * (t - 1) * (2 * t + 5)
            }
        }
    }

    /// The lengths of runs of neighbours that are equal.
    private static func runs(_ places: [Int], _ equal: (Int, Int) -> Bool) -> [Int] {
        var lengths: [Int] = []
        var start = 0
        while start < places.count {
            var end = start + 1
            while end < places.count, equal(places[end], places[start]) { end += 1 }
            lengths.append(end - start)
            start = end
        }
        return lengths
    }

    /// The number of pairs in which a later value is smaller, counted while merging.
    private static func inversions(_ values: [Double]) -> Int {
        var current = values
        var merged = values
        var total = 0
        var width = 1
        while width < current.count {
            var start = 0
            while start < current.count {
                let middle = min(start + width, current.count)
                let end = min(start + 2 * width, current.count)
                var left = start
                var right = middle
                for place in start..<end {
                    if left < middle, right >= end || current[left] <= current[right] {
                        merged[place] = current[left]
                        left += 1
                    } else {
                        merged[place] = current[right]
                        right += 1
                        total += middle - left
                    }
                }
                start = end
            }
            swap(&current, &merged)
            width *= 2
        }
        return total
    }

    /// Twice the share of the permutations of n with at most so many inversions, and at most 1.
    private static func exactProbability(_ count: Int, _ inversions: Int) -> Double {
        if count <= 2 { return 1 }
        if 4 * inversions == count * (count - 1) { return 1 }
        // Shares instead of counts, so that n factorial is never formed.
        var shares = [Double](repeating: 0, count: inversions + 1)
        shares[0] = 1
        for size in 2...count {
            var window = 0.0
            var next = shares
            for place in 0...inversions {
                window += shares[place]
                if place >= size { window -= shares[place - size] }
                next[place] = window / Double(size)
            }
            shares = next
        }
        return min(1, 2 * Moments.sum(shares))
    }
}
