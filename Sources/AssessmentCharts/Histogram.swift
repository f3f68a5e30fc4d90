/// How often values lie where, with one of them marked.
public struct Histogram: Sendable, Hashable {
    /// The value that is marked.
    public struct Mark: Sendable, Hashable {
        /// Whose value it is.
        public var label: String
        /// The value.
        public var value: Double
        /// The value as it is printed; rounded to the decimals of the chart where nothing is given.
        public var text: String?

        /// Creates a mark.
        public init(label: String, value: Double, text: String? = nil) {
            self.label = label
            self.value = value
            self.text = text
        }
    }

    /// A band of values with their number.
    public struct Band: Sendable, Hashable {
        /// Where it begins.
        public var from: Double
        /// Where the next one begins.
        public var below: Double
        /// How many values lie in it.
        public var count: Int

        /// Creates a band.
        public init(from: Double, below: Double, count: Int) {
            self.from = from
            self.below = below
            self.count = count
        }
    }

    /// The values, in any order; what is no number is left out.
    public var values: [Double]
    /// The value that is marked; nothing where the unit has none.
    public var mark: Mark?
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers that the axis covers at least; round numbers about the values where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int
    /// Whether each value is a dot of its own rather than counted in a bar.
    public var isStrip: Bool
    /// The bands that values are counted in; bars of even width over the axis where there are none.
    public var bands: [Band]

    /// Creates a chart.
    public init(
        values: [Double], mark: Mark? = nil, caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int,
        isStrip: Bool = false, bands: [Band] = []
    ) {
        self.bands = bands
        self.values = values
        self.mark = mark
        self.caption = caption
        self.range = range
        self.decimals = decimals
        self.isStrip = isStrip
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 480) -> Drawing {
        let known = values.filter(\.isFinite)
        guard !known.isEmpty else { return caption.emptyDrawing(width: width) }
        let marked = mark.flatMap { ChartParts.finite($0.value) == nil ? nil : $0 }
        let left = 8.0
        let right = width - 8
        let edges = bands.flatMap { [$0.from, $0.below] }.filter(\.isFinite)
        let span = edges.min().flatMap { low in edges.max().map { low...$0 } }
        let scale = Scale(of: known + (marked.map { [$0.value] } ?? []), range: range ?? span, start: left, end: right)
        let top = marked == nil ? 8 : 30.0
        let bottom = top + (isStrip ? 44 : 90)
        var elements = ChartParts.axis(scale, top: top, bottom: bottom, left: 0, right: width)
        elements += isStrip ? dots(known, scale, top, bottom) : bars(known, scale, top, bottom)
        elements.append(ChartParts.line(left, bottom, right, bottom, Drawing.Stroke(.muted)))
        if let marked {
            let x = scale.position(marked.value)
            let value = marked.text ?? DecimalText.of(marked.value, decimals: decimals)
            let room = width - 12 - TextWidth.of(value, size: 12, isBold: true)
            let text = TextWidth.fitted(marked.label, to: room, size: 12, isBold: true) + " " + value
            let half = TextWidth.of(text, size: 12, isBold: true) / 2
            elements += [
                ChartParts.line(x, top - 8, x, bottom, Drawing.Stroke(.surface, width: 5)),
                ChartParts.line(x, top - 8, x, bottom, Drawing.Stroke(.accent, width: 2.5)),
                ChartParts.label(
                    text, x: half * 2 > width ? width / 2 : min(max(x, half), width - half), middle: 11,
                    anchor: .middle, size: 12, isBold: true, ink: .accent),
            ]
        }
        return Drawing(
            width: width, height: bottom + 22, title: caption.title, summary: caption.summary, elements: elements)
    }

    private func bars(_ known: [Double], _ scale: Scale, _ top: Double, _ bottom: Double) -> [Drawing.Element] {
        guard bands.isEmpty else {
            let most = Double(bands.map(\.count).max() ?? 1)
            return bands.filter { $0.count > 0 }.map { band in
                bar(
                    from: scale.position(band.from), to: scale.position(band.below), count: band.count,
                    height: Double(band.count) / most * (bottom - top - 4), bottom)
            }
        }
        let count = min(20, max(5, Int(Double(known.count).squareRoot().rounded(.up)) * 2))
        let binWidth = (scale.end - scale.start) / Double(count)
        var counts = [Int](repeating: 0, count: count)
        for value in known {
            counts[min(count - 1, max(0, Int((scale.position(value) - scale.start) / binWidth)))] += 1
        }
        let most = Double(counts.max() ?? 1)
        return counts.enumerated().filter { $0.element > 0 }.map { bin, number in
            let start = scale.start + Double(bin) * binWidth
            return bar(
                from: start, to: start + binWidth, count: number,
                height: Double(number) / most * (bottom - top - 4), bottom)
        }
    }

    /// A bar; where one value is marked in the accent colour the bars stand back.
    private func bar(from: Double, to: Double, count: Int, height: Double, _ bottom: Double) -> Drawing.Element {
        .group(
            title: String(count),
            [
                .rectangle(
                    ChartParts.box(from + 0.5, bottom - height, max(1, to - from - 1), height),
                    fill: mark == nil ? .accent : .neutral)
            ])
    }

    private func dots(_ known: [Double], _ scale: Scale, _ top: Double, _ bottom: Double) -> [Drawing.Element] {
        known.sorted().map { value in
            .group(
                title: DecimalText.of(value, decimals: decimals),
                [
                    .circle(
                        centre: Drawing.Place(scale.position(value), (top + bottom) / 2), radius: 5,
                        stroke: Drawing.Stroke(.neutral, width: 1.75))
                ])
        }
    }
}
