internal import AssessmentCore
internal import AssessmentPipeline
internal import AssessmentStatistics

/// The ranges of scores and ranks over methods that could be defended.
struct MethodProbe {
    let request: RobustnessRequest
    let variation: MethodVariation
    let varied: VariedSpecification
    let measured: MeasuredAssessment
    let nominal: [RobustnessReport.Standing]
    let threads: Int

    /// The ranks of the assessed period, replication by replication, and the bounds of scores.
    private struct Notes: Sendable {
        var ranks: [Int32] = []
        var lowest: [Double]
        var highest: [Double]
        /// The first unit that a replication leaves without a score which the single run gives it.
        var lost: (replication: Int, unit: Int)?
    }

    /// The replications of the request.
    ///
    /// - Throws: ``RobustnessError`` with the first one that cannot be compiled.
    func replications() async throws -> Replications {
        let design = MethodDesign(variation, varied.specification.framework)
        let draws = try Draws(
            seed: request.seed, sequence: request.sequence, coordinates: design.coordinateCount)
        let coordinates = design.coordinateCount
        return try await Replications(varied, design, measured: measured, count: request.draws) { index in
            (0..<coordinates).map { draws.number(index, $0) }
        }
    }

    /// The ranges.
    ///
    /// - Throws: ``RobustnessError`` with the first replication that fails.
    func ranges() async throws -> MethodRanges { try await ranges(of: try await replications()) }

    /// The ranges over some replications.
    ///
    /// - Throws: ``RobustnessError`` with the first one that fails.
    func ranges(of replications: Replications) async throws -> MethodRanges {
        let units = measured.panel.units.count
        let start = Notes(
            lowest: [Double](repeating: .infinity, count: units),
            highest: [Double](repeating: -.infinity, count: units))
        let isScored = nominal.map { $0.score != nil }
        let blocks = try await replications.run(threads: threads, start: start) { notes, outcome, replication in
            notes.ranks += outcome.ranks
            for (unit, score) in outcome.scores.enumerated() {
                if score.isNaN {
                    if isScored[unit], notes.lost == nil { notes.lost = (replication, unit) }
                } else {
                    notes.lowest[unit] = min(notes.lowest[unit], score)
                    notes.highest[unit] = max(notes.highest[unit], score)
                }
            }
        }
        if let lost = blocks.lazy.compactMap(\.lost).first {
            let unit = measured.panel.units[lost.unit]
            throw RobustnessError(
                "replication \(lost.replication + 1) leaves \(unit.code) \(unit.name.zh) without a score, which the methods as "
                    + "given score; expected methods under which every unit keeps its score")
        }
        let ranks = blocks.flatMap(\.ranks)
        let tail = (1 - request.interval) / 2
        let ranges = try await Blocks(units, threads).map { share in
            SortedRanks(ranks, units: units).map(share) { unit, own -> MethodRanges.Range? in
                guard isScored[unit], let best = own.first, let worst = own.last,
                    let middle = Quantiles.quantiles(own, at: [tail, 0.5, 1 - tail])
                else { return nil }
                return MethodRanges.Range(
                    lowestScore: blocks.map { $0.lowest[unit] }.min() ?? .nan,
                    highestScore: blocks.map { $0.highest[unit] }.max() ?? .nan, bestRank: Int(best),
                    worstRank: Int(worst), medianRank: middle[1], middleBestRank: middle[0],
                    middleWorstRank: middle[2])
            }
        }.flatMap { $0 }
        let isMoved = zip(ranges, nominal).contains { range, own in
            range.map { $0.lowestScore != own.score || $0.highestScore != own.score } ?? false
        }
        guard isMoved || nominal.isEmpty else {
            throw RobustnessError(
                "nothing varies in effect: every replication over methods gives the scores of the methods as given; expected "
                    + "methods or weights that the scores depend on")
        }
        let places = nominal.map { Int32($0.rank ?? 0) }
        let shifts = (0..<replications.count).map { RankShift.mean(ranks[$0 * units..<($0 + 1) * units], places) }
        return MethodRanges(
            ranges: ranges, draws: replications.count, varied: replications.design.inputs.map(\.name),
            settings: replications.settingCount, meanShift: shifts.reduce(0, +) / Double(max(1, shifts.count)))
    }
}

/// The ranks of units over replications in order, by counting.
struct SortedRanks {
    private let ranks: [Int32]
    private let units: Int
    private let largest: Int
    /// How many counts are held at a time.
    private static let room = 1 << 20

    /// Takes ranks that stand replication by replication.
    init(_ ranks: [Int32], units: Int) {
        self.ranks = ranks
        self.units = units
        largest = Int(ranks.max() ?? 0)
    }

    /// What becomes of the ranks of each of some units, the best rank first.
    func map<Result>(_ share: Range<Int>, _ transform: (_ unit: Int, _ ranks: [Double]) -> Result) -> [Result] {
        let width = largest + 1
        let most = max(1, min(share.count, SortedRanks.room / width))
        var results: [Result] = []
        var sorted: [Double] = []
        var counts = [Int32](repeating: 0, count: most * width)
        for first in stride(from: share.lowerBound, to: share.upperBound, by: most) {
            let own = first..<min(first + most, share.upperBound)
            for place in counts.indices { counts[place] = 0 }
            for start in stride(from: 0, to: ranks.count, by: units) {
                for unit in own { counts[(unit - first) * width + Int(ranks[start + unit])] += 1 }
            }
            for unit in own {
                sorted.removeAll(keepingCapacity: true)
                for rank in 0..<width {
                    let count = Int(counts[(unit - first) * width + rank])
                    sorted.append(contentsOf: repeatElement(Double(rank), count: count))
                }
                results.append(transform(unit, sorted))
            }
        }
        return results
    }
}

/// How far ranks lie from others.
enum RankShift {
    /// The mean distance over the units that have a rank in both; zero where there are none.
    ///
    /// Source: M. Saisana, A. Saltelli and S. Tarantola (2005), Uncertainty and sensitivity analysis techniques as tools for
    /// the quality assessment of composite indicators, Journal of the Royal Statistical Society A 168, 307–323.
    static func mean(_ ranks: ArraySlice<Int32>, _ others: [Int32]) -> Double {
        var (sum, count) = (0, 0)
        ranks.withUnsafeBufferPointer { ranks in
            others.withUnsafeBufferPointer { others in
                for unit in 0..<min(ranks.count, others.count) where ranks[unit] > 0 && others[unit] > 0 {
                    sum += Int(abs(ranks[unit] - others[unit]))
                    count += 1
                }
            }
        }
        return count == 0 ? 0 : Double(sum) / Double(count)
    }
}
