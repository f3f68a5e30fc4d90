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
    var document: Markup {
        frame.document(title: "\(rendering(result.unit.name)) \(assessment.specification.period)") {
            Tag.p(.style(.above)) { above }
            Tag.h1 { rendering(result.unit.name) }
            figures
            Tag.p(.style(.lead)) { summary }
            DecisionsSection(rendering: rendering, result: result).markup
            if !root.pillars.isEmpty { PillarTable(rendering: rendering, result: result).markup }
            Tag.section {
                Tag.h2 { rendering(Wording.details) }
                IndicatorSections(rendering: rendering, result: result).markup
            }
            MissingTable(rendering: rendering, result: result).markup
            HistoryTable(rendering: rendering, result: result).markup
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
            figure(Wording.total, Markup(rendering.score(root, row: row)))
            if assessment.ranksTotal { figure(Wording.rank, Markup(rankText)) }
            if assessment.ledger.entry(of: root.id, .grade) != nil {
                figure(
                    Wording.grade,
                    Markup(
                        assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) }
                            ?? rendering(Wording.dash)))
            }
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
            rendering.signed($0, decimals: assessment.decimals(of: root))
        }
        let places = assessment.changeOfRank(row: row).map { rendering(Wording.moved($0)) }
        return Markup(total ?? rendering(Wording.dash)) + Tag.span(.style(.aside)) { places ?? "" }
    }

    private func figure(_ words: BilingualText, _ content: Markup) -> Markup {
        Tag.div {
            Tag.dt { rendering(words) }
            Tag.dd { content }
        }
    }

    /// The result in sentences.
    private var summary: String {
        [placement, comparison, pillars, evidence].map { rendering($0) }.joined()
    }

    private var nothing: BilingualText { BilingualText(same: "") }

    private var placement: BilingualText {
        let period = assessment.specification.period
        guard let scores = assessment.ledger.scores(of: root.id), scores[row] != nil else {
            let reason = assessment.ledger.scores(of: root.id).map { rendering.reason($0, row: row) } ?? ""
            return Wording.noTotal(rendering(result.unit.name), period, reason)
        }
        return Wording.placed(
            rendering(result.unit.name), period, total: rendering.score(root, row: row),
            rank: assessment.ledger.rank(of: root.id, row: row), group: groupName,
            grade: assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) })
    }

    private var comparison: BilingualText {
        guard let period = assessment.previousPeriod, let change = assessment.changeOfTotal(row: row) else {
            return nothing
        }
        return Wording.changed(
            since: period, places: assessment.changeOfRank(row: row),
            total: DecimalRounding.text(change.magnitude, decimals: assessment.decimals(of: root)),
            isUp: change == 0 ? nil : change > 0)
    }

    private var pillars: BilingualText {
        let standings = root.pillars.compactMap { pillar in
            assessment.standing(of: pillar.id, row: row).map { (name: rendering(pillar.name), rank: $0.rank) }
        }
        guard let best = standings.map(\.rank).min(), let worst = standings.map(\.rank).max(), best < worst else {
            return nothing
        }
        return Wording.strongest(
            rendering.list(standings.filter { $0.rank == best }.map(\.name)), best,
            weakest: rendering.list(standings.filter { $0.rank == worst }.map(\.name)), worst)
    }

    private var evidence: BilingualText {
        let states = result.indicators.compactMap { assessment.ledger.knownValues(of: $0.id)?.states[row] }
        let measured = states.count { $0 == .measured }
        let imputed = states.count { $0 == .imputed }
        return Wording.evidence(
            states.count, measured: measured, imputed: imputed, absent: states.count - measured - imputed)
    }
}
