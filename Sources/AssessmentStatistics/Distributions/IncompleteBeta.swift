#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// The regularised incomplete beta function I_x(a, b), on which Student's t and F rest.
public enum IncompleteBeta {
    /// I_x(a, b) for x from 0 to 1 and positive a and b; not-a-number elsewhere.
    ///
    /// By the continued fraction of A. R. DiDonato and A. H. Morris (1992), Algorithm 708: Significant digit computation
    /// of the incomplete beta function ratios, ACM Transactions on Mathematical Software 18, 360–373 (BFRAC), with the
    /// method of Lentz, on whichever side of the mean a/(a + b) x lies.
    public static func regularised(_ x: Double, _ a: Double, _ b: Double) -> Double {
        regularised(x, complement: 1 - x, a, b)
    }

    /// As above, with 1 − x given by a caller who knows it to more digits than the subtraction leaves.
    static func regularised(_ x: Double, complement: Double, _ a: Double, _ b: Double) -> Double {
        guard a > 0, b > 0, x >= 0, complement >= 0 else { return .nan }
        if x == 0 { return 0 }
        if complement == 0 { return 1 }
        // The smaller of x and its complement has the more digits.
        let lead = x > complement ? (a + b) * complement - b : a - (a + b) * x
        return lead >= 0
            ? lower(x, complement: complement, a, b, lead: lead)
            : 1 - lower(complement, complement: x, b, a, lead: -lead)
    }

    /// I_x(a, b) where x is no greater than the mean; `lead` is a − (a + b) x.
    private static func lower(_ x: Double, complement: Double, _ a: Double, _ b: Double, lead: Double) -> Double {
        let logarithm = x < 0.5 ? log(x) : log1p(-complement)
        let other = complement < 0.5 ? log(complement) : log1p(-x)
        let front = exp(a * logarithm + b * other - LogGamma.beta(a, b))
        return min(1, front * fraction(x, complement: complement, a, b, lead: lead))
    }

    private static func fraction(_ x: Double, complement: Double, _ a: Double, _ b: Double, lead: Double) -> Double {
        let tiny = 1e-300
        func guarded(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1 / tiny
        var d = 1 / guarded(a / (a + 1) * (lead + 1))
        var result = d
        for step in 1...100_000 {
            let n = Double(step)
            let odd = a + 2 * n - 1
            let shared = n * (b - n) * x / odd
            let numerator = (a + n - 1) * (a + b + n - 1) * x / odd * shared
            let denominator = n + shared + (a + n) / (odd + 2) * (lead + 1 + n * (1 + complement))
            d = 1 / guarded(denominator + numerator * d)
            c = guarded(denominator + numerator / c)
            let change = d * c
            result *= change
            if abs(change - 1) <= Double.ulpOfOne { break }
        }
        return result
    }
}
