internal import AssessmentCore
internal import CAssessmentKernels

/// Several replications at a time of a variant that repeats nothing but weighted means, arithmetic or geometric, of scores
/// that are all there, and the ranking of the root.
///
/// Sums run in the order of the plain run, so that scores and ranks have its bits. No replication allocates.
package struct VariantBlock: Sendable {
    /// Where the scores of a child are: in a column that stays, or among the results of a mean before.
    private enum Source {
        case column(Int)
        case mean(Int)
    }

    /// A weighted mean that the kernel does.
    private enum Mean: CaseIterable {
        /// That of the scores as they are.
        case arithmetic
        /// That of their logarithms.
        case geometric

        /// What is done with each score before.
        var before: Formula.Function? { self == .geometric ? .ln : nil }
        /// What is done with the mean.
        var after: Formula.Function? { self == .geometric ? .exp : nil }

        /// The formula of the method that it is.
        var formula: Formula {
            let score = before.map { .apply($0, [.input("score")]) } ?? Formula.input("score")
            let mean = .overChildren(.sum, .input("weight") * score) / Formula.overChildren(.sum, .input("weight"))
            return after.map { .apply($0, [mean]) } ?? mean
        }
    }

    /// A column that stays: the scores of a slot, and what was done with them.
    private struct Column: Hashable {
        let slot: Int
        let function: Formula.Function?
    }

    /// The families whose weights are put in, in order.
    package let families: [AssessmentVariants.Family]
    /// The largest number of replications at a time.
    package let capacity: Int
    /// The number of units.
    package let units: Int
    private let means: [Mean]
    private let sources: [[Source]]
    /// The columns that stay, one after another.
    private let columns: [Double]
    /// The weights of each family: a set after another.
    private var weights: [[Double]]
    /// The results of each mean, one mean after another, and of each a replication after another.
    private var results: [Double]
    /// What was done with them before the mean above; as many, or none where nothing is.
    private var readied: [Double]
    private let tolerance: Double
    private let smallestFirst: Bool
    /// The units of each peer group, by their positions.
    private let groups: [[Int]]
    private var keys: [UInt64]
    private var gathered: [Double]
    private var places: [Int32]
    /// The ranks of the last run: a replication after another.
    package private(set) var ranks: [Int32]

    /// The scores of the last run: a replication after another.
    package var scores: ArraySlice<Double> { results[start(of: families.count - 1)...] }

    /// Where the results of a mean begin.
    private func start(of mean: Int) -> Int { mean * capacity * units }

    /// The means by the formulas of their methods.
    private static let meanOfFormula = Dictionary(uniqueKeysWithValues: Mean.allCases.map { ($0.formula, $0) })

    /// Recognises such a variant, over the rows of one period; nothing where it is another one.
    init?(
        _ plan: Plan, _ repeated: [Int], root: Int, families: [AssessmentVariants.Family], rows: Range<Int>,
        _ workspace: Workspace, capacity: Int
    ) {
        var produced: [Int: Int] = [:]
        var columns: [Double] = []
        var known: [Column: Int] = [:]
        var sources: [[Source]] = []
        var means: [Mean] = []
        var ofMeans: [AssessmentVariants.Family] = []
        var ranking: Plan.Ranking?
        for index in repeated {
            switch plan.operations[index].work {
            case .aggregate(let kernel, let family, let threshold):
                guard threshold.unrankedAbove == nil, threshold.leastChildren == nil, case .fixed = family.weights,
                    let form = kernel.closedForm, let mean = VariantBlock.meanOfFormula[form.formula],
                    let own = families.first(where: { $0.operation == index })
                else { return nil }
                var children: [Source] = []
                for slot in family.slots {
                    if let earlier = produced[slot] {
                        children.append(.mean(earlier))
                        continue
                    }
                    let key = Column(slot: slot, function: mean.before)
                    if let place = known[key] {
                        children.append(.column(place))
                        continue
                    }
                    let column = workspace.numbers(slot)
                    let first = columns.count
                    columns += column[column.startIndex + rows.lowerBound..<column.startIndex + rows.upperBound]
                    if let function = mean.before {
                        for place in first..<columns.count { columns[place] = function.value(columns[place]) }
                    }
                    guard columns[first...].allSatisfy(\.isFinite) else { return nil }
                    known[key] = first / max(1, rows.count)
                    children.append(.column(first / max(1, rows.count)))
                }
                produced[plan.operations[index].output] = means.count
                means.append(mean)
                ofMeans.append(own)
                sources.append(children)
            case .resolve(_, let input):
                guard let mean = produced[input] else { return nil }
                produced[plan.operations[index].output] = mean
            case .rank(let own, let input):
                guard own.tieBreaks.isEmpty, own.isLast.isEmpty, own.tolerance >= 0,
                    produced[input] == means.count - 1
                else { return nil }
                ranking = own
            default: return nil
            }
        }
        guard let ranking, !means.isEmpty, produced[root] == means.count - 1 else { return nil }
        self.families = ofMeans
        self.means = means
        self.sources = sources
        self.columns = columns
        self.capacity = capacity
        units = rows.count
        tolerance = ranking.tolerance
        smallestFirst = ranking.direction == .lowerIsBetter
        weights = ofMeans.map { [Double](repeating: 0, count: $0.children.count * capacity) }
        results = Workspace.unwritten(means.count * rows.count * capacity)
        readied = means.contains { $0.before != nil } ? Workspace.unwritten(results.count) : []
        groups = Dictionary(grouping: rows.indices, by: { plan.groups.setOfRow[$0] }).sorted { $0.key < $1.key }
            .map { $0.value.map { $0 - rows.lowerBound } }
        keys = [UInt64](repeating: 0, count: 2 * rows.count)
        gathered = [Double](repeating: 0, count: rows.count)
        places = [Int32](repeating: 0, count: rows.count)
        ranks = [Int32](repeating: 0, count: rows.count * capacity)
    }

    /// Puts in the weights of a family, by its position, for one of the replications.
    package mutating func put(_ own: [Double], family: Int, replication: Int) {
        let count = families[family].children.count
        for child in 0..<count { weights[family][replication * count + child] = own[child] }
    }

    /// Runs some replications whose weights were put in.
    ///
    /// - Returns: whether every score is a number; where not, the plain run says why.
    package mutating func run(_ count: Int) -> Bool {
        for mean in families.indices { means(of: mean, count) }
        let first = start(of: families.count - 1)
        let areFinite = results.withUnsafeBufferPointer { results in
            results.baseAddress.map { assessment_is_finite($0 + first, count * units) != 0 } ?? true
        }
        if !areFinite { return false }
        for replication in 0..<count { rank(replication) }
        return true
    }

    private mutating func means(of mean: Int, _ count: Int) {
        let (units, own, first, kind) = (units, sources[mean], start(of: mean), means[mean])
        let starts = own.map { if case .mean(let earlier) = $0 { start(of: earlier) } else { 0 } }
        if let function = kind.before {
            for (source, start) in zip(own, starts) {
                if case .column = source { continue }
                for place in start..<start + count * units { readied[place] = function.value(results[place]) }
            }
        }
        columns.withUnsafeBufferPointer { columns in
            readied.withUnsafeBufferPointer { readied in
                results.withUnsafeMutableBufferPointer { results in
                    let earlier = kind.before == nil ? UnsafePointer(results.baseAddress) : readied.baseAddress
                    weights[mean].withUnsafeBufferPointer { weights in
                        withUnsafeTemporaryAllocation(of: UnsafePointer<Double>?.self, capacity: own.count) {
                            children in
                            withUnsafeTemporaryAllocation(of: Int.self, capacity: own.count) { strides in
                                for (child, source) in own.enumerated() {
                                    switch source {
                                    case .column(let column):
                                        children[child] = columns.baseAddress.map { $0 + column * units }
                                        strides[child] = 0
                                    case .mean:
                                        children[child] = earlier.map { $0 + starts[child] }
                                        strides[child] = units
                                    }
                                }
                                assessment_weighted_means(
                                    children.baseAddress, strides.baseAddress, own.count, units, weights.baseAddress,
                                    count, results.baseAddress.map { $0 + first })
                            }
                        }
                    }
                }
            }
        }
        if let function = kind.after {
            for place in first..<first + count * units { results[place] = function.value(results[place]) }
        }
    }

    private mutating func rank(_ replication: Int) {
        let first = start(of: families.count - 1) + replication * units
        if groups.count == 1 {
            // All units, as they stand.
            results.withUnsafeBufferPointer { results in
                ranks.withUnsafeMutableBufferPointer { ranks in
                    assessment_ranks(
                        results.baseAddress.map { $0 + first }, units, tolerance, smallestFirst ? 1 : 0, &keys,
                        ranks.baseAddress.map { $0 + replication * units })
                }
            }
            return
        }
        for group in groups {
            for (place, unit) in group.enumerated() { gathered[place] = results[first + unit] }
            assessment_ranks(gathered, group.count, tolerance, smallestFirst ? 1 : 0, &keys, &places)
            for (place, unit) in group.enumerated() { ranks[replication * units + unit] = places[place] }
        }
    }
}
