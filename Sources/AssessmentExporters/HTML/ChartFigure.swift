internal import AssessmentCharts
internal import AssessmentCore

/// A drawing on a page, which scrolls on its own where the page is too narrow for it.
struct ChartFigure {
    /// Its name on the page.
    let name: StaticString
    /// Which of several of that name it is.
    var number: Int?
    let drawing: Drawing
    /// Whether a heading right above says the same, so that the title need only be spoken.
    var isTitled = false

    /// The drawing with its title for the eye.
    var markup: Markup {
        Tag.figure {
            isTitled ? Tag.figcaption(.style(.spoken)) { drawing.title } : Tag.figcaption { drawing.title }
            Tag.div(.style(.scroll), .role("region"), .label(drawing.title), .focusable()) {
                Markup.drawing(drawing, name, number)
            }
        }
    }
}

/// The charts of the site, each drawn from the ledger.
struct SiteCharts {
    let rendering: Rendering

    private var figures: Figures { rendering.figures }
    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }

    /// How the totals of the period are spread; with the place of a unit among its peers where a row is given.
    func totals(of row: Int? = nil) -> Markup {
        let decimals = figures.decimals(of: root)
        let rows = row.map { assessment.peers(ofRow: $0) } ?? figures.rows
        let values = rows.compactMap { figures.printedScore(of: root, row: $0) }
        guard values.count > 2, let low = values.min(), let high = values.max() else { return .empty }
        let own = row.flatMap { figures.printedScore(of: root, row: $0) }
        func text(_ value: Double) -> String { DecimalRounding.text(value, decimals: decimals) }
        let mark = row.flatMap { row in
            own.map { Histogram.Mark(label: rendering(name(row)), value: $0, text: text($0)) }
        }
        let chart = Histogram(
            values: values, mark: mark,
            caption: caption(
                row == nil ? Wording.distribution : Wording.amongPeers,
                Wording.spreadOfTotals(values.count, text(low), text(high), own: own.map(text))),
            decimals: decimals, isStrip: row != nil,
            bands: row != nil
                ? []
                : (TotalBands(values)?.bands ?? []).map {
                    Histogram.Band(from: $0.from, below: $0.below, count: $0.count)
                })
        return ChartFigure(name: "chart-totals", drawing: chart.drawing(width: 560), isTitled: row == nil).markup
    }

    /// The totals of a unit over the periods, before the band that its peers lie in.
    func history(of row: Int) -> Markup {
        let panel = assessment.ledger.panel
        guard figures[root.id]?.scores != nil else { return .empty }
        let rows = panel.periods.indices.map { $0 * panel.units.count + row % panel.units.count }
        let own = rows.map { figures.printedScore(of: root, row: $0) }
        // One point is no history.
        guard own.compactMap(\.self).count > 1 else { return .empty }
        let decimals = figures.decimals(of: root)
        let told = zip(panel.periods, own).map { period, value in
            (period: period, value: value.map { DecimalRounding.text($0, decimals: decimals) })
        }
        let chart = LineChart(
            periods: panel.periods.map(\.description),
            series: [
                LineChart.Series(name: rendering(name(row)), values: own),
                LineChart.Series(
                    name: rendering(Wording.median), values: rows.map { figures.peerMedian(of: root.id, row: $0) },
                    ink: .neutral, isDashed: true),
            ],
            band: LineChart.Band(
                name: rendering(Wording.rangeOfPeers),
                intervals: rows.map { figures.peerRange(of: root.id, row: $0) }),
            caption: caption(Wording.totalsByPeriod, Wording.seriesInWords(told)), decimals: decimals)
        return ChartFigure(name: "chart-history", drawing: chart.drawing(width: 640)).markup
    }

    /// The ranks of the units of each group of no more than thirty, in the period before and now.
    func ranks() -> Markup {
        guard let before = assessment.previousPeriod, assessment.ranksTotal else { return .empty }
        let names: [StaticString] = ["chart-ranks", "chart-ranks-2", "chart-ranks-3", "chart-ranks-4"]
        var markup = Markup.empty
        for (group, place) in zip(assessment.peerGroups.indices, names) {
            let rows = assessment.ranking(ofGroupAt: group).ranked
            let lines = rows.map(line)
            guard (2...30).contains(rows.count), lines.contains(where: { $0.before != nil }) else { continue }
            let moves = rows.compactMap { row in
                assessment.changeOfRank(row: row).flatMap { change in
                    change == 0 ? nil : (name: rendering(name(row)), move: rendering(Wording.moved(change)))
                }
            }
            let chart = SlopeChart(
                lines: lines,
                caption: caption(
                    Wording.ranksInTwoPeriods(rendering.name(ofGroup: assessment.peerGroups[group])),
                    Wording.movesInWords(moves)),
                beforeName: "\(before)", afterName: "\(assessment.specification.period)", decimals: 0, isRank: true)
            markup.append(ChartFigure(name: place, drawing: chart.drawing(width: 520)).markup)
        }
        return markup
    }

    private func line(_ row: Int) -> SlopeChart.Line {
        let now = assessment.ledger.rank(of: root.id, row: row)?.rank
        let change = assessment.changeOfRank(row: row)
        var before: Double?
        if let now, let change { before = Double(now + change) }
        return SlopeChart.Line(
            label: rendering(name(row)), before: before, after: now.map(Double.init),
            isEmphasised: (change?.magnitude ?? 0) > 1)
    }

    /// The median and the range of an indicator's values over the periods.
    func values(of node: FrameworkNode) -> Markup {
        let panel = assessment.ledger.panel
        guard let values = figures[node.id]?.values, panel.periods.count > 1 else { return .empty }
        let byPeriod = panel.periods.indices.map { period in
            panel.rows(ofPeriodAt: period).compactMap { values[$0] }.sorted()
        }
        guard byPeriod.count(where: { !$0.isEmpty }) > 1 else { return .empty }
        let medians = byPeriod.map { sorted -> Double? in
            sorted.isEmpty ? nil : (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        }
        let unit = rendering.unitOfMeasure(of: node)
        let told = zip(panel.periods, medians).map { (period: $0, value: $1.map { rendering.value($0, in: unit) }) }
        let chart = LineChart(
            periods: panel.periods.map(\.description),
            series: [LineChart.Series(name: rendering(Wording.medianOfUnits), values: medians)],
            band: LineChart.Band(name: rendering(Wording.rangeOfUnits), intervals: byPeriod.map(range)),
            caption: caption(Wording.medianByPeriod, Wording.seriesInWords(told)), decimals: unit?.decimals ?? 2)
        return ChartFigure(name: "chart-values", drawing: chart.drawing(width: 640)).markup
    }

    private func name(_ row: Int) -> BilingualText { assessment.ledger.panel.unit(ofRow: row).name }

    private func range(_ values: [Double]) -> ClosedRange<Double>? {
        guard let low = values.min(), let high = values.max() else { return nil }
        return low...high
    }

    private func caption(_ title: BilingualText, _ summary: BilingualText) -> ChartCaption {
        ChartCaption(
            title: rendering(title), summary: rendering(summary), missing: rendering(Wording.noData),
            empty: rendering(Wording.noData))
    }
}
