internal import AssessmentCore

/// The framework as an outline: every pillar and indicator with its weight, and the methods by which they are scored.
struct FrameworkOutline {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// The section.
    var markup: Markup {
        let weights = rendering.figures.statedWeights
        return Tag.section {
            Tag.h2 { rendering(Wording.framework) }
            Tag.p { MethodsInUse(rendering: rendering).sentence }
            Tag.ul(.style(.outline)) {
                for child in assessment.root.children { item(child, weights) }
            }
        }
    }

    private func item(_ node: FrameworkNode, _ weights: Weights) -> Markup {
        Tag.li {
            node.measure == nil
                ? Tag.strong { Tag.a(.href(frame.link(to: .page(of: node)))) { rendering(node.name) } }
                : Tag.a(.href(frame.link(to: .page(of: node)))) { rendering(node.name) }
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
}
