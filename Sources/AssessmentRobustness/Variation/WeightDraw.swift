internal import AssessmentCore
internal import AssessmentStatistics

#if canImport(Glibc)
internal import Glibc
#else
internal import Foundation
#endif

/// Weights of siblings from numbers between zero and one, by their inverse distributions; their sum stays as it is.
struct WeightDraw {
    private let variation: MethodVariation.WeightVariation

    init(_ variation: MethodVariation.WeightVariation) {
        self.variation = variation
    }

    /// The weights that numbers stand for, one number a sibling.
    func weights(_ own: [Double], _ numbers: [Double]) -> [Double] {
        let sum = own.reduce(0, +)
        let drawn: [Double] =
            switch variation {
            case .within(let share): zip(own, numbers).map { $0 * (1 + share * (2 * $1 - 1)) }
            case .dirichlet(let concentration):
                WeightDraw.shares(
                    zip(own, numbers).map {
                        GammaDistribution.logQuantile($1, shape: concentration * $0 / sum) ?? -.infinity
                    })
            // Exponential numbers over their sum lie evenly on the simplex: L. Devroye (1986), Non-uniform random variate
            // generation, chapter V, theorem 4.1.
            case .simplex: numbers.map { -log($0) }
            case .sets: own
            }
        let total = drawn.reduce(0, +)
        return total > 0 ? drawn.map { $0 * sum / total } : own
    }

    /// Numbers in proportion to those of which the logarithms are given, the largest one.
    private static func shares(_ logarithms: [Double]) -> [Double] {
        guard let most = logarithms.max(), most > -.infinity else { return logarithms.map { _ in 0 } }
        return logarithms.map { exp($0 - most) }
    }
}
