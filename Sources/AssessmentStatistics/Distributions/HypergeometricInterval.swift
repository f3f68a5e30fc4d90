internal import Foundation

/// The exact confidence interval of a share in a finite population, from a number of cases among draws without replacement.
///
/// Of a population of N with A cases, n draws hold a hypergeometric number of cases X. With x found, the limits are the
/// smallest A with P(X ≥ x) > α/2 and the largest A with P(X ≤ x) > α/2, over N. Where everything was drawn, both are x / N.
///
/// Source: W. G. Cochran, Sampling Techniques, 3rd edition, Wiley 1977, chapter 3; J. P. Buonaccorsi, “A note on confidence
/// intervals for proportions in finite populations”, The American Statistician 41 (1987), 215–218.
public enum HypergeometricInterval {
    /// The interval.
    ///
    /// - Parameters:
    ///   - cases: how many of the draws are cases.
    ///   - draws: how many were drawn.
    ///   - population: how many there are.
    ///   - confidence: the least probability with which such intervals hold the true share, above 0 and below 1.
    /// - Returns: both ends, from 0 to 1; nothing where there are no draws, more cases than draws, or more draws than there
    ///   are.
    public static func exact(
        cases: Int, of draws: Int, among population: Int, confidence: Double = 0.95
    ) -> ClosedRange<Double>? {
        guard draws > 0, draws <= population, (0...draws).contains(cases), confidence > 0, confidence < 1 else {
            return nil
        }
        let tail = (1 - confidence) / 2
        let most = most(cases, draws, population, tail)
        // What holds for cases holds for those that are none.
        let least = population - self.most(draws - cases, draws, population, tail)
        return Double(least) / Double(population)...Double(max(least, most)) / Double(population)
    }

    /// The largest number of cases in the population at which so few among the draws are likelier than the tail.
    private static func most(_ cases: Int, _ draws: Int, _ population: Int, _ tail: Double) -> Int {
        // So many there are at least; the probability falls with each further one.
        var (holds, fails) = (cases, population - (draws - cases) + 1)
        while fails - holds > 1 {
            let middle = holds + (fails - holds) / 2
            if probability(atMost: cases, draws, middle, population) > tail { holds = middle } else { fails = middle }
        }
        return holds
    }

    /// The probability of at most x cases among n draws from N with A cases.
    private static func probability(atMost x: Int, _ n: Int, _ cases: Int, _ population: Int) -> Double {
        let others = population - cases
        let least = max(0, n - others)
        if x < least { return 0 }
        if x >= min(n, cases) { return 1 }
        // Terms relative to that of x, from x down: each is the one before times a ratio.
        var (term, sum, k) = (1.0, 1.0, x)
        while k > least {
            term *= Double(k) * Double(others - n + k) / (Double(cases - k + 1) * Double(n - k + 1))
            sum += term
            k -= 1
            if term < sum * 1e-18 { break }
            // So far below the most likely number, all but the whole lies below.
            if !sum.isFinite { return 1 }
        }
        let first = logOfBinomial(cases, x) + logOfBinomial(others, n - x) - logOfBinomial(population, n)
        return min(1, exp(first + log(sum)))
    }

    private static func logOfBinomial(_ n: Int, _ k: Int) -> Double {
        LogGamma.gamma(Double(n) + 1) - LogGamma.gamma(Double(k) + 1) - LogGamma.gamma(Double(n - k) + 1)
    }
}
