internal import AssessmentCharts
internal import AssessmentCore

/// What the printed report says of all units.
struct AnnualReport {
    let rendering: Rendering
    let results: [UnitResult]

    private var assessment: CompletedAssessment { rendering.assessment }
    private var specification: Specification { assessment.specification }
    private var root: FrameworkNode { assessment.root }

    /// The report.
    var document: ReportDocument {
        let title = rendering(assessment.title)
        return ReportDocument(
            title: title,
            subject: "\(rendering(Wording.annualReport)) · \(rendering(Wording.periodOf(specification.period)))",
            keywords: [specification.id, "\(specification.period)"], language: rendering.language,
            date: rendering.dateOfPeriod,
            blocks: [
                .cover(
                    title: title,
                    subtitle:
                        "\(rendering(Wording.annualReport)) · \(rendering(Wording.periodOf(specification.period)))",
                    lines: coverLines),
                .contents(title: rendering(Wording.contents)),
            ] + summary + rankings + robustness + (shows(.scorecards) ? scorecards : [])
                + (shows(.methods) ? methods : [])
                + (shows(.dataNotes) ? dataNotes : []))
    }

    private func shows(_ section: ReportSection) -> Bool { assessment.template.shows(section) }

    private var coverLines: [String] {
        let notice = rendering.text(specification.notice)
        return [
            specification.basis.isEmpty
                ? nil : rendering(Wording.basis) + rendering(Wording.colon) + specification.basis,
            notice.isEmpty ? nil : rendering(Wording.notice) + rendering(Wording.colon) + notice,
            rendering(Wording.madeWith(assessment.manifest.workbench)),
            assessment.manifest.results.isEmpty ? nil : rendering(Wording.digest(assessment.manifest.results)),
        ].compactMap { $0 }
    }

    private var summary: [ReportBlock] {
        let headlines = assessment.peerGroups.indices.compactMap {
            GroupHeadline(rendering: rendering, group: $0).text
        }
        return [
            .heading(.chapter, rendering(Wording.reportSummary)),
            .lead(
                rendering(
                    Wording.assessed(
                        specification.basis, period: specification.period,
                        history: assessment.ledger.panel.periods.filter { $0 < specification.period },
                        units: assessment.ledger.panel.units.count, indicators: root.indicators.count))),
        ] + headlines.map { .lead($0) }
            + (shows(.distribution) ? assessment.peerGroups.indices.compactMap { distribution(ofGroupAt: $0) } : [])
    }

    /// Where the totals of a group lie.
    private func distribution(ofGroupAt position: Int) -> ReportBlock? {
        let rows = assessment.ranking(ofGroupAt: position).ranked
        guard rows.count >= 4, let scores = assessment.ledger.scores(of: root.id) else { return nil }
        let title = [rendering.name(ofGroup: assessment.peerGroups[position]), rendering(Wording.total)]
            .compactMap { $0 }.joined(separator: " · ")
        let caption = ChartCaption(
            title: title,
            summary: rendering.list(
                rows.map {
                    "\(rendering(assessment.ledger.panel.unit(ofRow: $0).name)) \(rendering.score(root, row: $0))"
                }), missing: rendering(Wording.noData), empty: rendering(Wording.noFigures))
        if let robustness = rendering.figures.robustness,
            let drawing = RobustnessCharts(rendering: rendering, robustness: robustness).intervals(
                ofGroup: rows, title: title)
        {
            return .figures([ReportFigure(caption: title, drawing: drawing)])
        }
        let drawing =
            rows.count <= 24
            ? BarChart(
                bars: rows.map { row in
                    BarChart.Bar(
                        label: rendering(assessment.ledger.panel.unit(ofRow: row).name), value: scores[row],
                        text: rendering.score(root, row: row))
                }, caption: caption, range: assessment.hasHundred(root) ? 0...100 : nil,
                decimals: assessment.decimals(of: root)
            ).drawing(width: 700)
            : histogram(rows.compactMap { rendering.figures.printedScore(of: root, row: $0) }, caption)
        return .figures([ReportFigure(caption: title, drawing: drawing)])
    }

    private func histogram(_ totals: [Double], _ caption: ChartCaption) -> Drawing {
        Histogram(
            values: totals, caption: caption, decimals: assessment.decimals(of: root),
            bands: (TotalBands(totals)?.bands ?? []).map {
                Histogram.Band(from: $0.from, below: $0.below, count: $0.count)
            }
        ).drawing(width: 640)
    }

    private var rankings: [ReportBlock] {
        [.heading(.chapter, rendering(Wording.ranking))]
            + assessment.peerGroups.indices.flatMap { position -> [ReportBlock] in
                let table = RankingContent(rendering: rendering, group: position).table
                guard let table else { return [] }
                let name = rendering.name(ofGroup: assessment.peerGroups[position])
                return (name.map { [.heading(.section, $0)] } ?? []) + [.table(table)]
            } + [
                .note(rendering(Wording.measuredShareNote))
            ]
    }

    /// What of the ranking is firm and what is not.
    private var robustness: [ReportBlock] {
        guard let figures = rendering.figures.robustness, let summary = RobustnessSummary(assessment) else { return [] }
        return [.heading(.chapter, rendering(Wording.robustnessTitle))]
            + [
                (summary.ofDataErrors, figures.report.dataErrors != nil, Wording.dataErrors),
                (summary.ofMethods, figures.report.methods != nil, Wording.methodRanges),
            ].filter(\.1).flatMap { sentences, _, title -> [ReportBlock] in
                [.heading(.section, rendering(title))] + sentences.map { .paragraph(rendering($0)) }
            } + [
                .note(
                    figures.note(rendering)
                        + rendering(Wording.replications(figures.report.request.draws, figures.report.request.seed)))
            ]
    }

    private var scorecards: [ReportBlock] {
        [
            .heading(.chapter, rendering(Wording.scorecards)), .heading(.section, rendering(Wording.howToRead)),
            .paragraph(rendering(Wording.howToReadText)), .note(rendering(Wording.marksNote)),
        ] + results.flatMap { ScorecardContent(rendering: rendering, result: $0).blocks }
    }

    private var methods: [ReportBlock] {
        let weights = Weights(assessment, row: 0)
        var rows: [ReportTable.Row] = []
        func add(_ node: FrameworkNode, depth: Int) {
            let isPillar = node.measure == nil
            let method = node.steps.compactMap { step -> String? in
                switch step {
                case .evaluate(let choice):
                    assessment.catalogue.evaluators[choice.id].map { rendering($0.description.name) }
                case .aggregate(let choice, _):
                    assessment.catalogue.aggregations[choice.id].map { rendering($0.description.name) }
                default: nil
                }
            }
            rows.append(
                ReportTable.Row(
                    cells: [
                        ReportTable.Cell(rendering.named(node), isBold: isPillar, depth: depth),
                        ReportTable.Cell(rendering.statedWeight(of: node, in: weights), isBold: isPillar),
                        ReportTable.Cell(rendering.list(method)),
                    ], isHead: isPillar))
            for child in node.children { add(child, depth: depth + 1) }
        }
        for child in root.children { add(child, depth: 0) }
        return [
            .heading(.chapter, rendering(Wording.methodsAndWeights)),
            .paragraph(MethodsInUse(rendering: rendering).sentence),
            .table(
                ReportTable(
                    columns: [
                        ReportTable.Column(title: rendering(Wording.framework), share: 58),
                        ReportTable.Column(
                            title: rendering(weights.fullMarks == nil ? Wording.weight : Wording.fullMarks), share: 14,
                            isNumber: true),
                        ReportTable.Column(title: rendering(Wording.scoredBy), share: 28),
                    ], rows: rows)),
        ]
    }

    private var dataNotes: [ReportBlock] {
        [.heading(.chapter, rendering(Wording.dataNotes))] + DataNotes(rendering: rendering, results: results).blocks
    }
}
