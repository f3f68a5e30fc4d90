internal import AssessmentCore

/// The framework as an outline: every pillar and indicator with its weight, and the methods by which they are scored.
struct FrameworkOutline {
    let rendering: Rendering

    private var assessment: CompletedAssessment { rendering.assessment }

    /// The section.
    var markup: Markup {
        let weights = Weights(assessment, row: 0)
        return Tag.section {
            Tag.h2 { rendering(Wording.framework) }
            Tag.p { methods }
            Tag.ul(.style(.outline)) {
                for child in assessment.root.children { item(child, weights) }
            }
        }
    }

    /// The methods by which values are scored and scores are combined, in a sentence.
    var methods: String {
        rendering(Wording.methods(scoring: rendering.list(scoring), aggregation: rendering.list(aggregation)))
    }

    private func item(_ node: FrameworkNode, _ weights: Weights) -> Markup {
        Tag.li {
            node.measure == nil ? Tag.strong { rendering(node.name) } : Markup(rendering(node.name))
            NodeName(rendering: rendering, node: node).mark
            " "
            Tag.span(.style(.measure)) { rendering.statedWeight(of: node, in: weights) }
            if !node.children.isEmpty {
                Tag.ul {
                    for child in node.children { item(child, weights) }
                }
            }
        }
    }

    /// The names of the methods that score values, each once, in the order of the framework.
    private var scoring: [String] {
        names { step in
            guard case .evaluate(let choice) = step else { return nil }
            return assessment.catalogue.evaluators[choice.id]?.description.name
        }
    }

    /// The names of the methods that combine scores.
    private var aggregation: [String] {
        names { step in
            guard case .aggregate(let choice, _) = step else { return nil }
            return assessment.catalogue.aggregations[choice.id]?.description.name
        }
    }

    private func names(_ name: (Step) -> BilingualText?) -> [String] {
        var names: [String] = []
        for step in assessment.root.subtree.flatMap(\.steps) {
            if let name = name(step).map({ rendering($0) }), !names.contains(name) { names.append(name) }
        }
        return names
    }
}
