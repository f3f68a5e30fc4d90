internal import AssessmentCharts
internal import AssessmentCore

/// The charts of how firm a result is: dots with their intervals, or with their ranges.
struct RobustnessCharts {
    let rendering: Rendering
    let robustness: RobustnessFigures

    /// More units than so many fill a page of paper, and are shown in several charts.
    private static let most = 32
    /// How many units are shown before and behind one.
    private static let neighbours = 3

    private var assessment: CompletedAssessment { rendering.assessment }
    private var root: FrameworkNode { assessment.root }
    private var share: String { DecimalRounding.percentage(of: robustness.report.request.interval) }

    /// The ranks of ranked rows with their intervals from errors of the data.
    func intervals(of rows: [Int], group: String?) -> [ReportFigure] {
        parts(rows.filter { robustness.errors($0) != nil }).map { part, words in
            figure(.interval, of: part, title: rendering(Wording.chartOfIntervals(group, share, words)))
        }
    }

    /// The scores of a group with their intervals, where one chart holds them all; nothing without stated errors.
    func intervals(ofGroup rows: [Int], title: String) -> Drawing? {
        guard robustness.report.dataErrors != nil, rows.count <= RobustnessCharts.most else { return nil }
        return figure(intervals: rows, title: title).drawing
    }

    /// The ranks of ranked rows with their ranges over methods.
    func ranges(of rows: [Int], group: String?) -> [ReportFigure] {
        parts(rows.filter { robustness.range($0) != nil }).map { part, words in
            figure(.range, of: part, title: rendering(Wording.chartOfRanges(group, words)))
        }
    }

    /// A unit among those of its group that rank next to it: by errors of the data where they were stated, else over
    /// methods.
    func neighbours(of row: Int) -> ReportFigure? {
        let group = assessment.peerGroupOfUnit[row % assessment.ledger.panel.units.count]
        let ranked = assessment.ranking(ofGroupAt: group).ranked
        guard let place = ranked.firstIndex(of: row), ranked.count > 1 else { return nil }
        let first = max(0, min(place - RobustnessCharts.neighbours, ranked.count - 1 - 2 * RobustnessCharts.neighbours))
        let near = Array(ranked[first..<min(first + 2 * RobustnessCharts.neighbours + 1, ranked.count)])
        let name = rendering(assessment.ledger.panel.unit(ofRow: row).name)
        if robustness.report.dataErrors != nil {
            return figure(
                intervals: near, title: rendering(Wording.neighboursOf(name, share)), emphasised: row)
        }
        return figure(.range, of: near, title: rendering(Wording.neighboursOverMethods(name)), emphasised: row)
    }

    private func parts(_ rows: [Int]) -> [(rows: [Int], words: String)] {
        guard rows.count > 1 else { return [] }
        let count = (rows.count + RobustnessCharts.most - 1) / RobustnessCharts.most
        let size = (rows.count + count - 1) / count
        return (0..<count).map { part in
            let own = part * size..<min((part + 1) * size, rows.count)
            return (
                Array(rows[own]),
                count == 1 ? "" : rendering(Wording.part(own.lowerBound + 1, own.upperBound))
            )
        }
    }

    private func name(_ row: Int) -> String { rendering(assessment.ledger.panel.unit(ofRow: row).name) }

    private func figure(intervals rows: [Int], title: String, emphasised: Int? = nil) -> ReportFigure {
        let decimals = rendering.figures.decimals(of: root)
        func text(_ score: Double) -> String { DecimalRounding.text(score, decimals: decimals) }
        let told = rows.map { row in
            let interval = robustness.errors(row).map { " [\(text($0.lowScore)), \(text($0.highScore))]" } ?? ""
            return "\(name(row)) \(rendering.score(root, row: row))\(interval)"
        }
        let chart = DotAndIntervalChart(
            dots: rows.map { row in
                DotAndIntervalChart.Dot(
                    label: name(row), value: rendering.figures[root.id]?.score(row),
                    interval: robustness.errors(row).flatMap { span($0.lowScore, $0.highScore) },
                    text: rendering.score(root, row: row), ink: ink(row, emphasised),
                    isEmphasised: row == emphasised)
            }, caption: caption(title, told), decimals: decimals,
            intervalName: rendering(Wording.intervalInWords(share)))
        return ReportFigure(caption: title, drawing: chart.drawing(width: 640))
    }

    /// What is drawn about a rank.
    private enum Span { case interval, range }

    private func ends(_ span: Span, _ row: Int) -> (best: Int, worst: Int)? {
        switch span {
        case .interval: robustness.errors(row).map { ($0.bestRank, $0.worstRank) }
        case .range: robustness.range(row).map { ($0.bestRank, $0.worstRank) }
        }
    }

    private func figure(_ span: Span, of rows: [Int], title: String, emphasised: Int? = nil) -> ReportFigure {
        func text(_ row: Int) -> String? {
            self.ends(span, row).map { RobustnessFigures.span($0.best, $0.worst) }
        }
        let ends = rows.compactMap { self.ends(span, $0) }
        let (first, last) = (ends.map(\.best).min() ?? 1, ends.map(\.worst).max() ?? 1)
        let chart = DotAndIntervalChart(
            dots: rows.map { row in
                DotAndIntervalChart.Dot(
                    label: name(row), value: robustness.standing(row)?.rank.map(Double.init),
                    interval: self.ends(span, row).flatMap { self.span(Double($0.best), Double($0.worst)) },
                    text: text(row), ink: ink(row, emphasised), isEmphasised: row == emphasised)
            }, caption: caption(title, rows.map { "\(name($0)) \(text($0) ?? "")" }),
            range: self.span(Double(first), Double(max(first + 1, last))), decimals: 0,
            intervalName: rendering(span == .interval ? Wording.intervalInWords(share) : Wording.rangeInWords))
        return ReportFigure(caption: title, drawing: chart.drawing(width: 640))
    }

    private func ink(_ row: Int, _ emphasised: Int?) -> Ink {
        emphasised == nil || row == emphasised ? .accent : .neutral
    }

    private func span(_ low: Double, _ high: Double) -> ClosedRange<Double>? { low <= high ? low...high : nil }

    private func caption(_ title: String, _ told: [String]) -> ChartCaption {
        ChartCaption(
            title: title, summary: rendering.list(told), missing: rendering(Wording.noData),
            empty: rendering(Wording.noData))
    }
}
