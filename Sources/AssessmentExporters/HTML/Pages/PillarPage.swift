internal import AssessmentCore

/// The page of a pillar: what it consists of, by what method, and how the units stand.
struct PillarPage {
    let frame: PageFrame
    let node: FrameworkNode

    private var rendering: Rendering { frame.rendering }

    /// The page.
    var document: [UInt8] {
        let weights = rendering.figures.statedWeights
        return frame.document(title: rendering(node.name)) {
            NodePath(frame: frame, node: node).markup
            Tag.h1 { rendering(node.name) }
            Tag.dl(.style(.figures)) {
                Tag.div {
                    Tag.dt { rendering(weights.fullMarks == nil ? Wording.weight : Wording.fullMarks) }
                    Tag.dd { rendering.statedWeight(of: node, in: weights) }
                }
                Tag.div {
                    Tag.dt { rendering(Wording.indicators) }
                    Tag.dd { "\(node.indicators.count)" }
                }
            }
            Tag.section {
                Tag.h2 { rendering(Wording.parts) }
                Tag.ul(.style(.outline)) {
                    for child in node.children {
                        Tag.li {
                            Tag.a(.href(frame.link(to: .page(of: child)))) { rendering(child.name) }
                            " "
                            Tag.span(.style(.measure)) { rendering.statedWeight(of: child, in: weights) }
                        }
                    }
                }
            }
            MethodList(frame: frame, node: node).markup
            NodeRanking(frame: frame, node: node).markup
            NodeHistory(frame: frame, node: node).markup
        }
    }
}

/// Where a node lies in the framework, as links.
struct NodePath {
    let frame: PageFrame
    let node: FrameworkNode

    /// The line above the title.
    var markup: Markup {
        let rendering = frame.rendering
        let assessment = rendering.assessment
        let above = assessment.path(to: node.id).dropFirst().dropLast().compactMap { id in
            rendering.figures.framework.first { $0.id == id }
        }
        return Tag.p(.style(.above)) {
            Tag.a(.href(frame.link(to: .methods))) { rendering(Wording.framework) }
            for part in above {
                " › "
                Tag.a(.href(frame.link(to: .page(of: part)))) { rendering(part.name) }
            }
        }
    }
}
