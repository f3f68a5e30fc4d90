internal import AssessmentCore
internal import AssessmentExporters
internal import AssessmentHosting

/// A specification whose steps tell the plug-ins of stored replies where they stand.
struct ReplayedSpecification {
    /// The specification with the places.
    let specification: Specification
    private let original: Specification

    /// - Parameters:
    ///   - indicators: the ids of the indicators that give stored replies.
    ///   - evaluators: those of the evaluators.
    init(_ original: Specification, indicators: Set<String>, evaluators: Set<String>) {
        self.original = original
        var specification = original
        specification.framework = ReplayedSpecification.marked(original.framework, indicators, evaluators)
        self.specification = specification
    }

    private static func marked(
        _ node: FrameworkNode, _ indicators: Set<String>, _ evaluators: Set<String>
    ) -> FrameworkNode {
        let id = node.id
        var node = node
        if let use = node.measure, indicators.contains(use.indicator) {
            node.measure?.parameters[StoredPlugin.placeParameter] = .text(id)
        }
        var count = 0
        node.steps = node.steps.map { step in
            guard case .evaluate(var choice) = step else { return step }
            if evaluators.contains(choice.id) {
                choice.parameters[StoredPlugin.placeParameter] = .text(place(id, count))
            }
            count += 1
            return .evaluate(choice)
        }
        node.children = node.children.map { marked($0, indicators, evaluators) }
        return node
    }

    /// The place of the so-manieth evaluation of a node.
    private static func place(_ node: String, _ count: Int) -> String { "\(node)/\(count)" }

    /// The scores of every evaluation that is recorded, by its place.
    static func scores(_ ledger: LedgerDocument) -> [String: [Double]] {
        var counts: [String: Int] = [:]
        var scores: [String: [Double]] = [:]
        for entry in ledger.entries where entry.step == Step.Kind.evaluate.rawValue {
            scores[place(entry.node, counts[entry.node, default: 0])] = entry.values.map { $0 ?? .nan }
            counts[entry.node, default: 0] += 1
        }
        return scores
    }

    /// The assessment without the places, as the run had it.
    func restored(_ assessment: CompletedAssessment) -> CompletedAssessment {
        let nodes = Dictionary(
            original.framework.subtree.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var counts: [String: Int] = [:]
        let entries = assessment.ledger.entries.map { entry -> Ledger.Entry in
            guard entry.step == .evaluate, case .applied(let method, _, let form, let remarks) = entry.detail else {
                return entry
            }
            let choices = nodes[entry.node]?.steps.compactMap { step -> MethodChoice? in
                if case .evaluate(let choice) = step { choice } else { nil }
            }
            let count = counts[entry.node, default: 0]
            counts[entry.node] = count + 1
            guard let choices, choices.indices.contains(count) else { return entry }
            return Ledger.Entry(
                node: entry.node, step: entry.step, column: entry.column, measuredShares: entry.measuredShares,
                detail: .applied(
                    method: method, parameters: ParameterValues(choices[count].parameters), closedForm: form,
                    remarks: remarks))
        }
        var restored = assessment
        restored.specification = original
        restored.ledger = Ledger(panel: assessment.ledger.panel, entries: entries)
        return restored
    }
}
