internal import AssessmentCore

/// The ranking of a peer group with the scores of its pillars, as a table for print.
struct RankingContent {
    let rendering: Rendering
    /// The position of the group.
    let group: Int

    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var hasGrades: Bool { assessment.ledger.entry(of: root.id, .grade) != nil }
    private var showsChange: Bool { assessment.ranksTotal && assessment.previousPeriod != nil }
    /// The spans of ranks; those of scores stand on the scorecards.
    private var spans: [RobustnessSpan] { rendering.figures.robustness?.spansOfRanks ?? [] }
    /// On paper there is no room for more.
    private var pillars: [FrameworkNode] { root.pillars.count + spans.count <= 7 ? root.pillars : [] }

    /// The table; nothing where the group has no unit.
    var table: ReportTable? {
        let (ranked, unranked) = assessment.ranking(ofGroupAt: group)
        guard !ranked.isEmpty || !unranked.isEmpty else { return nil }
        return ReportTable(columns: columns, rows: ranked.map(line) + unranked.map(unrankedLine))
    }

    private var columns: [ReportTable.Column] {
        func column(_ text: String, _ share: Double, isNumber: Bool = true) -> ReportTable.Column {
            ReportTable.Column(title: text, share: share, isNumber: isNumber)
        }
        return (assessment.ranksTotal ? [column(rendering(Wording.rank), 6)] : [])
            + [column(rendering(Wording.unit), 18, isNumber: false), column(rendering(Wording.total), 9)]
            + (hasGrades ? [column(rendering(Wording.grade), 10, isNumber: false)] : [])
            + spans.map { column(rendering($0.heading), 11) }
            + (showsChange ? assessment.previousPeriod.map { [column(rendering(Wording.against($0)), 9)] } ?? [] : [])
            + pillars.map { column(rendering($0.name), 12) } + [column(rendering(Wording.measuredShare), 10)]
    }

    private func line(_ row: Int) -> ReportTable.Row {
        let dash = rendering(Wording.dash)
        var texts: [(String, Bool)] = []
        if assessment.ranksTotal {
            texts.append(((assessment.ledger.rank(of: root.id, row: row)?.rank).map(String.init) ?? dash, true))
        }
        texts.append((rendering(assessment.ledger.panel.unit(ofRow: row).name), true))
        texts.append((rendering.score(root, row: row), true))
        if hasGrades {
            let grade = assessment.ledger.grade(of: root.id, row: row).map { rendering($0.name) } ?? dash
            let lowered = LoweredGrade(assessment, row: row).map { "\n" + rendering($0.reasonsInBrief) } ?? ""
            texts.append((grade + lowered, false))
        }
        texts += spans.map { ($0.text(row, assessment) ?? dash, false) }
        if showsChange { texts.append((change(row), false)) }
        texts += pillars.map { (rendering.score($0, row: row), false) }
        texts.append((rendering.percent(assessment.measuredShare(of: root.id, row: row)), false))
        return ReportTable.Row(cells: texts.map { ReportTable.Cell($0.0, isBold: $0.1) })
    }

    private func change(_ row: Int) -> String {
        guard let places = assessment.changeOfRank(row: row) else { return rendering(Wording.dash) }
        return places == 0 ? "＝" : places > 0 ? "▲ \(places)" : "▼ \(-places)"
    }

    private func unrankedLine(_ row: Int) -> ReportTable.Row {
        let dash = rendering(Wording.dash)
        let reason = assessment.ledger.scores(of: root.id).map { rendering.reason($0, row: row) } ?? dash
        let name = rendering(assessment.ledger.panel.unit(ofRow: row).name)
        var texts = assessment.ranksTotal ? [dash] : []
        texts.append("\(name)\n\(rendering(Wording.unranked))\(rendering(Wording.colon))\(reason)")
        while texts.count < columns.count - 1 { texts.append(dash) }
        texts.append(rendering.percent(assessment.measuredShare(of: root.id, row: row)))
        return ReportTable.Row(cells: texts.map { ReportTable.Cell($0) })
    }
}
