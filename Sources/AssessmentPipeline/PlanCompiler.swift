internal import AssessmentCore

/// Compiles a specification into a plan.
struct PlanCompiler {
    /// A node that is compiled in full.
    struct Compiled {
        /// The slot that holds its final score.
        let score: Int
        /// Whether more of that is better.
        let direction: Direction
    }

    let specification: Specification
    let catalogue: Catalogue
    /// The targets of nodes, by their ids.
    let targets: [String: ResolvedTarget]
    let decisions: [AdjustmentDecision]
    let panel: Panel
    let peerGroupOfUnit: [Int]
    private var operations: [Plan.Operation] = []
    /// The slot of the measured column of each leaf.
    private(set) var measured: [String: Int] = [:]
    private(set) var compiled: [String: Compiled] = [:]
    /// The reference sets of each scope, which many steps share.
    private var references: [ReferenceScope: ReferenceSets] = [:]
    var scratchCount = 0
    var largestFamily = 0

    private init(
        _ specification: Specification, _ catalogue: Catalogue, _ targets: [String: ResolvedTarget],
        _ decisions: [AdjustmentDecision], _ panel: Panel, _ peerGroupOfUnit: [Int]
    ) {
        self.specification = specification
        self.catalogue = catalogue
        self.targets = targets
        self.decisions = decisions
        self.panel = panel
        self.peerGroupOfUnit = peerGroupOfUnit
    }

    /// The plan of a specification.
    ///
    /// - Throws: `PipelineError` where a method refuses its parameters.
    static func compile(
        _ specification: Specification, catalogue: Catalogue, targets: [String: ResolvedTarget],
        decisions: [AdjustmentDecision], panel: Panel, peerGroupOfUnit: [Int]
    ) async throws -> Plan {
        var compiler = PlanCompiler(specification, catalogue, targets, decisions, panel, peerGroupOfUnit)
        for leaf in specification.framework.subtree where leaf.measure != nil && leaf.steps.contains(.measure) {
            compiler.measured[leaf.id] = compiler.append(leaf, .measure, .load)
        }
        _ = try await compiler.compile(specification.framework, points: compiler.fullMarks, above: nil)
        let groups = compiler.references(.peerGroupAndPeriod)
        let levels = panel.units.map(\.level).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return Plan(
            panel: panel, groups: groups, groupIds: specification.rankedGroups.map(\.id), groupOfUnit: peerGroupOfUnit,
            levelOfUnit: panel.units.map { levels.firstIndex(of: $0.level) ?? 0 },
            levelCount: levels.count, operations: compiler.operations, layout: Plan.Layout(compiler.operations),
            scratchCount: max(compiler.scratchCount, groups.count),
            largestFamily: compiler.largestFamily)
    }

    private var fullMarks: Double {
        if case .points(let full) = specification.weightScale { full } else { 100 }
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

    private mutating func append(_ node: FrameworkNode, _ step: Step, _ work: Plan.Work) -> Int {
        let slot = operations.count
        operations.append(Plan.Operation(node: node, step: step, output: slot, work: work))
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
            let slot = append(node, step, work)
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
