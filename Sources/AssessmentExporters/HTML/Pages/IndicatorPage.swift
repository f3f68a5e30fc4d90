internal import AssessmentCore

/// The page of an indicator: what is measured and why, by what method, and how the units stand.
struct IndicatorPage {
    let frame: PageFrame
    let node: FrameworkNode

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var indicator: IndicatorDescription? {
        node.measure.flatMap { assessment.catalogue.indicators[$0.indicator]?.description }
    }

    /// The page.
    var document: [UInt8] {
        frame.document(title: rendering(node.name)) {
            NodePath(frame: frame, node: node).markup
            Tag.h1 { rendering(node.name) }
            facts
            if let indicator { definition(indicator) }
            if let indicator, !indicator.statements.isEmpty { clauses(indicator) }
            MethodList(frame: frame, node: node).markup
            NodeRanking(frame: frame, node: node).markup
            NodeHistory(frame: frame, node: node).markup
        }
    }

    private var facts: Markup {
        let weights = rendering.figures.statedWeights
        let rows = rendering.figures.rows
        let values = rendering.figures[node.id]?.values
        let measured = rows.count { values?.states[$0] == .measured }
        let asked = rows.count { values?.reasons[$0] != .notAssessedAtLevel }
        return Tag.dl(.style(.figures)) {
            Tag.div {
                Tag.dt { rendering(weights.fullMarks == nil ? Wording.weight : Wording.fullMarks) }
                Tag.dd { rendering.statedWeight(of: node, in: weights) }
            }
            if let indicator, !indicator.unitOfMeasure.symbol.zh.isEmpty {
                Tag.div {
                    Tag.dt { rendering(Wording.unitOfMeasure) }
                    Tag.dd { rendering(indicator.unitOfMeasure.symbol) }
                }
            }
            Tag.div {
                Tag.dt { rendering(Wording.directionOfValues) }
                Tag.dd { rendering(Wording.direction(node.direction ?? indicator?.direction ?? .higherIsBetter)) }
            }
            Tag.div {
                Tag.dt { rendering(Wording.unitsMeasured) }
                Tag.dd { rendering(Wording.outOf(measured, asked)) }
            }
        }
    }

    private func definition(_ indicator: IndicatorDescription) -> Markup {
        Tag.section {
            Tag.h2 { rendering(Wording.definition) }
            Tag.p { rendering(indicator.definition) }
            if !rendering(indicator.rationale).isEmpty { Tag.p { rendering(indicator.rationale) } }
            if !indicator.variables.isEmpty || !indicator.registers.isEmpty {
                Tag.dl(.style(.definition)) {
                    for variable in indicator.variables {
                        Tag.dt {
                            rendering(variable.name)
                            if !rendering(variable.reportedBy).allSatisfy(\.isWhitespace) {
                                rendering(Wording.semicolon)
                                rendering(Wording.reportedBy(rendering(variable.reportedBy)))
                            }
                        }
                        Tag.dd { rendering(variable.definition) }
                    }
                    for register in indicator.registers {
                        Tag.dt { rendering(Wording.register) }
                        Tag.dd { rendering(register.name) }
                    }
                }
            }
        }
    }

    private func clauses(_ indicator: IndicatorDescription) -> Markup {
        let hasPage = !assessment.coverage.isEmpty
        return Tag.section {
            Tag.h2 { rendering(Wording.clausesOfPolicy) }
            Tag.ul {
                for id in indicator.statements {
                    if let statement = assessment.catalogue.statements[id] {
                        Tag.li {
                            hasPage
                                ? Tag.a(.href(frame.link(to: .policy).at(.statement(id)))) { rendering(statement.text) }
                                : Markup(rendering(statement.text))
                            " "
                            Tag.span(.style(.measure)) { rendering.verbatim(statement.clause) }
                        }
                    }
                }
            }
        }
    }
}
