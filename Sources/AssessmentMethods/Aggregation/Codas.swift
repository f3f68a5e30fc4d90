public import AssessmentCore

/// CODAS: how much further than the others a unit is from the worst, straight and, where that tells, child by child.
///
/// With v = w r / Σ w, r the ratio to the best of the reference set (s / max s where more is better, min s / s where
/// less is), and the smallest v of each child, E is the Euclidean and T the taxicab distance of a unit from these. The
/// score is the sum over the other units of E − E' + ψ (T − T'), with ψ = 1 where |E − E'| reaches the threshold, else
/// 0. Scores must not be below zero, and those of which less is better above it; otherwise the reference set has no
/// result.
/// Source: Keshavarz Ghorabaee, M. et al. (2016), A new combinative distance-based assessment (CODAS) method for
/// multi-criteria decision-making, Economic Computation and Economic Cybernetics Studies and Research 50(3), 25–44.
public struct Codas: Aggregation {
    /// Creates the method.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "codas",
            name: BilingualText(zh: "组合距离评价法（CODAS）", en: "CODAS"),
            summary: BilingualText(
                zh: "与最劣解的欧氏距离及出租车距离两两比较之和；得分不得为负，逆向子项须大于零；\(Children.completeRule.zh)",
                en:
                    "How much further a unit is from the worst than the others, summed over them; scores must not be below zero, and above it where less is better; \(Children.completeRule.en)"
            ),
            source:
                "Keshavarz Ghorabaee et al. (2016), Economic Computation and Economic Cybernetics Studies and Research 50(3)",
            formula:
                "E = √Σ (v − min v)², T = Σ (v − min v), v the weighted scores; score_i = Σ_k (E_i − E_k) + [|E_i − E_k| ≥ threshold] · (T_i − T_k)",
            parameters: [
                Parameter(
                    "threshold",
                    BilingualText(
                        zh: "欧氏距离之差达到此数时计入出租车距离",
                        en: "From what difference in the Euclidean distance the taxicab distance counts"),
                    .number(atLeast: 0), default: .number(0.02))
            ])
    }

    /// It compares with the reference set.
    public var needsReference: Bool { true }
    /// It reads for each child whether more is better.
    public var readsDirections: Bool { true }

    /// Prepares the aggregation.
    ///
    /// - Throws: `MethodError` where the threshold differs by unit.
    public func prepare(_ input: AggregationInput) throws -> any AggregationKernel {
        guard let threshold = input.parameters.number("threshold") else {
            throw MethodError("codas: threshold must be one number, the same for all units and periods; 0.02 is usual")
        }
        let directions = input.directions
        return SetAggregationKernel(input) { scores, weights in
            let distances = Self.distances(scores, weights, directions)
            return distances.map { own in
                guard let own else { return .nan }
                let others = distances.compactMap(\.self)
                guard others.count > 1 else { return .nan }
                // The unit itself is among them and adds nothing.
                return others.reduce(0) { sum, other in
                    let straight = own.straight - other.straight
                    return sum + straight + (abs(straight) >= threshold ? own.taxicab - other.taxicab : 0)
                }
            }
        }
    }

    /// The distances of each unit from the smallest of every child; nothing where one of its scores is missing.
    private static func distances(
        _ scores: [[Double]], _ weights: [[Double]], _ directions: [Direction]
    ) -> [(straight: Double, taxicab: Double)?] {
        let shares = weights.map { own in own.map { $0 / own.reduce(0, +) } }
        var values = scores
        for (child, direction) in directions.enumerated() {
            let column = scores.map { $0[child] }
            let present = column.filter { !$0.isNaN }
            guard let least = present.min(), let most = present.max(),
                direction == .higherIsBetter ? least >= 0 && most > 0 : least > 0
            else { return scores.map { _ in nil } }
            for unit in scores.indices {
                let ratio = direction == .higherIsBetter ? column[unit] / most : least / column[unit]
                values[unit][child] = shares[unit][child] * ratio
            }
        }
        let smallest = directions.indices.map { child in
            values.lazy.map { $0[child] }.filter { !$0.isNaN }.min() ?? .nan
        }
        return values.map { own in
            let gaps = zip(own, smallest).map { $0 - $1 }
            guard gaps.allSatisfy(\.isFinite) else { return nil }
            return (gaps.reduce(0) { $0 + $1 * $1 }.squareRoot(), gaps.reduce(0, +))
        }
    }

    /// Cases worked by hand.
    public var examples: [AggregationExample] {
        let straight = 0.203125.squareRoot()
        return [
            AggregationExample(
                BilingualText(
                    zh: "E为√0.203125、0.125、0，T为0.625、0.125、0",
                    en: "E is √0.203125, 0.125 and 0, T is 0.625, 0.125 and 0"),
                scores: [[8, 1], [4, 2], [4, 4]], weights: [1, 1], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [2 * straight + 1, 0.25 - straight - 0.375, -0.125 - straight - 0.75]),
            AggregationExample(
                BilingualText(zh: "阈值过大则只计欧氏距离", en: "Under a large threshold only the Euclidean distance counts"),
                scores: [[8, 1], [4, 2], [4, 4]], weights: [1, 1], directions: [.higherIsBetter, .lowerIsBetter],
                parameters: ["threshold": .number(1)],
                expected: [2 * straight - 0.125, 0.25 - straight, -0.125 - straight]),
            AggregationExample(
                BilingualText(zh: "逆向子项有零则无分", en: "No result where a score of which less is better is zero"),
                scores: [[8, 0], [4, 2]], weights: [1, 1], directions: [.higherIsBetter, .lowerIsBetter],
                expected: [nil, nil]),
        ]
    }
}
