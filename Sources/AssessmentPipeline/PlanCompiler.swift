internal import AssessmentCore

/// Compiles specifications over the same rows into one plan, in which the operations that they have in common stand once.
///
/// An operation is the same where node, step, weights and points are, and where it reads the same slots: what a kernel is
/// prepared from beyond that, such as the direction of a column, follows from these.
struct PlanCompiler {
    /// A node that is compiled in full.
    struct Compiled {
        /// The slot that holds its final score.
        let score: Int
        /// Whether more of that is better.
        let direction: Direction
    }

    /// What makes an operation what it is.
    private struct Key: Hashable {
        let node: String
        let step: Step
        let reads: [Int]
        /// Weights and points, by their bits.
        let numbers: [UInt64]

        // Steps that agree in these seldom differ, and to hash one takes longer than to compare it.
        func hash(into hasher: inout Hasher) {
            hasher.combine(node)
            hasher.combine(step.kind)
            hasher.combine(reads)
        }
    }

    let catalogue: Catalogue
    let decisions: [AdjustmentDecision]
    let panel: Panel
    let peerGroupOfUnit: [Int]
    private var operations: [Plan.Operation] = []
    private var slotOfOperation: [Key: Int] = [:]
    /// The reference sets of each scope, which many steps share.
    private var references: [ReferenceScope: ReferenceSets] = [:]
    var kernels = PreparedKernels()
    var scratchCount = 0
    var largestFamily = 0
    private var groupIds: [String] = []

    // Of the specification at hand.
    /// The targets of nodes, by their ids.
    private(set) var targets: [String: ResolvedTarget] = [:]
    private(set) var weightScale = WeightScale.relative
    /// The slot of the measured column of each leaf.
    private(set) var measured: [String: Int] = [:]
    private(set) var compiled: [String: Compiled] = [:]
    /// Its operations, in order, and the first one that no specification before it has.
    private var own: [Int] = []
    private var firstNew = 0

    /// Begins a plan without any operation.
    init(catalogue: Catalogue, decisions: [AdjustmentDecision], panel: Panel, peerGroupOfUnit: [Int]) {
        self.catalogue = catalogue
        self.decisions = decisions
        self.panel = panel
        self.peerGroupOfUnit = peerGroupOfUnit
    }

    /// Adds what a specification does that none before it did.
    ///
    /// - Returns: where its operations are.
    /// - Throws: `PipelineError` where a method refuses its parameters.
    mutating func add(_ specification: Specification, _ targets: [String: ResolvedTarget]) async throws -> Plan.Member {
        (self.targets, weightScale) = (targets, specification.weightScale)
        (measured, compiled, own, firstNew) = ([:], [:], [], operations.count)
        if groupIds.isEmpty { groupIds = specification.rankedGroups.map(\.id) }
        for leaf in specification.framework.subtree where leaf.measure != nil && leaf.steps.contains(.measure) {
            measured[leaf.id] = slot(leaf, .measure, .load)
        }
        let root = try await compile(specification.framework, points: fullMarks, above: nil)
        return Plan.Member(operations: own, root: root.score)
    }

    /// All operations as one plan.
    mutating func plan() -> Plan {
        let groups = references(.peerGroupAndPeriod)
        let levels = panel.units.map(\.level).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return Plan(
            panel: panel, groups: groups, groupIds: groupIds, groupOfUnit: peerGroupOfUnit,
            levelOfUnit: panel.units.map { levels.firstIndex(of: $0.level) ?? 0 },
            levelCount: levels.count, operations: operations, layout: Plan.Layout(operations),
            scratchCount: max(scratchCount, groups.count), largestFamily: largestFamily)
    }

    private var fullMarks: Double {
        if case .points(let full) = weightScale { full } else { 100 }
    }

    /// The reference sets of a scope over the panel.
    private mutating func references(_ scope: ReferenceScope) -> ReferenceSets {
        if let references = references[scope] { return references }
        let made = ReferenceSets(scope, panel: panel, peerGroupOfUnit: peerGroupOfUnit)
        references[scope] = made
        return made
    }

    /// The reference sets of a scope, of which none may lie in a year that is not assessed.
    ///
    /// - Throws: `MethodError` that names the year.
    mutating func checkedReferences(_ scope: ReferenceScope) throws -> ReferenceSets {
        if case .only(let period) = scope.periods, !panel.periods.contains(period) {
            throw MethodError(
                "the reference year \(period) is not assessed; expected one of "
                    + panel.periods.map(\.description).joined(separator: ", ") + ", or the year under ‘history’")
        }
        return references(scope)
    }

    /// The slot of an operation, which is added where none like it is there.
    private mutating func slot(_ node: FrameworkNode, _ step: Step, _ work: Plan.Work) -> Int {
        let key = Key(node: node.id, step: step, reads: Plan.reads(work) ?? [], numbers: work.numbers)
        let (next, firstNew) = (operations.count, firstNew)
        // A step that a specification repeats keeps a slot of its own. The key is looked for once, since that takes longest.
        func take(_ known: inout Int) -> Int {
            if known >= firstNew { known = next }
            return known
        }
        let slot = take(&slotOfOperation[key, default: next])
        if slot == next { operations.append(Plan.Operation(node: node, step: step, output: slot, work: work)) }
        own.append(slot)
        return slot
    }

    /// What a node has come to while its steps are compiled.
    struct Progress {
        let node: FrameworkNode
        /// The node above.
        let above: FrameworkNode?
        /// The points that the node is worth.
        let points: Double
        var weighted: [(node: FrameworkNode, compiled: Compiled, given: Double?)] = []
        var bonuses: [(slot: Int, points: Double)] = []
        /// The slot of the last number, and of the last one before any score.
        var last: Int?
        var value: Int?
        var hasScore = false
        var direction: Direction
        /// The slots of the last rank and the last grade.
        var rank: Int?
        var grade: Int?
    }

    /// Compiles a node after its children.
    private mutating func compile(
        _ node: FrameworkNode, points: Double, above: FrameworkNode?
    ) async throws -> Compiled {
        let indicator = node.measure.flatMap { catalogue.indicators[$0.indicator]?.description.direction }
        var progress = Progress(
            node: node, above: above, points: points, direction: node.direction ?? indicator ?? .higherIsBetter)
        let siblings = node.children.count { $0.isWeighted }
        for child in node.children {
            switch child.role {
            case .weighted(let given):
                let compiled = try await compile(child, points: given ?? points / Double(siblings), above: node)
                progress.weighted.append((child, compiled, given))
            case .bonus(let extra):
                progress.bonuses.append((try await compile(child, points: extra, above: node).score, extra))
            }
        }
        for step in node.steps {
            // What no decision asks for leaves no table.
            if let adjustment = step.adjustment, decisions(adjustment, at: node).isEmpty { continue }
            if step == .quota, !progress.hasQuota { continue }
            if case .measure = step {
                progress.last = measured[node.id]
                progress.value = progress.last
                continue
            }
            let work = try await work(of: step, &progress)
            let slot = slot(node, step, work)
            if step.kind.givesNumbers { progress.last = slot }
            if step.kind.givesScore { progress.hasScore = true }
            if step.kind == .rank { progress.rank = slot }
            if step.kind.givesGrade { progress.grade = slot }
            if step.kind.givesNumbers, !progress.hasScore { progress.value = slot }
        }
        guard progress.hasScore, let score = progress.last else {
            throw PipelineError(node: node, "none of its steps gives a score")
        }
        let result = Compiled(score: score, direction: progress.direction)
        compiled[node.id] = result
        return result
    }

    private mutating func work(of step: Step, _ progress: inout Progress) async throws -> Plan.Work {
        switch step {
        case .aggregate(let choice, let weighting):
            return try aggregation(choice, weighting, &progress)
        case .formula(let formula): return try computation(formula, &progress)
        default: break
        }
        guard let input = progress.last else {
            throw PipelineError(
                node: progress.node, "the step ‘\(step.kind.rawValue)’ has no numbers to go on with; it comes too early"
            )
        }
        switch step {
        case .screen(let screening):
            return .screen(screening, leaves: measured.values.sorted(), input: input)
        case .impute(let choice, let reasons): return try await imputation(choice, reasons, input, progress)
        case .treat(let choice): return try await treatment(choice, input, &progress)
        case .evaluate(let choice): return try await evaluation(choice, input, &progress)
        case .missing(let rule): return .resolve(rule, input: input)
        case .bonus:
            return .raise(
                input: input, bonuses: progress.bonuses.map(\.slot), points: progress.bonuses.map(\.points),
                nodePoints: progress.points)
        case .round(let decimals): return .round(decimals: decimals, input: input)
        case .light(let light): return .light(light, input: light.ofValue ? progress.value ?? input : input)
        case .adjust(let adjustment):
            return .adjust(
                adjustment, decisions: decisions(adjustment, at: progress.node), scale: pointScale(progress),
                input: input)
        case .rank(let tolerance, let tieBreaks):
            return .rank(try ranking(tolerance, tieBreaks, progress), input: input)
        case .grade: return .grade(progress.bands, input: input)
        case .veto(let adjustment):
            return .veto(
                adjustment, progress.bands, decisions: decisions(adjustment, at: progress.node),
                input: try slot(progress.grade, of: .grade, before: .veto, progress))
        case .quota:
            return .limit(
                progress.bands, ranks: try slot(progress.rank, of: .rank, before: .quota, progress),
                input: try slot(progress.grade, of: .grade, before: .quota, progress))
        case .measure, .aggregate, .formula: return .load
        }
    }
}

extension Plan.Work {
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
