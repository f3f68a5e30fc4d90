internal import AssessmentCore
internal import AssessmentPipeline
internal import AssessmentStatistics

/// What single changes of the assessment as given do: a node left out, one weight changed, a unit not assessed.
struct SingleChanges {
    let varied: VariedSpecification
    let measured: MeasuredAssessment
    let nominal: [RobustnessReport.Standing]
    let threads: Int
    private let variants: AssessmentVariants
    private let rows: Range<Int>

    /// - Throws: ``RobustnessError`` where the assessment cannot be computed as given.
    init(
        varied: VariedSpecification, measured: MeasuredAssessment, nominal: [RobustnessReport.Standing], threads: Int
    ) async throws {
        self.varied = varied
        self.measured = measured
        self.nominal = nominal
        self.threads = threads
        rows = measured.panel.rows(ofPeriodAt: measured.panel.periods.count - 1)
        do {
            variants = try await AssessmentVariants(
                [varied.specification.ranked], catalogue: varied.catalogue, measured: measured)
        } catch {
            throw RobustnessError("\(error.cause)")
        }
    }

    /// What leaving out each node does; in words those without which the assessment cannot be computed.
    func leftOut() async throws -> (results: [SensitivityResults.LeftOut], held: [BilingualText]) {
        let nodes = varied.specification.framework.subtree.dropFirst().filter(\.isWeighted)
        let leaving = VariedSpecification(
            specification: varied.specification, catalogue: varied.catalogue,
            variation: MethodVariation(without: nodes.map(\.id)))
        var results: [SensitivityResults.LeftOut] = []
        var held: [BilingualText] = []
        let places = nominal.map { Int32($0.rank ?? 0) }
        // One at a time: a node that cannot be left out is told, and does not stand in the way of the others.
        for (place, node) in nodes.enumerated() {
            do {
                let variants = try await AssessmentVariants(
                    [try leaving.specification(of: [place])], catalogue: varied.catalogue, measured: measured)
                let run = try VariantRun(variants)
                let ranks = rows.map { run.rank(in: 0, row: $0) }
                let moves = zip(ranks, places).map { $0 > 0 && $1 > 0 ? Int($0 - $1) : 0 }
                let farthest = moves.indices.max { (abs(moves[$0]), -$0) < (abs(moves[$1]), -$1) }
                let largest = farthest.map { moves[$0] } ?? 0
                results.append(
                    SensitivityResults.LeftOut(
                        node: node.id, meanShift: RankShift.mean(ranks[...], places),
                        largestShift: largest, unit: largest == 0 ? nil : farthest,
                        others: largest == 0 ? 0 : moves.count { abs($0) == abs(largest) } - 1))
            } catch {
                let cause = (error as? AssessmentVariants.Failure).map { "\($0.cause)" } ?? "\(error)"
                held.append(
                    BilingualText(
                        zh: "\(node.name.zh)不能去掉：\(cause)", en: "\(node.name.en) cannot be left out: \(cause)"))
            }
        }
        return (results, held)
    }

    /// The weights beside those that the scores give.
    ///
    /// Source: P. Paruolo, M. Saisana and A. Saltelli (2013), Ratings and rankings: voodoo or science?, Journal of the Royal
    /// Statistical Society A 176, 609–634.
    func weights() -> [SensitivityResults.Weight] {
        guard let run = try? VariantRun(variants) else { return [] }
        func scores(_ node: String) -> [Double] { rows.map { run.score(of: node, in: 0, row: $0) } }
        return variants.families(of: 0).flatMap { family -> [SensitivityResults.Weight] in
            guard let weights = family.weights else { return [] }
            let own = scores(family.node)
            let effects = family.children.map { child -> Double? in
                let pairs = zip(scores(child), own).filter { !$0.isNaN && !$1.isNaN }
                return Correlation.pearson(pairs.map(\.0), pairs.map(\.1)).map { $0.coefficient * $0.coefficient }
            }
            let (sum, known) = (weights.reduce(0, +), effects.compactMap { $0 })
            let whole = known.reduce(0, +)
            guard known.count == effects.count, whole > 0, sum > 0 else { return [] }
            return family.children.indices.map {
                SensitivityResults.Weight(
                    node: family.children[$0], intended: weights[$0] / sum, effective: known[$0] / whole)
            }
        }
    }

    /// The units whose absence turns the order of others around; in words those without which the assessment cannot be computed.
    func reversals() async throws -> (results: [SensitivityResults.Reversal], held: [BilingualText]) {
        let prepared: VariantRun
        do {
            prepared = try VariantRun(variants, leaves: Set(measured.measurements.keys))
        } catch {
            throw RobustnessError("\(error.cause)")
        }
        let (units, rows, nominal) = (measured.panel.units, rows, nominal)
        let periods = measured.panel.periods.count
        let blocks = try await Blocks(units.count, threads).map { block in
            var run = prepared
            var (found, held) = ([SensitivityResults.Reversal](), [BilingualText]())
            for unit in block {
                let own = (0..<periods).map { $0 * units.count + unit }
                for row in own { run.takeOut(row: row) }
                do {
                    try run.run(0)
                    let ranks = rows.map { Int(run.rank(in: 0, row: $0)) }
                    let pairs = RankInversions.count(nominal, ranks, without: unit)
                    if pairs > 0, let (ahead, behind) = RankInversions.first(nominal, ranks, without: unit) {
                        found.append(
                            SensitivityResults.Reversal(without: unit, pairs: pairs, ahead: ahead, behind: behind))
                    }
                } catch {
                    let name = units[unit].name
                    held.append(
                        BilingualText(
                            zh: "没有\(name.zh)便不能计算：\(error)",
                            en: "without \(name.en) the assessment cannot be computed: \(error)"))
                }
                for row in own { run.putBack(row: row) }
            }
            return (found, held)
        }
        return (blocks.flatMap(\.0), blocks.flatMap(\.1))
    }

    /// The smallest change of one weight that swaps each two neighbours.
    func swaps() throws -> [SensitivityResults.Swap] {
        try WeightSwaps(variants, nominal, rows: rows).swaps()
    }
}

/// Pairs of units whose order turns around.
enum RankInversions {
    /// The number of pairs of one peer group that are in another order by new ranks; ties in either count for no order.
    static func count(_ nominal: [RobustnessReport.Standing], _ ranks: [Int], without unit: Int) -> Int {
        ordered(nominal, ranks, without: unit).reduce(0) { $0 + inversions($1.map { ranks[$0] }).count }
    }

    /// The first pair that turns around: the best unit that another one passes, and the next behind it that does.
    static func first(
        _ nominal: [RobustnessReport.Standing], _ ranks: [Int], without unit: Int
    ) -> (ahead: Int, behind: Int)? {
        for members in ordered(nominal, ranks, without: unit) {
            var best = [Int](repeating: .max, count: members.count)
            for place in members.indices.dropLast().reversed() {
                best[place] = min(best[place + 1], ranks[members[place + 1]])
            }
            if let place = members.indices.first(where: { best[$0] < ranks[members[$0]] }),
                let behind = members[place...].first(where: { ranks[$0] < ranks[members[place]] })
            {
                return (members[place], behind)
            }
        }
        return nil
    }

    /// The ranked units of each peer group from the best on; of those that share a rank, the better one by new ranks first.
    private static func ordered(
        _ nominal: [RobustnessReport.Standing], _ ranks: [Int], without unit: Int
    ) -> [[Int]] {
        let ranked = nominal.indices.filter { $0 != unit && ranks[$0] > 0 && nominal[$0].rank != nil }
        let groups = Dictionary(grouping: ranked) { nominal[$0].group }
        return groups.sorted { $0.key < $1.key }.map { _, members in
            members.sorted { (nominal[$0].rank ?? 0, ranks[$0]) < (nominal[$1].rank ?? 0, ranks[$1]) }
        }
    }

    /// The inversions of numbers, and the numbers in order, by merging.
    private static func inversions(_ numbers: [Int]) -> (count: Int, sorted: [Int]) {
        guard numbers.count > 1 else { return (0, numbers) }
        let (left, right) = (
            inversions(Array(numbers[..<(numbers.count / 2)])), inversions(Array(numbers[(numbers.count / 2)...]))
        )
        var merged: [Int] = []
        merged.reserveCapacity(numbers.count)
        var (count, place, other) = (left.count + right.count, 0, 0)
        while place < left.sorted.count || other < right.sorted.count {
            if other == right.sorted.count || place < left.sorted.count && left.sorted[place] <= right.sorted[other] {
                merged.append(left.sorted[place])
                place += 1
            } else {
                merged.append(right.sorted[other])
                count += left.sorted.count - place
                other += 1
            }
        }
        return (count, merged)
    }
}
