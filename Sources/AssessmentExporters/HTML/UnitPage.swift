internal import AssessmentCore

/// The scorecard of a unit: where it stands, why, what changed, and what is missing.
struct UnitPage {
    let frame: PageFrame
    let result: UnitResult

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var row: Int { result.row }
    private var groupName: String? { rendering.name(ofGroup: assessment.peerGroup(ofRow: row)) }

    /// The page.
    var document: [UInt8] {
        frame.document(title: "\(rendering(result.unit.name)) \(assessment.specification.period)") {
            Tag.p(.style(.above)) { above }
            Tag.h1 { rendering(result.unit.name) }
            figures
            sentences
            Tag.p(.style(.lead)) { UnitPlacement(rendering: rendering, result: result).text }
            if assessment.template.shows(.comparison) {
                Tag.p {
                    Tag.a(.href(frame.link(to: .comparison).at(.unit(result.unit.code)))) {
                        rendering(Wording.compareUnit)
                    }
                }
            }
            SiteCharts(rendering: rendering).totals(of: row)
            UnitRobustnessSection(frame: frame, row: row).markup
            DecisionsSection(rendering: rendering, result: result).markup
            if !root.pillars.isEmpty { PillarTable(rendering: rendering, result: result).markup }
            if assessment.template.shows(.history) { HistoryTable(rendering: rendering, result: result).markup }
            Tag.section {
                Tag.h2(.opensWorkings()) { rendering(Wording.details) }
                IndicatorSections(rendering: rendering, result: result).markup
            }
            if assessment.template.shows(.missing) { MissingTable(rendering: rendering, result: result).markup }
        }
    }

    private var above: String {
        let parent = result.unit.parent.flatMap { assessment.data.units[$0] }
        return [
            "\(assessment.specification.period)", groupName, rendering(Wording.code(result.unit.code)),
            parent.map { rendering(Wording.within(rendering($0.name))) },
        ].compactMap { $0 }.joined(separator: " · ")
    }

    private var figures: Markup {
        Tag.dl(.style(.figures)) {
            if assessment.ledger.entry(of: root.id, .grade) != nil {
                figure(
                    Wording.grade,
                    Markup(
                        assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) }
                            ?? rendering(Wording.dash)))
            }
            figure(Wording.total, Markup(rendering.score(root, row: row)))
            if assessment.ranksTotal { figure(Wording.rank, Markup(rankText)) }
            if let period = assessment.previousPeriod { figure(Wording.against(period), change) }
            figure(
                Wording.measuredShare, Markup(rendering.percent(assessment.measuredShare(of: root.id, row: row))))
        }
    }

    private var rankText: String {
        assessment.ledger.rank(of: root.id, row: row).map { rendering(Wording.rankOf($0.rank, $0.of)) }
            ?? rendering(Wording.unranked)
    }

    private var change: Markup {
        let total = assessment.changeOfTotal(row: row).map {
            rendering.signed($0, decimals: rendering.figures.decimals(of: root))
        }
        let places = assessment.changeOfRank(row: row).map { rendering(Wording.moved($0)) }
        if !assessment.comparesYears, let places { return Markup(places) }
        guard let total else {
            let before = assessment.previousPeriod.flatMap { period in
                assessment.row(ofUnitAt: row % assessment.ledger.panel.units.count, in: period)
            }
            let isLacking = before.map { rendering.figures[root.id]?.score($0) == nil } ?? true
            return Tag.span(.style(.aside)) {
                isLacking
                    ? assessment.previousPeriod.map { rendering(Wording.noDataFor($0)) } ?? "" : rendering(Wording.dash)
            }
        }
        return Markup(total) + Tag.span(.style(.aside)) { places ?? "" }
    }

    private func figure(_ words: BilingualText, _ content: Markup) -> Markup {
        Tag.div {
            Tag.dt { rendering(words) }
            Tag.dd { content }
        }
    }

    /// Where it is strongest and weakest, and what would lift it most.
    private var sentences: Markup {
        let summary = result.summary
        guard !summary.sentences.isEmpty else { return .empty }
        return Tag.ul(.style(.summary)) {
            for sentence in summary.sentences { Tag.li { rendering(sentence) } }
        }
    }
}
