#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Logarithms of the gamma and beta functions for positive arguments.
enum LogGamma {
    /// ln Γ(x).
    static func gamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        // The plain function writes its sign to a global, which threads would share.
        return lgamma_r(x, &sign)
    }

    /// ln B(a, b); for large arguments by Stirling's series, where the difference of three logarithms loses digits.
    static func beta(_ a: Double, _ b: Double) -> Double {
        let small = min(a, b)
        let large = max(a, b)
        if small >= 10 {
            let ratio = small / large
            let correction = stirling(small) + stirling(large) - stirling(small + large)
            return 0.5 * log(2 * Double.pi) - 0.5 * log(large) + correction
                + (small - 0.5) * log(ratio / (1 + ratio)) - large * log1p(ratio)
        }
        if large >= 10 {
            let correction = stirling(large) - stirling(small + large)
            return gamma(small) + correction + small - small * log(small + large)
                - (large - 0.5) * log1p(small / large)
        }
        return gamma(small) + gamma(large) - gamma(small + large)
    }

    /// What Stirling's formula leaves of ln Γ(x), for x of 10 or more.
    static func stirling(_ x: Double) -> Double {
        let coefficients = [
            1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156,
        ]
        let inverse = 1 / (x * x)
        return coefficients.reversed().reduce(0) { $0 * inverse + $1 } / x
    }
}
