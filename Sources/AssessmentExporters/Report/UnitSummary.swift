internal import AssessmentCore

/// The result of a unit in sentences, the same in every format.
struct UnitSummary {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var row: Int { result.row }
    private var nothing: BilingualText { BilingualText(same: "") }

    /// Where the unit stands, what changed, its strongest and weakest pillars, and what that rests on.
    var text: String {
        [placement, comparison, pillars, evidence].map { rendering($0) }.joined()
    }

    private var placement: BilingualText {
        let period = assessment.specification.period
        guard let scores = assessment.ledger.scores(of: root.id), scores[row] != nil else {
            let reason = assessment.ledger.scores(of: root.id).map { rendering.reason($0, row: row) } ?? ""
            return Wording.noTotal(rendering(result.unit.name), period, reason)
        }
        return Wording.placed(
            rendering(result.unit.name), period, total: rendering.score(root, row: row),
            rank: assessment.ledger.rank(of: root.id, row: row),
            group: rendering.name(ofGroup: assessment.peerGroup(ofRow: row)),
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
