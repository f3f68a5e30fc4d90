internal import AssessmentCore

/// The page of methods and weights: every node with what it counts and how it is scored, and each method in use.
struct MethodsPage {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// The page.
    var document: [UInt8] {
        frame.document(title: rendering(Wording.methodsTitle)) {
            Tag.h1 { rendering(Wording.methodsTitle) }
            Tag.p(.style(.lead)) { rendering(Wording.methodsLead) }
            Tag.section {
                Tag.h2 { rendering(Wording.framework) }
                weights
            }
            Tag.section {
                Tag.h2 { rendering(Wording.methodsInUse) }
                for kind in MethodList.Kind.allCases {
                    for id in ids(of: kind) { method(kind, id) }
                }
            }
            MissingRules(frame: frame).markup
            grades
        }
    }

    private var weights: Markup {
        let stated = rendering.figures.statedWeights
        return ScrollingTable(caption: rendering(Wording.weightsCaption), style: .pillars).markup {
            Tag.thead {
                Tag.tr {
                    Tag.th(.scope(.column)) { rendering(Wording.item) }
                    Tag.th(.scope(.column), .style(.number)) {
                        rendering(stated.fullMarks == nil ? Wording.weight : Wording.fullMarks)
                    }
                    Tag.th(.scope(.column), .style(.words)) { rendering(Wording.method) }
                }
            }
            Tag.tbody {
                line(assessment.root, depth: 0, stated)
            }
        }
    }

    private func line(_ node: FrameworkNode, depth: Int, _ stated: Weights) -> Markup {
        var markup = Tag.tr {
            Tag.th(.scope(.row), .style(StyleClass.depth(depth))) {
                depth == 0
                    ? Markup(rendering(node.name))
                    : Tag.a(.href(frame.link(to: .page(of: node)))) { rendering(node.name) }
                NodeName(rendering: rendering, node: node).mark
            }
            Tag.td(.style(.number)) { rendering.statedWeight(of: node, in: stated) }
            Tag.td(.style(.words)) { choices(of: node) }
        }
        for child in node.children { markup.append(line(child, depth: depth + 1, stated)) }
        return markup
    }

    /// The methods of a node, each with the parameters that the specification gives it.
    private func choices(of node: FrameworkNode) -> Markup {
        let choices = MethodList.choices(node).compactMap { kind, choice in
            MethodList.description(kind, choice.id, assessment.catalogue).map { ($0.name, MethodList.given(choice)) }
        }
        guard !choices.isEmpty else { return Markup(rendering(Wording.dash)) }
        var markup = Markup.empty
        for (place, (name, given)) in choices.enumerated() {
            if place > 0 { markup.append(Markup(rendering(Wording.semicolon))) }
            markup.append(Markup(rendering(name)))
            if let given {
                markup.append(Markup(" "))
                markup.append(Tag.code { given })
            }
        }
        return markup
    }

    private func ids(of kind: MethodList.Kind) -> [String] {
        var ids: [String] = []
        for node in assessment.root.subtree {
            for choice in MethodList.choices(node) where choice.kind == kind && !ids.contains(choice.choice.id) {
                ids.append(choice.choice.id)
            }
        }
        return ids
    }

    private func method(_ kind: MethodList.Kind, _ id: String) -> Markup {
        guard let description = MethodList.description(kind, id, assessment.catalogue) else { return .empty }
        return Tag.section(.id(.method(kind.rawValue, id))) {
            Tag.h3 {
                rendering(description.name)
                Tag.span(.style(.aside)) { rendering(Wording.methodKind(kind)) }
            }
            Tag.p { rendering(description.summary) }
            Tag.dl(.style(.definition)) {
                if let formula = description.formula.isEmpty ? closedForm(kind, id) : description.formula {
                    Tag.dt { rendering(Wording.formula) }
                    Tag.dd { Tag.code { formula } }
                }
                for parameter in description.parameters {
                    Tag.dt { Tag.code { parameter.name } }
                    Tag.dd {
                        rendering(parameter.summary)
                        if let value = parameter.defaultValue {
                            Tag.span(.style(.measure)) { " " + rendering(Wording.defaultValue(value.text)) }
                        }
                    }
                }
                Tag.dt { rendering(Wording.source) }
                Tag.dd { rendering.verbatim(description.source) }
            }
        }
    }

    /// The formula of a method as the ledger has it, where it has a closed form.
    private func closedForm(_ kind: MethodList.Kind, _ id: String) -> String? {
        for entry in assessment.ledger.entries {
            switch entry.detail {
            case .applied(let method, _, let form?, _)
            where method == id && kind != .aggregation && kind != .weighting:
                return rendering.formula(form.formula)
            case .aggregated(let aggregated) where kind == .aggregation && aggregated.method == id:
                return aggregated.closedForm.map { rendering.formula($0.formula) }
            default: continue
            }
        }
        return nil
    }

    private var grades: Markup {
        var bands: [GradeBand] = []
        for case .grade(let listed) in assessment.root.steps { bands = listed }
        guard !bands.isEmpty else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.gradesTitle) }
            Tag.ul {
                for band in bands {
                    Tag.li { rendering(Wording.gradeFrom(rendering(band.name), rendering.plain(band.atLeast))) }
                }
            }
        }
    }
}
