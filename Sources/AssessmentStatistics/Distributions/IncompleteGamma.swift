#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P(a, x), on which chi-square rests.
public enum IncompleteGamma {
    /// P(a, x) for positive a and x of 0 or more; not-a-number elsewhere.
    public static func lower(_ a: Double, _ x: Double) -> Double {
        guard a > 0, x >= 0 else { return .nan }
        return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
    }

    /// Q(a, x) for positive a and x of 0 or more; not-a-number elsewhere.
    public static func upper(_ a: Double, _ x: Double) -> Double {
        guard a > 0, x >= 0 else { return .nan }
        return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
    }

    /// x^a e^−x / Γ(a).
    private static func front(_ a: Double, _ x: Double) -> Double {
        if a < 10 { return exp(a * log(x) - x - LogGamma.gamma(a)) }
        // Around x = a the three terms nearly cancel; Stirling's formula cancels them beforehand.
        let excess = (x - a) / a
        let logarithm = abs(excess) < 0.5 ? log1p(excess) : log(x / a)
        return (a / (2 * Double.pi)).squareRoot() * exp(a * (logarithm - excess) - LogGamma.stirling(a))
    }

    /// Series 8.11.4 of the NIST Digital Library of Mathematical Functions.
    private static func series(_ a: Double, _ x: Double) -> Double {
        if x == 0 { return 0 }
        var term = 1 / a
        var total = term
        var order = a
        for _ in 0..<100_000 {
            order += 1
            term *= x / order
            total += term
            if term < total * Double.ulpOfOne { break }
        }
        return min(1, total * front(a, x))
    }

    /// Continued fraction 8.9.2 of the same, by the method of Lentz.
    private static func fraction(_ a: Double, _ x: Double) -> Double {
        if x == .infinity { return 0 }
        let tiny = 1e-300
        func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / guarded(b)
        var result = d
        for step in 1...100_000 {
            let i = Double(step)
            let an = -i * (i - a)
            b += 2
            d = 1 / guarded(an * d + b)
            c = guarded(b + an / c)
            let change = d * c
            result *= change
            if abs(change - 1) <= Double.ulpOfOne { break }
        }
        return min(1, result * front(a, x))
    }
}
