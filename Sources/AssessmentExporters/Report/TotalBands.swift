internal import AssessmentCore

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// The bands of round width that printed totals lie in, from the lowest total to the highest, each with their number.
struct TotalBands: Hashable {
    /// A band: from a number to below the next.
    struct Band: Hashable {
        let from: Double
        let below: Double
        let count: Int
    }

    /// The bands, the lowest first; those in between that have no total among them.
    let bands: [Band]

    /// A table or a chart of more is not taken in.
    private static let most = 12.0

    /// Counts totals as they are printed; nothing where there is none.
    init?(_ totals: [Double]) {
        guard let low = totals.min(), let high = totals.max(), low.isFinite, high.isFinite else { return nil }
        let edges = TotalBands.edges(from: low, to: high)
        bands = zip(edges, edges.dropFirst()).map { from, below in
            Band(from: from, below: below, count: totals.count { from <= $0 && $0 < below })
        }
    }

    /// Round numbers, evenly apart, from one that is not above the lowest total to one above the highest.
    private static func edges(from low: Double, to high: Double) -> [Double] {
        // Where all are equal, and where they are so large that a step disappears in them, a tenth of them is a step.
        let magnitude = max(low.magnitude, high.magnitude)
        let least = low < high ? max((high - low) / (most - 1), magnitude * 1e-12) : max(magnitude / 10, 1e-6)
        var exponent = log10(least).rounded(.down)
        var digit = 1.0
        while power(digit, exponent) < least * (1 - 1e-9) {
            (digit, exponent) = digit == 1 ? (2, exponent) : digit == 2 ? (5, exponent) : (1, exponent + 1)
        }
        var first = (low / power(digit, exponent)).rounded(.down)
        // Where the quotient of two decimal numbers misses the whole one that it is.
        if edge(first + 1, digit, exponent) <= low { first += 1 }
        if edge(first, digit, exponent) > low { first -= 1 }
        var edges = [edge(first, digit, exponent)]
        for step in stride(from: 1, through: most + 1, by: 1) where edges.last ?? high <= high {
            edges.append(edge(first + step, digit, exponent))
        }
        return edges
    }

    private static func power(_ digit: Double, _ exponent: Double) -> Double { edge(1, digit, exponent) }

    /// A multiple of a digit and a power of ten, as near as a binary number is to the decimal one.
    private static func edge(_ multiple: Double, _ digit: Double, _ exponent: Double) -> Double {
        exponent < 0 ? multiple * digit / pow(10, -exponent) : multiple * digit * pow(10, exponent)
    }
}
