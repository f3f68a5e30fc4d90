/// The one-sided binomial test of two counts that should be as large as each other.
enum SignTest {
    /// The probability of so many out of a total, or more, where each of them falls to either side alike.
    ///
    /// Σ C(n, i) / 2ⁿ over i from k to n; by products, since n is a number of units.
    static func upperTail(_ successes: Int, of total: Int) -> Double {
        guard total > 0, successes > 0 else { return 1 }
        guard successes <= total else { return 0 }
        var term = 1.0
        for _ in 0..<total { term /= 2 }
        var sum = 0.0
        for place in 0...total {
            if place >= successes { sum += term }
            term *= Double(total - place) / Double(place + 1)
        }
        return min(1, sum)
    }
}
