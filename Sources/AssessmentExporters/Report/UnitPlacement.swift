internal import AssessmentCore

/// Where a unit stands, in sentences, the same in every format.
struct UnitPlacement {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var row: Int { result.row }
    private var nothing: BilingualText { BilingualText(same: "") }

    /// Where the unit stands, what changed, and what that rests on.
    var text: String {
        [placement, comparison, evidence].map { rendering($0) }.joined()
    }

    private var placement: BilingualText {
        let period = assessment.specification.period
        guard let scores = rendering.figures[root.id]?.scores, scores[row] != nil else {
            let reason = rendering.figures[root.id]?.scores.map { rendering.reason($0, row: row) } ?? ""
            return Wording.noTotal(rendering(result.unit.name), period, reason)
        }
        return Wording.placed(
            rendering(result.unit.name), period, total: rendering.score(root, row: row),
            rank: assessment.ledger.rank(of: root.id, row: row),
            group: rendering.name(ofGroup: assessment.peerGroup(ofRow: row)),
            grade: assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) })
    }

    private var comparison: BilingualText {
        guard let period = assessment.previousPeriod else { return nothing }
        guard let change = assessment.changeOfTotal(row: row) else {
            guard !assessment.comparesYears, let places = assessment.changeOfRank(row: row) else { return nothing }
            return Wording.changedPlaces(since: period, places: places)
        }
        return Wording.changed(
            since: period, places: assessment.changeOfRank(row: row),
            total: DecimalRounding.text(change.magnitude, decimals: rendering.figures.decimals(of: root)),
            isUp: change == 0 ? nil : change > 0)
    }

    private var evidence: BilingualText {
        let states = result.indicators.compactMap { rendering.figures[$0.id]?.state(row) }
        let measured = states.count { $0 == .measured }
        let imputed = states.count { $0 == .imputed }
        return Wording.evidence(
            states.count, measured: measured, imputed: imputed, absent: states.count - measured - imputed)
    }
}
