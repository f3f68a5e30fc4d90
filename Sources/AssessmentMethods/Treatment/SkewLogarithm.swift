internal import AssessmentStatistics

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Foundation
#endif

/// The logarithms that winsorising may be followed by, as functions fitted on some numbers.
enum SkewLogarithm: String, CaseIterable, Sendable {
    case rangeOffset = "log_ct"
    case unitOffset = "log_ct_orig"
    case towardSkew = "log_ct_plus"

    /// The function for some numbers: it also takes rows that they do not include, and is NaN outside its domain.
    func function(for numbers: [Double]) -> @Sendable (Double) -> Double {
        guard let least = numbers.min(), let most = numbers.max() else { return { _ in .nan } }
        let margin = 0.01 * (most - least)
        switch self {
        case .unitOffset: return { Self.logarithm($0 - least + 1) }
        case .towardSkew where (Moments.skewness(numbers) ?? 0) < 0: return { -Self.logarithm(most + margin - $0) }
        case .rangeOffset, .towardSkew: return { Self.logarithm($0 - least + margin) }
        }
    }

    private static func logarithm(_ x: Double) -> Double { x > 0 ? log(x) : .nan }
}
