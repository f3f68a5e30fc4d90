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

    /// Creates a chart.
    public init(
        values: [Double], mark: Mark? = nil, caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int,
        isStrip: Bool = false
    ) {
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
        let scale = Scale(of: known + (marked.map { [$0.value] } ?? []), range: range, start: left, end: right)
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
        let count = min(20, max(5, Int(Double(known.count).squareRoot().rounded(.up)) * 2))
        let binWidth = (scale.end - scale.start) / Double(count)
        var counts = [Int](repeating: 0, count: count)
        for value in known {
            counts[min(count - 1, max(0, Int((scale.position(value) - scale.start) / binWidth)))] += 1
        }
        let most = Double(counts.max() ?? 1)
        return counts.enumerated().filter { $0.element > 0 }.map { bin, number in
            let height = Double(number) / most * (bottom - top - 4)
            return .group(
                title: String(number),
                [
                    .rectangle(
                        ChartParts.box(
                            scale.start + Double(bin) * binWidth + 0.5, bottom - height, binWidth - 1, height),
                        fill: .neutral)
                ])
        }
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
