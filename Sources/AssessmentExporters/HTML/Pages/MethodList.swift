internal import AssessmentCore

/// The methods that a node uses, in the order of its steps.
struct MethodList {
    let frame: PageFrame
    let node: FrameworkNode

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// A list with the formula, the parameters and the source of each method.
    var markup: Markup {
        let used = MethodList.choices(node).compactMap { choice in
            MethodList.description(choice.kind, choice.choice.id, assessment.catalogue).map { (choice, $0) }
        }
        guard !used.isEmpty || formula != nil else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.method) }
            Tag.dl(.style(.definition)) {
                for (choice, description) in used {
                    Tag.dt { rendering(Wording.methodKind(choice.kind)) }
                    Tag.dd {
                        Tag.a(.href(frame.link(to: .methods).at(.method(choice.kind.rawValue, choice.choice.id)))) {
                            rendering(description.name)
                        }
                        " — "
                        rendering(description.summary)
                        Tag.div(.style(.measure)) {
                            if let given = MethodList.given(choice.choice) {
                                rendering(Wording.parameters)
                                rendering(Wording.colon)
                                Tag.code { given }
                            }
                        }
                    }
                }
                if let formula {
                    Tag.dt { rendering(Wording.formula) }
                    Tag.dd { Tag.code { formula } }
                }
            }
        }
    }

    /// The closed form by which the score comes about, where there is one.
    private var formula: String? {
        for entry in assessment.ledger.entries(of: node.id).reversed() {
            switch entry.detail {
            case .applied(_, _, let form?, _) where entry.step == .evaluate: return rendering.formula(form.formula)
            case .aggregated(let aggregated): return aggregated.closedForm.map { rendering.formula($0.formula) }
            case .computed(let form, _, _): return rendering.formula(form.formula)
            default: continue
            }
        }
        return nil
    }

    /// What kind of method a step chooses.
    enum Kind: String, CaseIterable {
        case imputation, treatment, evaluator, weighting, aggregation
    }

    /// The methods that the steps of a node choose.
    static func choices(_ node: FrameworkNode) -> [(kind: Kind, choice: MethodChoice)] {
        node.steps.flatMap { step -> [(kind: Kind, choice: MethodChoice)] in
            switch step {
            case .impute(let choice, _): [(.imputation, choice)]
            case .treat(let choice): [(.treatment, choice)]
            case .evaluate(let choice): [(.evaluator, choice)]
            case .aggregate(let choice, let weighting): [(.weighting, weighting), (.aggregation, choice)]
            default: []
            }
        }
    }

    /// The parameters and the reference set that the specification gives a method; nothing where it gives none.
    static func given(_ choice: MethodChoice) -> String? {
        var values = choice.parameters
        if let reference = choice.reference { values["reference"] = .text(reference.text) }
        return values.isEmpty ? nil : ParameterValue.text(of: values)
    }

    /// What a method says of itself.
    static func description(_ kind: Kind, _ id: String, _ catalogue: Catalogue) -> MethodDescription? {
        switch kind {
        case .imputation: catalogue.imputations[id]?.description
        case .treatment: catalogue.treatments[id]?.description
        case .evaluator: catalogue.evaluators[id]?.description
        case .weighting: catalogue.weightings[id]?.description
        case .aggregation: catalogue.aggregations[id]?.description
        }
    }
}
