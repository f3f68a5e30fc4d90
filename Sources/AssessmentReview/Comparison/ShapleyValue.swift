/// Splits a change between factors that changed together, without any one of them going first.
///
/// The contribution of a factor is what it adds when it changes after some of the others and before the rest, averaged over
/// every order in which the factors can change. The contributions add up to the whole change.
///
/// Sources: Shapley, L. S. (1953), A value for n-person games, Contributions to the Theory of Games II, 307–317; Shorrocks,
/// A. F. (2013), Decomposition procedures for distributional analysis, Journal of Economic Inequality 11, 99–126.
enum ShapleyValue {
    /// The contribution of each factor.
    ///
    /// - Parameters:
    ///   - count: the number of factors, at most 16.
    ///   - value: what comes out when the factors of a set have changed; factor i is in the set where bit i is 1.
    static func contributions(of count: Int, _ value: (Int) -> Double) -> [Double] {
        let values = (0..<(1 << count)).map(value)
        // Among the orders of n factors, a set of s others comes before a factor in s! (n − 1 − s)! of n!.
        let shares = (0..<count).map { size in
            factorial(size) * factorial(count - 1 - size) / factorial(count)
        }
        return (0..<count).map { factor in
            values.indices.reduce(0) { sum, set in
                guard set & (1 << factor) == 0 else { return sum }
                return sum + shares[set.nonzeroBitCount] * (values[set | (1 << factor)] - values[set])
            }
        }
    }

    private static func factorial(_ number: Int) -> Double {
        (0..<number).reduce(1) { $0 * Double($1 + 1) }
    }
}
