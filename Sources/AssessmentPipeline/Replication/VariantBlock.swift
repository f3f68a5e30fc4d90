internal import AssessmentCore
internal import CAssessmentKernels

/// Several replications at a time of a variant that repeats nothing but weighted means of scores that are all there, and
/// the ranking of the root.
///
/// Sums run in the order of the plain run, so that scores and ranks have its bits. No replication allocates.
package struct VariantBlock: Sendable {
    /// Where the scores of a child are: in a column that stays, or among the results of a mean before.
    private enum Source {
        case column(Int)
        case mean(Int)
    }

    /// The families whose weights are put in, in order.
    package let families: [AssessmentVariants.Family]
    /// The largest number of replications at a time.
    package let capacity: Int
    /// The number of units.
    package let units: Int
    private let sources: [[Source]]
    /// The columns that stay, one after another.
    private let columns: [Double]
    /// The weights of each family: a set after another.
    private var weights: [[Double]]
    /// The results of each mean, one mean after another, and of each a replication after another.
    private var results: [Double]
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

    /// The formula of a weighted mean, which is all that the kernel does.
    private static let mean: Formula =
        .overChildren(.sum, .input("weight") * .input("score")) / .overChildren(.sum, .input("weight"))

    /// Recognises such a variant, over the rows of one period; nothing where it is another one.
    init?(
        _ plan: Plan, _ repeated: [Int], root: Int, families: [AssessmentVariants.Family], rows: Range<Int>,
        _ workspace: Workspace, capacity: Int
    ) {
        var produced: [Int: Int] = [:]
        var columns: [Double] = []
        var columnOfSlot: [Int: Int] = [:]
        var sources: [[Source]] = []
        var means: [AssessmentVariants.Family] = []
        var ranking: Plan.Ranking?
        for index in repeated {
            switch plan.operations[index].work {
            case .aggregate(let kernel, let family, let threshold):
                guard threshold.unrankedAbove == nil, threshold.leastChildren == nil, case .fixed = family.weights,
                    kernel.closedForm?.formula == VariantBlock.mean,
                    let own = families.first(where: { $0.operation == index })
                else { return nil }
                var children: [Source] = []
                for slot in family.slots {
                    if let mean = produced[slot] {
                        children.append(.mean(mean))
                        continue
                    }
                    if columnOfSlot[slot] == nil {
                        let column = workspace.numbers(slot)
                        let numbers = column[column.startIndex + rows.lowerBound..<column.startIndex + rows.upperBound]
                        guard numbers.allSatisfy(\.isFinite) else { return nil }
                        columnOfSlot[slot] = columns.count / max(1, rows.count)
                        columns += numbers
                    }
                    children.append(.column(columnOfSlot[slot] ?? 0))
                }
                produced[plan.operations[index].output] = means.count
                means.append(own)
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
        self.families = means
        self.sources = sources
        self.columns = columns
        self.capacity = capacity
        units = rows.count
        tolerance = ranking.tolerance
        smallestFirst = ranking.direction == .lowerIsBetter
        weights = means.map { [Double](repeating: 0, count: $0.children.count * capacity) }
        results = Workspace.unwritten(means.count * rows.count * capacity)
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
        let (units, own, first) = (units, sources[mean], start(of: mean))
        let starts = own.map { if case .mean(let earlier) = $0 { start(of: earlier) } else { 0 } }
        columns.withUnsafeBufferPointer { columns in
            results.withUnsafeMutableBufferPointer { results in
                weights[mean].withUnsafeBufferPointer { weights in
                    withUnsafeTemporaryAllocation(of: UnsafePointer<Double>?.self, capacity: own.count) { children in
                        withUnsafeTemporaryAllocation(of: Int.self, capacity: own.count) { strides in
                            for (child, source) in own.enumerated() {
                                switch source {
                                case .column(let column):
                                    children[child] = columns.baseAddress.map { $0 + column * units }
                                    strides[child] = 0
                                case .mean:
                                    children[child] = UnsafePointer(results.baseAddress).map { $0 + starts[child] }
                                    strides[child] = units
                                }
                            }
                            assessment_weighted_means(
                                children.baseAddress, strides.baseAddress, own.count, units, weights.baseAddress, count,
                                results.baseAddress.map { $0 + first })
                        }
                    }
                }
            }
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
