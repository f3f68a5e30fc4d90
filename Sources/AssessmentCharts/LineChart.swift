/// The history of one or more series, with gaps where values are missing, before the band that the peers lie in.
public struct LineChart: Sendable, Hashable {
    /// One series.
    public struct Series: Sendable, Hashable {
        /// The name of the series.
        public var name: String
        /// Its value in each period; nothing where it is missing.
        public var values: [Double?]
        /// The colour of the line.
        public var ink: Ink
        /// Whether the line stands back behind the others.
        public var isDashed: Bool

        /// Creates a series.
        public init(name: String, values: [Double?], ink: Ink = .accent, isDashed: Bool = false) {
            self.name = name
            self.values = values
            self.ink = ink
            self.isDashed = isDashed
        }
    }

    /// What the peers have in each period.
    public struct Band: Sendable, Hashable {
        /// What the band is, for the legend.
        public var name: String
        /// The lower and the upper end in each period; nothing where there is none.
        public var intervals: [ClosedRange<Double>?]

        /// Creates a band.
        public init(name: String, intervals: [ClosedRange<Double>?]) {
            self.name = name
            self.intervals = intervals
        }
    }

    /// The periods, in order.
    public var periods: [String]
    /// The series.
    public var series: [Series]
    /// The band of the peers.
    public var band: Band?
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers that the axis covers at least; round numbers about the values where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int
    /// Whether the smallest number is the best and stands at the top, as with ranks.
    public var isRank: Bool

    /// Creates a chart.
    public init(
        periods: [String], series: [Series], band: Band? = nil, caption: ChartCaption,
        range: ClosedRange<Double>? = nil, decimals: Int, isRank: Bool = false
    ) {
        self.periods = periods
        self.series = series
        self.band = band
        self.caption = caption
        self.range = range
        self.decimals = decimals
        self.isRank = isRank
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 640, height: Double = 240) -> Drawing {
        let shown = series.flatMap { $0.values.prefix(periods.count).compactMap(ChartParts.finite) }
        guard !shown.isEmpty else { return caption.emptyDrawing(width: width) }
        let ends = (band?.intervals ?? []).prefix(periods.count).compactMap { $0 }
            .flatMap { [$0.lowerBound, $0.upperBound] }.filter(\.isFinite)
        let bandKeys = ends.isEmpty ? [] : bandKey
        let legendHeight = bandKeys.isEmpty ? 0 : 24.0
        let top = 14.0
        // There is a line of text for each series at least.
        let bottom = max(top + 60, height - 26 - legendHeight, top + Double(series.count - 1) * 15)
        let scale = Scale(
            of: shown + ends, range: range, start: isRank ? top : bottom, end: isRank ? bottom : top)
        let ticks = scale.ticks(count: 4)
        let left = (ticks.map { TextWidth.of($0.text, size: ChartParts.smallSize) }.max() ?? 0) + 12
        let labelWidth = min(
            width * 0.36, series.map { TextWidth.of(endText(of: $0), size: 12, isBold: true) }.max() ?? 0)
        let right = max(left + 40, width - labelWidth - 18)
        let step = periods.count > 1 ? (right - left - 16) / Double(periods.count - 1) : 0
        let xs = periods.indices.map { periods.count > 1 ? left + 8 + Double($0) * step : (left + right) / 2 }
        var elements = ticks.flatMap { tick -> [Drawing.Element] in
            let y = scale.position(tick.value)
            return [
                ChartParts.line(left, y, right, y, Drawing.Stroke(.grid)),
                ChartParts.label(
                    tick.text, x: left - 6, middle: y, anchor: .end, size: ChartParts.smallSize, ink: .muted),
            ]
        }
        elements += periodLabels(xs, step: step, y: bottom + 14, width: width)
        elements += bandArea(xs, scale: scale)
        for one in series { elements += line(one, xs: xs, scale: scale) }
        elements += endLabels(xs, scale: scale, top: top, bottom: bottom, right: right, width: labelWidth)
        elements += ChartParts.legend(bandKeys, x: left, y: bottom + 26, width: width - left).elements
        return Drawing(
            width: width, height: bottom + 26 + legendHeight, title: caption.title, summary: caption.summary,
            elements: elements)
    }

    private var bandKey: [ChartParts.Key] {
        guard let band else { return [] }
        return [
            ChartParts.Key(text: band.name, markWidth: 18) {
                [.area(LineChart.corners($0, $1 - 5, $0 + 18, $1 + 5), fill: .neutral, opacity: 0.28)]
            }
        ]
    }

    private static func corners(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> [Drawing.Place] {
        [Drawing.Place(x1, y1), Drawing.Place(x2, y1), Drawing.Place(x2, y2), Drawing.Place(x1, y2)]
    }

    /// The periods below the axis, as many as have room.
    private func periodLabels(_ xs: [Double], step: Double, y: Double, width: Double) -> [Drawing.Element] {
        let size = ChartParts.smallSize
        let widest = min(90, periods.map { TextWidth.of($0, size: size) }.max() ?? 0)
        let each = step > 0 ? max(1, Int(min(1000, ((widest + 8) / step).rounded(.up)))) : 1
        // Counted from the last, which is the one that the chart is about.
        return periods.indices.filter { (periods.count - 1 - $0) % each == 0 }.map { index in
            let text = TextWidth.fitted(periods[index], to: max(step * Double(each) - 4, 60), size: size)
            let half = TextWidth.of(text, size: size) / 2
            return ChartParts.label(
                text, x: min(max(xs[index], half), width - half), middle: y, anchor: .middle, size: size, ink: .muted)
        }
    }

    private func bandArea(_ xs: [Double], scale: Scale) -> [Drawing.Element] {
        guard let band else { return [] }
        let known = band.intervals.prefix(xs.count).map { interval in
            interval.flatMap { $0.lowerBound.isFinite && $0.upperBound.isFinite ? $0 : nil }
        }
        return LineChart.runs(known.map { $0 != nil }).map { run in
            let ends = run.compactMap { index in known[index].map { (xs[index], $0) } }
            var upper = ends.map { Drawing.Place($0.0, scale.position($0.1.upperBound)) }
            var lower = ends.map { Drawing.Place($0.0, scale.position($0.1.lowerBound)) }
            if ends.count == 1 {
                // A single period has a width too.
                upper = upper.flatMap { [Drawing.Place($0.x - 6, $0.y), Drawing.Place($0.x + 6, $0.y)] }
                lower = lower.flatMap { [Drawing.Place($0.x - 6, $0.y), Drawing.Place($0.x + 6, $0.y)] }
            }
            return .area(upper + lower.reversed(), fill: .neutral, opacity: 0.28)
        }
    }

    private func line(_ one: Series, xs: [Double], scale: Scale) -> [Drawing.Element] {
        let values = Array(one.values.prefix(xs.count)).map(ChartParts.finite)
        let stroke = Drawing.Stroke(one.ink, width: one.isDashed ? 1.75 : 2.5, dashes: one.isDashed ? [6, 4] : [])
        let lines = LineChart.runs(values.map { $0 != nil }).filter { $0.count > 1 }.map { run in
            Drawing.Element.polyline(
                run.compactMap { index in values[index].map { Drawing.Place(xs[index], scale.position($0)) } }, stroke)
        }
        let dots = values.enumerated().compactMap { index, value in
            value.map { value in
                Drawing.Element.group(
                    title: "\(one.name) \(periods[index]) \(DecimalText.of(value, decimals: decimals))",
                    [
                        .circle(
                            centre: Drawing.Place(xs[index], scale.position(value)), radius: one.isDashed ? 2.5 : 3.5,
                            fill: one.ink, stroke: Drawing.Stroke(.surface, width: 1))
                    ])
            }
        }
        return lines + dots
    }

    /// The last value of a series with its name.
    private func endText(of one: Series) -> String {
        let last = one.values.prefix(periods.count).last { ChartParts.finite($0) != nil } ?? nil
        let number = last.map { DecimalText.of($0, decimals: decimals) } ?? caption.missing
        return one.name.isEmpty ? number : "\(number) \(one.name)"
    }

    private func endLabels(
        _ xs: [Double], scale: Scale, top: Double, bottom: Double, right: Double, width: Double
    ) -> [Drawing.Element] {
        let ends = series.compactMap { one -> (Series, Double)? in
            let last = one.values.prefix(periods.count).last { ChartParts.finite($0) != nil } ?? nil
            return last.map { (one, scale.position($0)) }
        }
        let places = LabelSpread.places(wanted: ends.map(\.1), distance: 15, low: top, high: bottom)
        return zip(ends, places).map { end, y in
            ChartParts.label(
                TextWidth.fitted(endText(of: end.0), to: width, size: 12, isBold: !end.0.isDashed), x: right + 8,
                middle: y, size: 12, isBold: !end.0.isDashed, ink: end.0.isDashed ? .muted : .text)
        }
    }

    /// The stretches without a gap.
    private static func runs(_ isKnown: [Bool]) -> [[Int]] {
        var runs: [[Int]] = []
        for (index, known) in isKnown.enumerated() where known {
            if index > 0, isKnown[index - 1], !runs.isEmpty {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        return runs
    }
}
