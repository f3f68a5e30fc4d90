internal import AssessmentCore

/// Who leads a peer group, and who rose most, in sentences.
struct GroupHeadline {
    let rendering: Rendering
    /// The position of the group.
    let group: Int

    private var assessment: CompletedAssessment { rendering.assessment }

    /// The sentences; nothing where the total is not ranked.
    var text: String? {
        let ranked = assessment.ranking(ofGroupAt: group).ranked
        guard assessment.ranksTotal, let first = ranked.first else { return nil }
        let leaders = ranked.filter { assessment.ledger.rank(of: assessment.root.id, row: $0)?.rank == 1 }
        let text = rendering(
            Wording.leader(
                names(leaders), group: rendering.name(ofGroup: assessment.peerGroups[group]),
                total: rendering.score(assessment.root, row: first)))
        let rises = ranked.compactMap { row in assessment.changeOfRank(row: row).map { (row: row, places: $0) } }
        guard let most = rises.map(\.places).max(), most > 0, let period = assessment.previousPeriod else {
            return text
        }
        let climbers = rises.filter { $0.places == most }.map(\.row)
        // A list of many that all moved a little tells nothing.
        guard climbers.count <= 3 else { return text }
        return text + rendering(Wording.climbers(names(climbers), places: most, since: period))
    }

    private func names(_ rows: [Int]) -> String {
        rendering.list(rows.map { rendering(assessment.ledger.panel.unit(ofRow: $0).name) })
    }
}
