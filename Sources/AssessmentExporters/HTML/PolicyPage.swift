internal import AssessmentCore

/// The policy's statements, what measures them, how many units have figures on them, and dated facts.
struct PolicyPage {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var basis: String { assessment.specification.basis }
    private var coverage: [String: StatementCoverage] {
        Dictionary(assessment.coverage.map { ($0.statement, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The page.
    var document: [UInt8] {
        let coverage = coverage
        let counted = assessment.coverageOfPolicy
        return frame.document(title: rendering(Wording.policy)) {
            if !assessment.specification.basis.isEmpty {
                Tag.p(.style(.above)) { rendering.verbatim(assessment.specification.basis) }
            }
            Tag.h1 { rendering(Wording.policyTitle) }
            if !counted.isEmpty {
                Tag.p(.style(.lead)) {
                    rendering(Wording.coverage(counted.count { $0.unitsWithFigures > 0 }, of: counted.count))
                }
            }
            uncovered(coverage)
            Tag.section {
                Tag.h2 { rendering(Wording.allStatements) }
                domains(coverage) { $0.isOfPolicy(basis) }
            }
            if assessment.catalogue.plugins.flatMap(\.statements).contains(where: { !$0.isOfPolicy(basis) }) {
                Tag.section {
                    Tag.h2 { rendering(Wording.otherStatements) }
                    Tag.p { rendering(Wording.otherStatementsLead) }
                    domains(coverage) { !$0.isOfPolicy(basis) }
                }
            }
            facts
        }
    }

    private func domains(
        _ coverage: [String: StatementCoverage], _ isListed: (PolicyStatement) -> Bool
    ) -> Markup {
        var whole = Markup.empty
        for plugin in assessment.catalogue.plugins {
            let listed = plugin.statements.filter(isListed)
            guard !listed.isEmpty else { continue }
            whole.append(
                Tag.h3 {
                    rendering(plugin.description.name)
                    Tag.span(.style(.aside)) {
                        rendering(
                            Wording.withFigures(
                                listed.count { (coverage[$0.id]?.unitsWithFigures ?? 0) > 0 }, of: listed.count))
                    }
                })
            whole.append(table(listed, of: plugin, coverage))
        }
        return whole
    }

    private func uncovered(_ coverage: [String: StatementCoverage]) -> Markup {
        let domains = assessment.catalogue.plugins.map { plugin in
            (
                plugin: plugin,
                statements: plugin.statements.filter {
                    $0.isOfPolicy(basis) && (coverage[$0.id]?.unitsWithFigures ?? 0) == 0
                }
            )
        }.filter { !$0.statements.isEmpty }
        // The sentence above says that there are none.
        guard !domains.isEmpty else { return .empty }
        return Tag.section(.id(.uncovered)) {
            Tag.h2 { rendering(Wording.uncovered) }
            for domain in domains {
                Tag.h3 { rendering(domain.plugin.description.name) }
                Tag.ul(.style(.columns)) {
                    for statement in domain.statements {
                        Tag.li {
                            Tag.a(.href(.to(.statement(statement.id)))) { rendering(statement.text) }
                        }
                    }
                }
            }
        }
    }

    private func table(
        _ statements: [PolicyStatement], of plugin: any DomainPlugin, _ coverage: [String: StatementCoverage]
    ) -> Markup {
        Tag.table(.style(.stacked, .policy)) {
            Tag.caption(.style(.spoken)) { rendering(plugin.description.name) }
            Tag.thead {
                Tag.tr {
                    for heading in [
                        Wording.clause, Wording.statement, Wording.target, Wording.deadline, Wording.strength,
                        Wording.measuredBy,
                    ] { Tag.th(.scope(.column)) { rendering(heading) } }
                    Tag.th(.scope(.column), .style(.number)) { rendering(Wording.unitsWithFigures) }
                }
            }
            Tag.tbody {
                for statement in statements { line(statement, coverage[statement.id]) }
            }
        }
    }

    private func line(_ statement: PolicyStatement, _ coverage: StatementCoverage?) -> Markup {
        let units = coverage?.unitsWithFigures ?? 0
        let dash = rendering(Wording.dash)
        return Tag.tr(.id(.statement(statement.id))) {
            Tag.td(.style(.words), .heading(rendering(Wording.clause))) { rendering.verbatim(statement.clause) }
            Tag.th(.scope(.row)) {
                rendering(statement.text)
                Tag.span(.style(.measure)) { " \(statement.id)" }
            }
            Tag.td(.style(.words), .heading(rendering(Wording.target))) {
                statement.target.map { rendering($0) } ?? dash
            }
            Tag.td(.style(.words, .date), .heading(rendering(Wording.deadline))) {
                statement.deadline?.description ?? dash
            }
            Tag.td(.style(.words), .heading(rendering(Wording.strength))) {
                rendering(Wording.strength(statement.strength))
            }
            Tag.td(.style(.words), .heading(rendering(Wording.measuredBy))) { indicators(coverage) }
            Tag.td(.style(.number), .heading(rendering(Wording.unitsWithFigures))) {
                units == 0
                    ? Tag.strong { rendering(Wording.none) }
                    : Markup(rendering(Wording.outOf(units, assessment.ledger.panel.units.count)))
            }
        }
    }

    private func indicators(_ coverage: StatementCoverage?) -> Markup {
        let names = (coverage?.indicators ?? []).map { id in
            assessment.catalogue.indicators[id].map { rendering($0.description.name) } ?? id
        }
        return names.isEmpty
            ? Tag.span(.style(.quiet)) { rendering(Wording.unmeasured) } : Markup(rendering.list(names))
    }

    private var facts: Markup {
        guard !assessment.data.facts.isEmpty else { return .empty }
        return Tag.section {
            Tag.h2 { rendering(Wording.facts) }
            Tag.table(.style(.stacked)) {
                Tag.caption { rendering(Wording.factsLead) }
                Tag.thead {
                    Tag.tr {
                        for heading in [Wording.fact, Wording.unit, Wording.asOf] {
                            Tag.th(.scope(.column)) { rendering(heading) }
                        }
                        Tag.th(.scope(.column), .style(.number)) { rendering(Wording.figure) }
                        Tag.th(.scope(.column)) { rendering(Wording.statement) }
                        Tag.th(.scope(.column)) { rendering(Wording.source) }
                    }
                }
                Tag.tbody {
                    for fact in assessment.data.facts { line(fact) }
                }
            }
        }
    }

    private func line(_ fact: PolicyFact) -> Markup {
        let unit = assessment.data.units[fact.unit]
        let statement = assessment.catalogue.statements[fact.statement]
        return Tag.tr {
            Tag.th(.scope(.row)) { rendering(fact.text) }
            Tag.td(.style(.words), .heading(rendering(Wording.unit))) {
                unit.map { rendering($0.name) } ?? fact.unit
            }
            Tag.td(.style(.words, .date), .heading(rendering(Wording.asOf))) { fact.asOf }
            Tag.td(.style(.number), .heading(rendering(Wording.figure))) {
                fact.value.map { rendering.plain($0) } ?? rendering(Wording.dash)
                if fact.value != nil, !fact.unitOfMeasure.isEmpty {
                    " "
                    rendering.verbatim(fact.unitOfMeasure)
                }
            }
            Tag.td(.style(.words), .heading(rendering(Wording.statement))) {
                if let statement {
                    Tag.a(.href(.to(.statement(statement.id)))) { rendering(statement.text) }
                } else {
                    rendering.verbatim(fact.statement)
                }
            }
            Tag.td(.style(.words, .source), .heading(rendering(Wording.source))) { rendering.origin(fact.origin) }
        }
    }
}
