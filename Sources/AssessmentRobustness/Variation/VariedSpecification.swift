internal import AssessmentCore
internal import AssessmentPipeline

/// The specification with other methods, as one setting of a variation has it.
struct VariedSpecification {
    let specification: Specification
    let catalogue: Catalogue
    let variation: MethodVariation

    /// One of the methods of each kind, by its position among the alternatives; and behind them the node that is left out,
    /// by its position, or -1 for none.
    typealias Setting = [Int]

    /// The specification of a setting.
    ///
    /// - Throws: ``RobustnessError`` where a method compares with a reference set that nobody names, or nothing is left.
    func specification(of setting: Setting) throws -> Specification {
        var varied = specification
        for (choice, position) in zip(variation.choices, setting) {
            guard case .steps(let steps) = choice.alternatives[position] else { continue }
            varied.framework = try replacing(choice, by: steps, at: varied.framework, isWithin: choice.at.isEmpty)
        }
        if setting.count > variation.choices.count, let last = setting.last, last >= 0 {
            let id = variation.without[last]
            guard let left = VariedSpecification.removing(id, from: varied.framework) else {
                throw RobustnessError(
                    "without ‘\(id)’ nothing is left of the framework; expected a node that has others beside it")
            }
            varied.framework = left
        }
        return varied.ranked
    }

    /// A setting in words, for messages.
    func words(of setting: Setting) -> String {
        var words = zip(variation.choices, setting).map { choice, position in
            "\(choice.subject.rawValue): \(VariedSpecification.words(of: choice.alternatives[position]))"
        }
        if setting.count > variation.choices.count, let last = setting.last {
            words.append("without: \(last < 0 ? "none" : variation.without[last])")
        }
        return words.isEmpty ? "methods as given" : words.joined(separator: ", ")
    }

    /// An alternative in words.
    static func words(of alternative: MethodVariation.Alternative) -> String {
        switch alternative {
        case .asGiven: "as_given"
        case .steps(let steps):
            steps.isEmpty ? "none" : steps.compactMap { $0.choice.map(words) }.joined(separator: " + ")
        }
    }

    private static func words(of choice: MethodChoice) -> String {
        guard !choice.parameters.isEmpty else { return choice.id }
        let values = choice.parameters.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
        return "\(choice.id) (\(values.joined(separator: ", ")))"
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
        if isHeld(node) { return false }
        if node.steps.contains(where: { $0.kind == subject.kind }) { return true }
        let isLeaf = node.measure != nil && node.steps.contains { $0.kind == .evaluate }
        return isLeaf && (subject == .imputation || subject == .treatment)
    }

    /// Whether a node is held fixed, since a process does a part of its work.
    func isHeld(_ node: FrameworkNode) -> Bool { node.steps.contains(where: catalogue.runsApart) }

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
        let steps = try new.map { try $0.with(reference, at: node, catalogue, own: own.first) }
        let behind: Set<Step.Kind> = subject == .imputation ? [.treat, .evaluate] : [.evaluate]
        let place =
            node.steps.firstIndex { $0.kind == subject.kind } ?? node.steps.firstIndex { behind.contains($0.kind) }
            ?? node.steps.endIndex
        let before = node.steps[..<place]
        return before + steps + node.steps[place...].filter { $0.kind != subject.kind }
    }
}

extension MethodVariation.Subject {
    /// The kind of step that it is about.
    var kind: Step.Kind {
        switch self {
        case .imputation: .impute
        case .treatment: .treat
        case .normalisation: .evaluate
        case .aggregation: .aggregate
        }
    }

    /// What readers call it.
    var name: BilingualText {
        switch self {
        case .imputation: BilingualText(zh: "插补", en: "imputation")
        case .treatment: BilingualText(zh: "异常值处理", en: "outlier treatment")
        case .normalisation: BilingualText(zh: "无量纲化", en: "normalisation")
        case .aggregation: BilingualText(zh: "合成", en: "aggregation")
        }
    }
}

extension Step {
    /// The method of a step that has one.
    var choice: MethodChoice? {
        switch self {
        case .evaluate(let choice), .treat(let choice), .impute(let choice, _), .aggregate(let choice, _): choice
        default: nil
        }
    }

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

extension Specification {
    /// The specification with ranks of the root, where it asks for none.
    var ranked: Specification {
        guard !framework.steps.contains(where: { $0.kind == .rank }) else { return self }
        var ranked = self
        ranked.framework.steps.append(.rank(tolerance: 0))
        return ranked
    }
}
