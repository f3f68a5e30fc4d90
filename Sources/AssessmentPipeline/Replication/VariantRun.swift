package import AssessmentCore

/// The memory in which variants of an assessment are run again and again, with other weights and measured values.
///
/// What neither weights nor values can change is done beforehand, once for all variants that have it in common. A copy
/// serves another thread.
package struct VariantRun: Sendable {
    private let variants: AssessmentVariants
    private var workspace: Workspace
    /// The operations of each variant that are done in each run.
    private let repeated: [[Int]]

    /// Prepares runs.
    ///
    /// - Parameters:
    ///   - parents: the nodes below which weights change.
    ///   - leaves: the leaves whose measured values change.
    ///   - isGraded: whether grades are asked for.
    /// - Throws: `AssessmentVariants.Failure` with the first variant that cannot be run, or whose work would be done by a
    ///   process in each run.
    package init(
        _ variants: AssessmentVariants, weightsBelow parents: Set<String> = [], leaves: Set<String> = [],
        isGraded: Bool = false
    ) throws(AssessmentVariants.Failure) {
        self.variants = variants
        let plan = variants.plan
        workspace = Workspace(plan)
        workspace.exchangedWeights = [[Double]](repeating: [], count: plan.operations.count)
        for (leaf, slot) in variants.slots {
            if let column = variants.columns[leaf] { workspace.load(column, into: slot) }
        }
        var moving = Set(leaves.compactMap { variants.slots[$0] })
        for (index, operation) in plan.operations.enumerated() {
            let isWeighted = operation.work.family.map { !$0.slots.isEmpty } ?? false
            if isWeighted && parents.contains(operation.node.id)
                || !moving.isDisjoint(with: Plan.reads(operation.work) ?? [])
            {
                moving.insert(index)
            }
        }
        let loads = Set(variants.slots.values)
        var done: Set<Int> = []
        var repeated: [[Int]] = []
        for (position, variant) in variants.variants.enumerated() {
            let needed = variant.member.operations.filter { index in
                let operation = plan.operations[index]
                let kind = operation.step.kind
                return kind.givesNumbers
                    || operation.node.id == variants.root && (kind == .rank || isGraded && kind.givesGrade)
            }
            let again = needed.filter { moving.contains($0) && !loads.contains($0) }
            let before = needed.filter { (!moving.contains($0) || loads.contains($0)) && !done.contains($0) }
            repeated.append(again)
            if let apart = again.first(where: { variants.runsApart($0) }) {
                throw AssessmentVariants.Failure(
                    variant: position,
                    cause: PipelineError(
                        node: plan.operations[apart].node,
                        "‘\(plan.operations[apart].step.methodId)’ is the work of a process, which cannot be asked in every "
                            + "replication; hold fixed what changes its values, or use a method of this program"))
            }
            do {
                let isRootThere = before.contains(variant.member.root)
                try plan.run(before, root: isRootThere ? variant.member.root : nil, &workspace)
            } catch {
                throw AssessmentVariants.Failure(variant: position, cause: VariantRun.problem(error, plan))
            }
            done.formUnion(before)
        }
        self.repeated = repeated
    }

    /// The number of operations that a variant does in each run.
    package func repeatedCount(of variant: Int) -> Int { repeated[variant].count }

    /// Puts weights in place of those of a family of a variant; none puts back its own.
    package mutating func exchange(_ weights: [Double], in family: AssessmentVariants.Family) {
        workspace.exchangedWeights[family.operation] = weights
    }

    /// Puts another number into a cell of a measured column that has one.
    package mutating func disturb(_ leaf: String, row: Int, to value: Double) {
        guard let slot = variants.slots[leaf] else { return }
        workspace.replace(value, slot, row)
    }

    /// Takes a row out of every measured column, as if its unit were not assessed.
    package mutating func takeOut(row: Int) {
        for slot in variants.slots.values {
            workspace.set(
                Workspace.Cell(value: .nan, state: .notApplicable, reason: .notAssessedAtLevel, share: .nan), slot, row)
        }
    }

    /// Puts back what was measured in a row.
    package mutating func putBack(row: Int) {
        for (leaf, slot) in variants.slots {
            guard let column = variants.columns[leaf] else { continue }
            workspace.set(
                Workspace.Cell(
                    value: column.values[row], state: column.states[row], reason: column.reasons[row],
                    share: column.states[row].measuredShare), slot, row)
        }
    }

    /// Runs a variant.
    ///
    /// - Throws: `PipelineError` with every problem of the first step that cannot go on.
    package mutating func run(_ variant: Int) throws(PipelineError) {
        do {
            try variants.plan.run(repeated[variant], root: variants.variants[variant].member.root, &workspace)
        } catch {
            throw VariantRun.problem(error, variants.plan)
        }
    }

    /// A variant for several replications at a time, where it repeats nothing but weighted means and ranks; nothing where
    /// it repeats more. The variant is run, with its own weights.
    ///
    /// - Throws: `PipelineError` where it cannot be run.
    package mutating func block(
        of variant: Int, rows: Range<Int>, capacity: Int
    ) throws(PipelineError) -> VariantBlock? {
        for family in variants.families(of: variant) { exchange([], in: family) }
        // What fails whatever the weights fails here.
        try run(variant)
        return VariantBlock(
            variants.plan, repeated[variant], root: variants.variants[variant].member.root,
            families: variants.families(of: variant), rows: rows, workspace, capacity: capacity)
    }

    private static func problem(_ error: any Error, _ plan: Plan) -> PipelineError {
        if let failure = error as? Plan.Failure { return Pipeline.explain(failure, plan) }
        return error as? PipelineError ?? PipelineError("\(error)")
    }

    /// The final score of a node of a variant; NaN where it has none.
    package func score(of node: String, in variant: Int, row: Int) -> Double {
        variants.variants[variant].scores[node].map { workspace.number($0, row) } ?? .nan
    }

    /// The rows in which a node of a variant could not be scored although its value was there, whatever a rule then made of it.
    package func failedRows(of node: String, in variant: Int) -> [Int] {
        guard let slot = variants.variants[variant].scores[node], !workspace.isWhole(slot) else { return [] }
        return variants.panel.rows.filter { workspace.reason(slot, $0)?.state == .failed }
    }

    /// The final score of the root of a variant in a row; NaN where it has none.
    package func score(in variant: Int, row: Int) -> Double {
        workspace.number(variants.variants[variant].member.root, row)
    }

    /// The rank of the root of a variant in a row, within its peer group; zero where it has none.
    package func rank(in variant: Int, row: Int) -> Int32 {
        guard let slot = variants.variants[variant].rank else { return 0 }
        let rank = workspace.number(slot, row)
        return rank.isNaN ? 0 : Int32(rank)
    }

    /// The position of the grade of the root of a variant in a row, the best one first; -1 where it has none.
    package func grade(in variant: Int, row: Int) -> Int8 {
        guard let slot = variants.variants[variant].grade else { return -1 }
        let grade = workspace.number(slot, row)
        return grade.isNaN ? -1 : Int8(grade)
    }
}

extension AssessmentVariants {
    /// Whether the work of an operation is done by a process.
    func runsApart(_ index: Int) -> Bool { catalogue.runsApart(plan.operations[index].step) }
}

extension Catalogue {
    /// Whether some method on a column is the work of a process.
    package var hasProcesses: Bool {
        evaluators.values.contains(where: \.runsApart) || treatments.values.contains(where: \.runsApart)
            || imputations.values.contains(where: \.runsApart)
    }

    /// Whether the work of a step is done by a process.
    package func runsApart(_ step: Step) -> Bool {
        switch step {
        case .evaluate(let choice), .treat(let choice), .impute(let choice, _): runsApart(step.kind, choice)
        default: false
        }
    }

    /// Whether the work of a method of some kind is done by a process.
    func runsApart(_ kind: Step.Kind, _ choice: MethodChoice) -> Bool {
        switch kind {
        case .evaluate: evaluators[choice.id]?.runsApart ?? false
        case .treat: treatments[choice.id]?.runsApart ?? false
        case .impute: imputations[choice.id]?.runsApart ?? false
        default: false
        }
    }
}

extension Step {
    /// The id of the method of a step on a column.
    fileprivate var methodId: String {
        switch self {
        case .evaluate(let choice), .treat(let choice), .impute(let choice, _): choice.id
        default: kind.rawValue
        }
    }
}
