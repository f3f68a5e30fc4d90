internal import AssessmentCore
internal import AssessmentPipeline

/// The smallest change of one weight that swaps two neighbours in the ranking.
///
/// The share of a node among its siblings moves while the others keep their proportions, as E. Triantaphyllou and
/// A. Sánchez (1997), A sensitivity analysis approach for some deterministic multi-criteria decision-making methods,
/// Decision Sciences 28, 151–194, ask for it. Shares are tried on a grid between zero and one, and the place where a pair
/// changes is then found by halving: no method of aggregation is assumed.
struct WeightSwaps {
    private let variants: AssessmentVariants
    private let nominal: [RobustnessReport.Standing]
    private let rows: Range<Int>
    private static let steps = 50
    private static let rest = 1e-9

    init(_ variants: AssessmentVariants, _ nominal: [RobustnessReport.Standing], rows: Range<Int>) {
        self.variants = variants
        self.nominal = nominal
        self.rows = rows
    }

    private struct Pair {
        let ahead: Int
        let behind: Int
    }

    /// A stretch of shares of a node within which a pair changes places.
    private struct Bracket {
        let family: AssessmentVariants.Family
        let child: Int
        /// The end at which the order is as given, and the one at which it has turned.
        let kept: Double
        let turned: Double
        let share: Double
    }

    /// One a pair of neighbours with different ranks; none for those that no change of one weight swaps.
    ///
    /// - Throws: ``RobustnessError`` where the assessment cannot be computed.
    func swaps() throws -> [SensitivityResults.Swap] {
        let families = variants.families(of: 0).filter { $0.weights != nil && $0.children.count > 1 }
        let pairs = nominal.neighbours.compactMap { ahead, behind in
            // Of several that share a rank, the last one ahead and the first one behind.
            ahead.last.flatMap { last in behind.first.map { Pair(ahead: last, behind: $0) } }
        }
        var run: VariantRun
        do {
            run = try VariantRun(variants, weightsBelow: Set(families.map(\.node)))
        } catch {
            throw RobustnessError("\(error.cause)")
        }
        var brackets = [[Bracket]](repeating: [], count: pairs.count)
        for family in families {
            guard let own = family.weights, own.reduce(0, +) > 0 else { continue }
            for child in own.indices where own.reduce(0, +) > own[child] {
                let share = own[child] / own.reduce(0, +)
                try scan(family, child, share, pairs, &run, into: &brackets)
            }
            run.exchange([], in: family)
        }
        return try zip(pairs, brackets).compactMap { pair, brackets in try nearest(pair, brackets, &run) }
    }

    /// Tries shares upwards and downwards from the given one, and notes for each pair the first stretch on either side in
    /// which it turns.
    private func scan(
        _ family: AssessmentVariants.Family, _ child: Int, _ share: Double, _ pairs: [Pair], _ run: inout VariantRun,
        into brackets: inout [[Bracket]]
    ) throws {
        // Without any weight a node could not stand in for siblings that have no score.
        for end in [1 - WeightSwaps.rest, WeightSwaps.rest] {
            var open = Array(pairs.indices)
            var last = share
            for step in 1...WeightSwaps.steps where !open.isEmpty {
                let next = share + (end - share) * Double(step) / Double(WeightSwaps.steps)
                try set(next, family, child, &run)
                for index in open where isTurned(pairs[index], run) {
                    brackets[index].append(
                        Bracket(family: family, child: child, kept: last, turned: next, share: share))
                }
                open.removeAll { isTurned(pairs[$0], run) }
                last = next
            }
        }
    }

    /// The nearest share at which a pair changes places; stretches that begin farther away than one found are passed over.
    private func nearest(
        _ pair: Pair, _ brackets: [Bracket], _ run: inout VariantRun
    ) throws -> SensitivityResults.Swap? {
        var best: SensitivityResults.Swap?
        for bracket in brackets.sorted(by: { abs($0.kept - $0.share) < abs($1.kept - $1.share) }) {
            if let best, abs(best.needed - best.share) <= abs(bracket.kept - bracket.share) { break }
            var (kept, turned) = (bracket.kept, bracket.turned)
            for _ in 0..<60 {
                let middle = kept + (turned - kept) / 2
                guard middle != kept, middle != turned else { break }
                try set(middle, bracket.family, bracket.child, &run)
                if isTurned(pair, run) { turned = middle } else { kept = middle }
            }
            run.exchange([], in: bracket.family)
            // Of two that lie as near but for rounding, the first one in the framework.
            if let best, abs(best.needed - best.share) <= abs(turned - bracket.share) + 1e-12 { continue }
            best = SensitivityResults.Swap(
                ahead: pair.ahead, behind: pair.behind, node: bracket.family.children[bracket.child],
                share: bracket.share, needed: turned)
        }
        return best
    }

    /// Gives a child a share of the weight, the others keeping their proportions, and runs.
    private func set(
        _ share: Double, _ family: AssessmentVariants.Family, _ child: Int, _ run: inout VariantRun
    ) throws {
        guard let own = family.weights else { return }
        let sum = own.reduce(0, +)
        let others = sum - own[child]
        run.exchange(
            own.indices.map { $0 == child ? share * sum : own[$0] * (1 - share) * sum / others }, in: family)
        do {
            try run.run(0)
        } catch {
            throw RobustnessError(
                "with \(Formula.text(of: share)) of the weight at \(family.children[child]) the assessment cannot be "
                    + "computed:\n\(error)")
        }
    }

    private func isTurned(_ pair: Pair, _ run: borrowing VariantRun) -> Bool {
        let (ahead, behind) = (
            run.rank(in: 0, row: rows.lowerBound + pair.ahead), run.rank(in: 0, row: rows.lowerBound + pair.behind)
        )
        return ahead > behind && behind > 0
    }
}
