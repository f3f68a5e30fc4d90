internal import AssessmentCore

/// Compiles a specification into a plan.
struct PlanCompiler {
    private let specification: Specification
    private let catalogue: Catalogue
    private let targets: [String: NumberTable]
    private let panel: Panel
    private let peerGroupOfUnit: [Int]
    private var operations: [Plan.Operation] = []
    private var scratchCount = 0
    private var largestFamily = 0

    private init(
        _ specification: Specification, _ catalogue: Catalogue, _ targets: [String: NumberTable], _ panel: Panel,
        _ peerGroupOfUnit: [Int]
    ) {
        self.specification = specification
        self.catalogue = catalogue
        self.targets = targets
        self.panel = panel
        self.peerGroupOfUnit = peerGroupOfUnit
    }

    /// The plan of a specification.
    ///
    /// - Throws: `PipelineError` where a method refuses its parameters.
    static func compile(
        _ specification: Specification, catalogue: Catalogue, targets: [String: NumberTable], panel: Panel,
        peerGroupOfUnit: [Int]
    ) async throws -> Plan {
        var compiler = PlanCompiler(specification, catalogue, targets, panel, peerGroupOfUnit)
        _ = try await compiler.compile(specification.framework, points: compiler.fullMarks)
        let groups = ReferenceSets(.peerGroupAndPeriod, panel: panel, peerGroupOfUnit: peerGroupOfUnit)
        let levels = panel.units.map(\.level).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return Plan(
            panel: panel, groups: groups, levelOfUnit: panel.units.map { levels.firstIndex(of: $0.level) ?? 0 },
            levelCount: levels.count, operations: compiler.operations,
            scratchCount: max(compiler.scratchCount, groups.count),
            largestFamily: compiler.largestFamily)
    }

    private var fullMarks: Double {
        if case .points(let full) = specification.weightScale { full } else { 100 }
    }

    /// Compiles a node after its children, and gives back the slot that holds its final score.
    private mutating func compile(_ node: FrameworkNode, points: Double) async throws -> Int {
        var weighted: [(node: FrameworkNode, slot: Int, given: Double?)] = []
        var bonuses: [(slot: Int, points: Double)] = []
        let siblings = node.children.count { $0.isWeighted }
        for child in node.children {
            switch child.role {
            case .weighted(let given):
                let slot = try await compile(child, points: given ?? points / Double(siblings))
                weighted.append((child, slot, given))
            case .bonus(let extra):
                bonuses.append((try await compile(child, points: extra), extra))
            }
        }
        largestFamily = max(largestFamily, weighted.count)
        var score: Int?
        var measured: Int?
        for step in node.steps {
            let input = score ?? measured ?? 0
            let work: Plan.Work
            switch step {
            case .measure: work = .load
            case .evaluate(let choice, let reference):
                work = try await evaluation(node, choice, reference, input: input)
            case .missing(let rule): work = .resolve(rule, input: input)
            case .aggregate(let choice, let weighting):
                work = try aggregation(node, choice, weighting, weighted)
            case .bonus:
                work = .raise(
                    input: input, bonuses: bonuses.map(\.slot), points: bonuses.map(\.points), nodePoints: points)
            case .round(let decimals): work = .round(decimals: decimals, input: input)
            case .rank(let tolerance): work = .rank(tolerance: tolerance, input: input)
            case .grade(let bands): work = .grade(bands.sorted { $0.atLeast > $1.atLeast }, input: input)
            }
            let slot = operations.count
            operations.append(Plan.Operation(node: node, step: step, output: slot, work: work))
            if step.kind == .measure { measured = slot }
            if step.kind.givesScore { score = slot }
        }
        guard let score else { throw PipelineError(node: node, "none of its steps gives a score") }
        return score
    }

    private mutating func evaluation(
        _ node: FrameworkNode, _ choice: MethodChoice, _ scope: ReferenceSets.Scope?, input: Int
    ) async throws -> Plan.Work {
        guard let evaluator = catalogue.evaluators[choice.id], let use = node.measure,
            let indicator = catalogue.indicators[use.indicator]
        else { throw PipelineError(node: node, "the method ‘\(choice.id)’ or its indicator is unknown") }
        let table = use.target ?? targets[node.id] ?? targets[use.indicator]
        var numbers = table?.numbers(for: panel) ?? [Double](repeating: .nan, count: panel.rowCount)
        var reasons = [Reason?](repeating: nil, count: panel.rowCount)
        if evaluator.targets != .none {
            for row in numbers.indices {
                if numbers[row].isNaN {
                    reasons[row] = .noTarget
                } else if evaluator.targets == .positive, numbers[row] <= 0 {
                    reasons[row] = numbers[row] == 0 ? .zeroTarget : .outsideDomain
                    numbers[row] = .nan
                }
            }
        }
        let references = scope.map { ReferenceSets($0, panel: panel, peerGroupOfUnit: peerGroupOfUnit) }
        do {
            let kernel = try await evaluator.prepare(
                EvaluationInput(
                    panel: panel, direction: indicator.description.direction,
                    targets: evaluator.targets == .none ? nil : numbers, references: references,
                    parameters: ParameterValues(choice.parameters, for: evaluator.description.parameters)))
            scratchCount = max(scratchCount, kernel.scratchCount)
            let otherwise: Reason =
                kernel.closedForm?.formula.takesStatistics == true ? .referenceDoesNotVary : .outsideDomain
            return .evaluate(kernel, input: input, targets: reasons, otherwise: otherwise)
        } catch {
            throw PipelineError(node: node, "\(error)")
        }
    }

    private mutating func aggregation(
        _ node: FrameworkNode, _ choice: MethodChoice, _ weighting: MethodChoice,
        _ children: [(node: FrameworkNode, slot: Int, given: Double?)]
    ) throws -> Plan.Work {
        guard let aggregation = catalogue.aggregations[choice.id], let weighting = catalogue.weightings[weighting.id]
        else { throw PipelineError(node: node, "the method ‘\(choice.id)’ or ‘\(weighting.id)’ is unknown") }
        do {
            let weights = try weighting.weights(of: children.map(\.node.id), given: children.map(\.given))
            let program = try FormulaProgram(
                aggregation.formula, inputs: [:],
                shape: FormulaProgram.Shape(panel))
            scratchCount = max(scratchCount, program.scratchCount)
            return .aggregate(
                program, children: children.map(\.slot), weights: weights, unrankedAbove: node.unrankedAbove)
        } catch {
            throw PipelineError(node: node, "\(error)")
        }
    }
}
