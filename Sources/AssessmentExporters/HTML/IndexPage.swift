internal import AssessmentCore

/// The opening page: what was assessed, who stands where, and how far the figures go.
struct IndexPage {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var specification: Specification { assessment.specification }

    /// The page.
    var document: [UInt8] {
        frame.document(title: nil) {
            Tag.h1 { rendering(assessment.title) }
            Tag.p(.style(.lead)) {
                rendering(
                    Wording.assessed(
                        specification.basis, period: specification.period, history: earlierPeriods,
                        units: assessment.ledger.panel.units.count, indicators: assessment.root.indicators.count))
            }
            for group in assessment.peerGroups.indices { headline(ofGroupAt: group) }
            facts
            if assessment.template.shows(.map) { MapSection(frame: frame).markup }
            for group in assessment.peerGroups.indices {
                RankingTable(frame: frame, group: group).markup
            }
            RobustnessInShort(frame: frame).markup
            if assessment.template.shows(.distribution) { DistributionSection(rendering: rendering).markup }
            if assessment.template.shows(.changes) { ChangesSection(frame: frame).markup }
            Tag.section {
                Tag.h2 { rendering(Wording.completenessTitle) }
                Tag.p {
                    rendering(DataCompleteness(rendering.figures).sentence)
                    " "
                    Tag.a(.href(frame.link(to: .quality))) { rendering(Wording.seeQuality) }
                }
            }
            FrameworkOutline(frame: frame).markup
            if !assessment.coverageOfPolicy.isEmpty { policy }
            if let report = assessment.tasks { tasks(report) }
        }
    }

    private var policy: Markup {
        let uncovered = assessment.coverageOfPolicy.filter { $0.unitsWithFigures == 0 }.map(\.statement)
        return Tag.section {
            Tag.h2 { rendering(Wording.policy) }
            Tag.p {
                rendering(Wording.coverage(covered, of: assessment.coverageOfPolicy.count))
                " "
                if !uncovered.isEmpty { rendering(Wording.uncoveredStatements(StatementRuns.text(uncovered))) + " " }
                Tag.a(.href(frame.link(to: .policy))) { rendering(Wording.seeCoverage) }
            }
        }
    }

    private func tasks(_ report: TaskReport) -> Markup {
        let scheme = specification.tasks
        return Tag.section {
            Tag.h2 { rendering(Wording.tasks) }
            Tag.p {
                rendering(
                    Wording.tasksLead(scheme?.tasks.count ?? 0, bodies: report.bodies.count, asOf: report.asOf))
                " "
                Tag.a(.href(frame.link(to: .tasks))) { rendering(Wording.seeTasks) }
            }
        }
    }

    private var earlierPeriods: [Period] {
        assessment.ledger.panel.periods.filter { $0 < specification.period }
    }

    private var covered: Int { assessment.coverageOfPolicy.count { $0.unitsWithFigures > 0 } }

    private var facts: Markup {
        Tag.dl(.style(.figures)) {
            figure(Wording.period, "\(specification.period)")
            figure(Wording.units, "\(assessment.ledger.panel.units.count)")
            figure(Wording.indicators, "\(assessment.root.indicators.count)")
            if !assessment.coverageOfPolicy.isEmpty {
                figure(Wording.statements, rendering(Wording.outOf(covered, assessment.coverageOfPolicy.count)))
            }
        }
    }

    private func figure(_ words: BilingualText, _ text: String) -> Markup {
        Tag.div {
            Tag.dt { rendering(words) }
            Tag.dd { text }
        }
    }

    /// Who leads a group, and who rose most.
    private func headline(ofGroupAt position: Int) -> Markup {
        GroupHeadline(rendering: rendering, group: position).text.map { text in Tag.p(.style(.lead)) { text } }
            ?? .empty
    }
}
