internal import AssessmentCharts
internal import AssessmentCore

/// The charts of a printed scorecard: pillars against peers, and the total over the periods.
struct ScorecardFigures {
    let rendering: Rendering
    let result: UnitResult

    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var row: Int { result.row }
    private var name: String { rendering(result.unit.name) }

    /// The charts beside each other; nothing where there is neither.
    var blocks: [ReportBlock] {
        let figures = [pillars, history].compactMap { $0 }
        return figures.isEmpty ? [] : [.figures(figures)]
    }

    private func caption(_ title: BilingualText, _ summary: BilingualText) -> ChartCaption {
        ChartCaption(
            title: "\(name) · \(rendering(title))", summary: rendering(summary), missing: rendering(Wording.noData),
            empty: rendering(Wording.noFigures))
    }

    private var pillars: ReportFigure? {
        let pillars = root.pillars.isEmpty ? root.indicators : root.pillars
        guard pillars.count > 1, pillars.count <= 12 else { return nil }
        let scores = pillars.map { pillar in
            let median = rendering.figures.peerMedian(of: pillar.id, row: row).map {
                DecimalRounding.text($0, decimals: assessment.decimals(of: pillar))
            }
            return (
                name: rendering(pillar.name), score: rendering.score(pillar, row: row),
                median: median ?? rendering(Wording.dash)
            )
        }
        let chart = BarChart(
            bars: pillars.map { pillar in
                BarChart.Bar(
                    label: rendering(pillar.name), value: assessment.ledger.scores(of: pillar.id)?[row],
                    text: rendering.score(pillar, row: row),
                    marker: rendering.figures.peerMedian(of: pillar.id, row: row))
            },
            caption: caption(Wording.pillarsAgainstPeers, Wording.chartOfPillars(name, scores)),
            range: pillars.allSatisfy { assessment.hasHundred($0) } ? 0...100 : nil,
            decimals: assessment.decimals(of: root), markerName: rendering(Wording.median))
        return ReportFigure(caption: rendering(Wording.pillarsAgainstPeers), drawing: chart.drawing(width: 470))
    }

    private var history: ReportFigure? {
        let periods = assessment.ledger.panel.periods
        let unit = row % assessment.ledger.panel.units.count
        guard assessment.template.shows(.history), periods.count > 1,
            let scores = assessment.ledger.scores(of: root.id)
        else { return nil }
        let rows = periods.map { assessment.row(ofUnitAt: unit, in: $0) }
        let totals = zip(periods, rows).map { period, row in
            (period: period, total: row.map { rendering.score(root, row: $0) } ?? rendering(Wording.dash))
        }
        let chart = LineChart(
            periods: periods.map { "\($0)" },
            series: [
                LineChart.Series(
                    name: rendering(Wording.median),
                    values: rows.map { $0.flatMap { rendering.figures.peerMedian(of: root.id, row: $0) } },
                    ink: .neutral,
                    isDashed: true),
                LineChart.Series(name: "", values: rows.map { $0.flatMap { scores[$0] } }),
            ],
            band: LineChart.Band(name: rendering(Wording.middleHalf), intervals: rows.map { $0.flatMap(middleHalf) }),
            caption: caption(Wording.totalOverTime, Wording.chartOfTotals(name, totals)),
            decimals: assessment.decimals(of: root))
        return ReportFigure(
            caption: rendering(Wording.totalOverTime), drawing: chart.drawing(width: 340, height: 165))
    }

    /// The first and the third quartile of the totals of the peers, by linear interpolation.
    private func middleHalf(row: Int) -> ClosedRange<Double>? {
        guard let scores = assessment.ledger.scores(of: root.id) else { return nil }
        let sorted = assessment.peers(ofRow: row).compactMap { scores[$0] }.sorted()
        guard sorted.count >= 4 else { return nil }
        func quantile(_ share: Double) -> Double {
            let place = share * Double(sorted.count - 1)
            let below = Int(place)
            let above = min(below + 1, sorted.count - 1)
            return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
        }
        let (low, high) = (quantile(0.25), quantile(0.75))
        return low <= high ? low...high : nil
    }
}
