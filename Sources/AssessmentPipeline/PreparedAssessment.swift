public import AssessmentCore

/// A specification compiled once for some units and periods, to be run on as many measured columns as wanted.
public struct PreparedAssessment: Sendable {
    var plan: Plan
    /// The slot of the measured column of each leaf.
    let slots: [String: Int]
    /// The operations that a changed leaf makes necessary, by its id.
    let dependents: [String: [Int]]
    /// The position of the last operation of each node and kind of step.
    let lastOperation: [String: [Step.Kind: Int]]
    /// The slot of the final score of each node.
    let scoreSlots: [String: Int]
    /// The id of the root.
    let root: String
    /// The operations that may read other units, those that depend on them, and the ranking of the root.
    let comparing: [Int]
    /// The rules by which a node leaves the framework for every unit of a level.
    let levelRules: [LevelRule]

    /// A rule by which a node leaves the framework for every unit of a level.
    struct LevelRule: Sendable {
        let rule: MissingRule
        let input: Int
        let output: Int
    }

    /// The rows.
    public var panel: Panel { plan.panel }

    init(_ plan: Plan, root: String) {
        self.plan = plan
        self.root = root
        var slots: [String: Int] = [:]
        var last: [String: [Step.Kind: Int]] = [:]
        var scores: [String: Int] = [:]
        var rules: [LevelRule] = []
        var comparing: Set<Int> = []
        for (index, operation) in plan.operations.enumerated() {
            if operation.step.kind == .measure { slots[operation.node.id] = operation.output }
            last[operation.node.id, default: [:]][operation.step.kind] = index
            if operation.step.kind.givesNumbers { scores[operation.node.id] = operation.output }
            switch Plan.reach(operation.work) {
            case .ownUnit: break
            case .level(let rule, let input):
                rules.append(LevelRule(rule: rule, input: input, output: operation.output))
            case .everyUnit: comparing.insert(operation.output)
            }
        }
        (self.slots, lastOperation, scoreSlots, levelRules) = (slots, last, scores, rules)
        func needed(_ slots: Set<Int>) -> [Int] { PreparedAssessment.needed(plan, slots, root: root) }
        self.comparing = needed(comparing)
        dependents = slots.mapValues { needed([$0]) }
    }

    /// The operations that have to be done again when some slots changed, without the ranks, lights and grades of other
    /// nodes than the root, which nothing reads.
    static func needed(_ plan: Plan, _ slots: Set<Int>, root: String) -> [Int] {
        plan.operations(dependingOn: slots).filter {
            plan.operations[$0].step.kind.givesNumbers || plan.operations[$0].node.id == root
        }
    }

    /// Runs every step over measured columns, by the id of the leaf.
    ///
    /// Missing scores that the specification says must not be do not stop the run: they are listed in
    /// ``AssessmentRun/failures``.
    ///
    /// - Throws: ``PipelineError`` where a step cannot go on at all, such as by a score below every grade.
    public func run(_ columns: [String: Column]) throws(PipelineError) -> AssessmentRun {
        var workspace = Workspace(plan)
        for (leaf, slot) in slots {
            guard let column = columns[leaf] else { continue }
            workspace.load(column, into: slot)
        }
        var run = AssessmentRun(self, consume workspace)
        try run.run(plan.operations.indices.map { $0 })
        return run
    }
}

extension Pipeline {
    /// Compiles the specification for measured columns like these.
    ///
    /// A run of what comes out gives the scores, ranks and grades that ``complete(_:manifest:)`` gives, to the last digit.
    ///
    /// - Throws: ``PipelineError`` where a method refuses its parameters.
    public func prepare(_ measured: MeasuredAssessment) async throws -> PreparedAssessment {
        PreparedAssessment(try await plan(measured), root: specification.framework.id)
    }
}

/// The results of a run of a ``PreparedAssessment``, which can be changed cell by cell and computed again.
public struct AssessmentRun: Sendable {
    /// A missing score that the specification says must not be.
    public struct Failure: Sendable, Hashable {
        /// The node.
        public let node: String
        /// The row.
        public let row: Int
        /// Why there is no score.
        public let reason: Reason
    }

    var prepared: PreparedAssessment
    var workspace: Workspace
    /// The missing scores that would stop a run by the rules on missing values, those of the last steps that were run.
    public internal(set) var failures: [Failure] = []

    init(_ prepared: PreparedAssessment, _ workspace: Workspace) {
        self.prepared = prepared
        self.workspace = workspace
    }

    var plan: Plan { prepared.plan }

    mutating func run(_ operations: [Int]) throws(PipelineError) {
        do {
            try plan.run(operations, &workspace)
            failures = []
        } catch let failure as Plan.Failure {
            failures = failure.cells.map {
                Failure(node: plan.operations[$0.operation].node.id, row: $0.row, reason: $0.reason)
            }
        } catch let error as PipelineError {
            throw error
        } catch {
            throw PipelineError("\(error)")
        }
    }

    /// Puts another number, which is finite, into a row of a measured column, and computes again what depends on it, save the ranks, lights
    /// and grades of other nodes than the root.
    ///
    /// - Throws: ``PipelineError`` where a step cannot go on.
    public mutating func measure(_ value: Double, of leaf: String, row: Int) throws(PipelineError) {
        guard value.isFinite, let slot = prepared.slots[leaf], let operations = prepared.dependents[leaf] else {
            return
        }
        workspace.set(Workspace.Cell(value: value, state: .measured, reason: nil, share: 1), slot, row)
        try run(operations)
    }

    /// The final score of a node in a row.
    public func score(of node: String, row: Int) -> Double? {
        prepared.scoreSlots[node].flatMap { number($0, row) }
    }

    /// Why a node has no score in a row.
    public func reason(of node: String, row: Int) -> Reason? {
        prepared.scoreSlots[node].flatMap { workspace.reason($0, row) }
    }

    /// The rank of a node in a row within its peer group.
    public func rank(of node: String, row: Int) -> Int? {
        slot(node, .rank).flatMap { number($0, row) }.map { Int($0) }
    }

    /// The position of the grade of a node in a row, the best one first.
    public func gradePosition(of node: String, row: Int) -> Int? {
        // Vetoes and quotas go on with the grade, in the order of the node's steps.
        let last = [Step.Kind.grade, .veto, .quota].compactMap { prepared.lastOperation[node]?[$0] }.max()
        return last.flatMap { number(plan.operations[$0].output, row) }.map { Int($0) }
    }

    private func slot(_ node: String, _ step: Step.Kind) -> Int? {
        prepared.lastOperation[node]?[step].map { plan.operations[$0].output }
    }

    private func number(_ slot: Int, _ row: Int) -> Double? {
        let value = workspace.number(slot, row)
        return value.isNaN ? nil : value
    }
}
