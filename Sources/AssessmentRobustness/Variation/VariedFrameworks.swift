internal import AssessmentCore
internal import AssessmentPipeline

/// The frameworks of settings, of which those that begin alike share their making.
struct VariedFrameworks {
    private let varied: VariedSpecification
    /// The framework of each beginning of a setting.
    private var made: [VariedSpecification.Setting: FrameworkNode]

    init(_ varied: VariedSpecification) {
        self.varied = varied
        made = [[]: varied.specification.framework]
    }

    /// The specification of a setting.
    ///
    /// - Throws: ``RobustnessError`` where a method compares with a reference set that nobody names, or nothing is left.
    mutating func specification(of setting: VariedSpecification.Setting) throws -> Specification {
        var specification = varied.specification
        specification.framework = try framework(of: setting)
        return specification.ranked
    }

    private mutating func framework(of setting: VariedSpecification.Setting) throws -> FrameworkNode {
        if let framework = made[setting] { return framework }
        let before = try framework(of: Array(setting.dropLast()))
        let framework = try changed(before, at: setting.count - 1, setting[setting.count - 1])
        made[setting] = framework
        return framework
    }

    /// The framework with one more choice made.
    private func changed(_ framework: FrameworkNode, at place: Int, _ position: Int) throws -> FrameworkNode {
        let variation = varied.variation
        guard place < variation.choices.count else {
            guard position >= 0 else { return framework }
            let id = variation.without[position]
            guard let left = VariedFrameworks.removing(id, from: framework) else {
                throw RobustnessError(
                    "without ‘\(id)’ nothing is left of the framework; expected a node that has others beside it",
                    at: variation.withoutPosition)
            }
            return left
        }
        let choice = variation.choices[place]
        guard case .steps(let steps) = choice.alternatives[position] else { return framework }
        return try replacing(choice, by: steps, at: framework, isWithin: choice.at.isEmpty)
    }

    /// The framework without a node, and without those above that are left without any below; nothing where nothing is
    /// left.
    private static func removing(_ id: String, from node: FrameworkNode) -> FrameworkNode? {
        if node.id == id { return nil }
        guard node.subtree.contains(where: { $0.id == id }) else { return node }
        let children = node.children.compactMap { removing(id, from: $0) }
        if children.isEmpty { return nil }
        var changed = node
        changed.children = children
        return changed
    }

    private func replacing(
        _ choice: MethodVariation.Choice, by steps: [Step], at node: FrameworkNode, isWithin: Bool
    ) throws -> FrameworkNode {
        var changed = node
        let isWithin = isWithin || choice.at.contains(node.id)
        changed.children = try node.children.map { try replacing(choice, by: steps, at: $0, isWithin: isWithin) }
        if isWithin, takes(choice.subject, node) {
            changed.steps = try replaced(choice.subject, by: steps, at: node)
        }
        return changed
    }

    /// Whether the steps of a node have a place for a kind of method, and are not the work of a process.
    private func takes(_ subject: MethodVariation.Subject, _ node: FrameworkNode) -> Bool {
        if varied.isHeld(node) { return false }
        if node.steps.contains(where: { $0.kind == subject.kind }) { return true }
        let isLeaf = node.measure != nil && node.steps.contains { $0.kind == .evaluate }
        return isLeaf && (subject == .imputation || subject == .treatment)
    }

    private func replaced(
        _ subject: MethodVariation.Subject, by new: [Step], at node: FrameworkNode
    ) throws -> [Step] {
        let own = node.steps.filter { $0.kind == subject.kind }
        if subject == .normalisation, own.count > 1 {
            throw RobustnessError(
                "\(node.id) has \(own.count) steps ‘evaluate’, of which none is the normalisation; name under ‘at’ the nodes "
                    + "whose normalisation varies")
        }
        let reference =
            own.compactMap(\.choice?.reference).first ?? node.steps.compactMap(\.choice?.reference).first
        let steps = try new.map { try $0.with(reference, at: node, varied.catalogue, own: own.first) }
        let behind: Set<Step.Kind> = subject == .imputation ? [.treat, .evaluate] : [.evaluate]
        let place =
            node.steps.firstIndex { $0.kind == subject.kind } ?? node.steps.firstIndex { behind.contains($0.kind) }
            ?? node.steps.endIndex
        let before = node.steps[..<place]
        return before + steps + node.steps[place...].filter { $0.kind != subject.kind }
    }
}

extension Step {
    /// The step with the reference set of the node where it needs one and names none, and with the weighting of the
    /// node's own where it aggregates.
    fileprivate func with(
        _ reference: ReferenceScope?, at node: FrameworkNode, _ catalogue: Catalogue, own: Step?
    ) throws -> Step {
        guard var choice else { return self }
        let needsReference: Bool? =
            switch self {
            case .evaluate: catalogue.evaluators[choice.id]?.needsReference
            case .treat: catalogue.treatments[choice.id]?.needsReference
            case .impute: catalogue.imputations[choice.id]?.needsReference
            default: catalogue.aggregations[choice.id]?.needsReference
            }
        if needsReference == true, choice.reference == nil {
            guard let reference else {
                throw RobustnessError(
                    "\(node.id): ‘\(choice.id)’ compares with a reference set, and none is named; expected ‘reference’ among "
                        + "its parameters")
            }
            choice.reference = reference
        }
        switch self {
        case .evaluate: return .evaluate(choice)
        case .treat: return .treat(choice)
        case .impute(_, let reasons): return .impute(choice, reasons: reasons)
        case .aggregate(_, let weighting):
            if case .aggregate(_, let given)? = own { return .aggregate(choice, weighting: given) }
            return .aggregate(choice, weighting: weighting)
        default: return self
        }
    }
}
