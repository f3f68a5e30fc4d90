package import AssessmentCore

/// Assessments of the same rows that differ in their methods, compiled so that what they have in common is done once.
///
/// Each is compiled as a single run is, and run by the same code.
package struct AssessmentVariants: Sendable {
    /// The weights of the nodes below one.
    package struct Family: Sendable {
        /// The node whose score they form.
        package let node: String
        /// The nodes below, by their ids.
        package let children: [String]
        /// Their weights; nothing where they are fitted on the scores in each run.
        package let weights: [Double]?
        let operation: Int
    }

    /// A variant that cannot be compiled or run.
    package struct Failure: Error {
        /// Its position.
        package let variant: Int
        /// Why.
        package let cause: PipelineError
    }

    /// What one of the assessments consists of.
    struct Variant: Sendable {
        let member: Plan.Member
        /// The slot of the final score of each node.
        let scores: [String: Int]
        /// The slot of the rank of the root, and that of its grade.
        let rank: Int?
        let grade: Int?
        let families: [Family]
    }

    let plan: Plan
    let variants: [Variant]
    let root: String
    /// The slot of the measured column of each leaf.
    let slots: [String: Int]
    let columns: [String: Column]
    let catalogue: Catalogue

    /// The rows.
    package var panel: Panel { plan.panel }
    /// The number of assessments.
    package var count: Int { variants.count }
    /// The number of different operations that they consist of, and that of all.
    package var operationCounts: (different: Int, all: Int) {
        (plan.operations.count, variants.reduce(0) { $0 + $1.member.operations.count })
    }
    /// The peer group and period that each row is ranked in.
    package var groups: ReferenceSets { plan.groups }

    /// Compiles specifications that have the units, periods and root of the one that was measured.
    ///
    /// - Throws: ``Failure`` with the first one that cannot be compiled.
    package init(
        _ specifications: [Specification], catalogue: Catalogue, measured: MeasuredAssessment
    ) async throws(Failure) {
        guard let root = specifications.first?.framework.id else {
            throw Failure(variant: 0, cause: PipelineError("there is no assessment to be varied"))
        }
        var compiler = PlanCompiler(
            catalogue: catalogue, decisions: measured.data.decisions, panel: measured.panel,
            peerGroupOfUnit: measured.peerGroupOfUnit)
        var members: [Plan.Member] = []
        for (index, specification) in specifications.enumerated() {
            do {
                let targets = try Pipeline(specification, catalogue: catalogue).targets(measured)
                members.append(try await compiler.add(specification, targets))
            } catch {
                throw Failure(variant: index, cause: error as? PipelineError ?? PipelineError("\(error)"))
            }
        }
        let plan = compiler.plan()
        self.plan = plan
        self.root = root
        self.catalogue = catalogue
        variants = members.map { Variant($0, of: plan, root: root) }
        slots = Dictionary(
            plan.operations.filter { $0.step.kind == .measure }.map { ($0.node.id, $0.output) },
            uniquingKeysWith: { first, _ in first })
        columns = measured.measurements.mapValues(\.column)
    }

    /// The families of an assessment whose weights come from the specification or from scores.
    package func families(of variant: Int) -> [Family] { variants[variant].families }

    /// The measured column of a leaf.
    package func column(of leaf: String) -> Column? { columns[leaf] }
}

extension AssessmentVariants.Variant {
    init(_ member: Plan.Member, of plan: Plan, root: String) {
        var scores: [String: Int] = [:]
        var (rank, grade): (Int?, Int?)
        var families: [AssessmentVariants.Family] = []
        for index in member.operations {
            let operation = plan.operations[index]
            if operation.step.kind.givesNumbers { scores[operation.node.id] = operation.output }
            if operation.node.id == root {
                if operation.step.kind == .rank { rank = operation.output }
                if operation.step.kind.givesGrade { grade = operation.output }
            }
            guard let family = operation.work.family, !family.slots.isEmpty else { continue }
            let weights: [Double]? = if case .fixed(let fitted) = family.weights { fitted.weights } else { nil }
            families.append(
                AssessmentVariants.Family(
                    node: operation.node.id, children: operation.node.children.filter(\.isWeighted).map(\.id),
                    weights: weights, operation: index))
        }
        self.init(member: member, scores: scores, rank: rank, grade: grade, families: families)
    }
}

extension Plan.Work {
    /// The children whose weights it uses.
    var family: Plan.Family? {
        switch self {
        case .compute(_, _, let family, _, _), .aggregate(_, let family, _): family
        default: nil
        }
    }
}
