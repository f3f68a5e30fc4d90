internal import AssessmentCore

/// Plans over the same rows in one, with the operations that they have in common once.
///
/// An operation is the same where node, step and weights are, and where it reads the same slots: what a kernel is
/// prepared from beyond that, such as the direction of a column, follows from these.
struct PlanUnion {
    /// Where the operations of a plan are.
    struct Member: Sendable {
        /// The operations, in the order of the plan.
        let operations: [Int]
        /// The one that gives the score of the root.
        let root: Int
    }

    private struct Key: Hashable {
        let node: String
        let step: Step
        let reads: [Int]
        /// Weights and points, by their bits.
        let numbers: [UInt64]
    }

    private let first: Plan
    private var operations: [Plan.Operation] = []
    private var known: [Key: Int] = [:]
    private var scratchCount = 0
    private var largestFamily = 0

    /// A union of no plan yet, over the rows of one.
    init(over plan: Plan) {
        first = plan
    }

    /// All operations as one plan.
    var plan: Plan {
        Plan(
            panel: first.panel, groups: first.groups, groupIds: first.groupIds, groupOfUnit: first.groupOfUnit,
            levelOfUnit: first.levelOfUnit, levelCount: first.levelCount, operations: operations,
            layout: Plan.Layout(operations),
            scratchCount: scratchCount, largestFamily: largestFamily)
    }

    /// Adds what a plan does that no other one does.
    mutating func add(_ plan: Plan) -> Member {
        scratchCount = max(scratchCount, plan.scratchCount)
        largestFamily = max(largestFamily, plan.largestFamily)
        var places: [Int] = []
        for operation in plan.operations {
            let key = Key(
                node: operation.node.id, step: operation.step,
                reads: (Plan.reads(operation.work) ?? []).map { places[$0] }, numbers: operation.work.numbers)
            if let place = known[key] {
                places.append(place)
                continue
            }
            let place = operations.count
            operations.append(
                Plan.Operation(
                    node: operation.node, step: operation.step, output: place,
                    work: operation.work.moved { places[$0] }))
            known[key] = place
            places.append(place)
        }
        let root = plan.operations.lastIndex { $0.step.kind.givesNumbers } ?? 0
        return Member(operations: places, root: places[root])
    }
}

extension Plan.Work {
    /// The same work on other slots.
    fileprivate func moved(_ place: (Int) -> Int) -> Plan.Work {
        switch self {
        case .load: .load
        case .screen(let screening, let leaves, let input):
            .screen(screening, leaves: leaves.map(place), input: place(input))
        case .impute(let kernel, let input, let companions, let reasons):
            .impute(kernel, input: place(input), companions: companions.map(place), reasons: reasons)
        case .apply(let kernel, let input, let targets, let otherwise):
            .apply(kernel, input: place(input), targets: targets, otherwise: otherwise)
        case .compute(let program, let form, let family, let reads, let threshold):
            .compute(program, form, family: family.moved(place), reads: reads.map(place), threshold)
        case .resolve(let rule, let input): .resolve(rule, input: place(input))
        case .aggregate(let kernel, let family, let threshold):
            .aggregate(kernel, family: family.moved(place), threshold)
        case .raise(let input, let bonuses, let points, let nodePoints):
            .raise(input: place(input), bonuses: bonuses.map(place), points: points, nodePoints: nodePoints)
        case .adjust(let adjustment, let decisions, let scale, let input):
            .adjust(adjustment, decisions: decisions, scale: scale, input: place(input))
        case .round(let decimals, let input): .round(decimals: decimals, input: place(input))
        case .light(let light, let input): .light(light, input: place(input))
        case .rank(let ranking, let input):
            .rank(
                Plan.Ranking(
                    tolerance: ranking.tolerance, direction: ranking.direction,
                    tieBreaks: ranking.tieBreaks.map { (place($0.slot), $0.direction) }, isLast: ranking.isLast),
                input: place(input))
        case .grade(let bands, let input): .grade(bands, input: place(input))
        case .veto(let adjustment, let bands, let decisions, let input):
            .veto(adjustment, bands, decisions: decisions, input: place(input))
        case .limit(let bands, let ranks, let input): .limit(bands, ranks: place(ranks), input: place(input))
        }
    }

    /// The numbers that it works with beside its step.
    fileprivate var numbers: [UInt64] {
        switch self {
        case .compute(_, _, let family, _, _), .aggregate(_, let family, _): family.weights.numbers
        case .raise(_, _, let points, let nodePoints): (points + [nodePoints]).map(\.bitPattern)
        case .adjust(_, _, let scale, _): [scale.bitPattern]
        default: []
        }
    }
}

extension Plan.Weights {
    fileprivate var numbers: [UInt64] {
        switch self {
        case .fixed(let fitted): fitted.weights.map(\.bitPattern)
        case .fitted(let fitting): fitting.given.map { ($0 ?? .nan).bitPattern }
        }
    }
}

extension Plan.Family {
    fileprivate func moved(_ place: (Int) -> Int) -> Plan.Family {
        Plan.Family(slots: slots.map(place), directions: directions, weights: weights, rules: rules)
    }
}
