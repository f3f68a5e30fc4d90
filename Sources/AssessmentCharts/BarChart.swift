/// Horizontal bars from zero, with the value beside each, and marks for what it is held against.
public struct BarChart: Sendable, Hashable {
    /// One bar.
    public struct Bar: Sendable, Hashable {
        /// What the bar is of.
        public var label: String
        /// Its length; nothing where the value is missing.
        public var value: Double?
        /// The value as it is printed; rounded to the decimals of the chart where nothing is given.
        public var text: String?
        /// What others have, such as the median of the peers.
        public var marker: Double?
        /// What was to be reached.
        public var target: Double?
        /// The colour of the bar.
        public var ink: Ink
        /// Whether its texts are set bold.
        public var isEmphasised: Bool

        /// Creates a bar.
        public init(
            label: String, value: Double?, text: String? = nil, marker: Double? = nil, target: Double? = nil,
            ink: Ink = .accent, isEmphasised: Bool = false
        ) {
            self.label = label
            self.value = value
            self.text = text
            self.marker = marker
            self.target = target
            self.ink = ink
            self.isEmphasised = isEmphasised
        }
    }

    /// The bars, from the top.
    public var bars: [Bar]
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers that the axis covers at least; round numbers about the values where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int
    /// What the markers are, for the legend.
    public var markerName: String?
    /// What the targets are, for the legend.
    public var targetName: String?

    /// Creates a chart.
    public init(
        bars: [Bar], caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int,
        markerName: String? = nil, targetName: String? = nil
    ) {
        self.bars = bars
        self.caption = caption
        self.range = range
        self.decimals = decimals
        self.markerName = markerName
        self.targetName = targetName
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 640) -> Drawing {
        let values = bars.flatMap { [$0.value, $0.marker, $0.target].compactMap(ChartParts.finite) }
        guard !values.isEmpty else { return caption.emptyDrawing(width: width) }
        let size = ChartParts.textSize
        let texts = bars.map { text(of: $0) }
        let nameWidth = min(
            width * 0.36, bars.map { TextWidth.of($0.label, size: size, isBold: $0.isEmphasised) }.max() ?? 0)
        let valueWidth = min(
            width * 0.2, zip(bars, texts).map { TextWidth.of($1, size: size, isBold: $0.isEmphasised) }.max() ?? 0)
        let left = nameWidth + 12
        let right = width - valueWidth - 12
        let scale = Scale(of: values, range: range, isFromZero: true, start: left, end: right)
        let rowHeight = 28.0
        let bottom = 6 + Double(bars.count) * rowHeight
        var elements = ChartParts.axis(scale, top: 4, bottom: bottom, left: left, right: right)
        let zero = scale.position(0)
        elements.append(ChartParts.line(zero, 4, zero, bottom, Drawing.Stroke(.muted)))
        for (index, (bar, text)) in zip(bars, texts).enumerated() {
            let middle = 6 + (Double(index) + 0.5) * rowHeight
            var own = ChartParts.name(bar.label, end: nameWidth, middle: middle, isBold: bar.isEmphasised)
            own += marks(of: bar, scale: scale, zero: zero, middle: middle)
            own.append(
                ChartParts.label(
                    TextWidth.fitted(text, to: valueWidth, size: size, isBold: bar.isEmphasised), x: width - 2,
                    middle: middle, anchor: .end, isBold: bar.isEmphasised,
                    ink: ChartParts.finite(bar.value) == nil ? .muted : .text))
            elements.append(.group(title: tooltip(of: bar, text), own))
        }
        let legend = ChartParts.legend(keys, x: left, y: bottom + 24, width: width - left)
        elements += legend.elements
        return Drawing(
            width: width, height: bottom + 24 + legend.height, title: caption.title, summary: caption.summary,
            elements: elements)
    }

    private func text(of bar: Bar) -> String {
        guard let value = ChartParts.finite(bar.value) else { return caption.missing }
        return bar.text ?? DecimalText.of(value, decimals: decimals)
    }

    private func marks(of bar: Bar, scale: Scale, zero: Double, middle: Double) -> [Drawing.Element] {
        var elements: [Drawing.Element] = []
        if let value = ChartParts.finite(bar.value) {
            let end = scale.position(value)
            elements.append(
                .rectangle(ChartParts.box(min(zero, end), middle - 7, (end - zero).magnitude, 14), fill: bar.ink))
        }
        if let marker = ChartParts.finite(bar.marker) {
            elements += BarChart.marker(x: scale.position(marker), middle: middle)
        }
        if let target = ChartParts.finite(bar.target) {
            elements += BarChart.target(x: scale.position(target), middle: middle)
        }
        return elements
    }

    private static func marker(x: Double, middle: Double) -> [Drawing.Element] {
        [
            ChartParts.line(x, middle - 11, x, middle + 11, Drawing.Stroke(.surface, width: 5)),
            ChartParts.line(x, middle - 11, x, middle + 11, Drawing.Stroke(.text, width: 2)),
        ]
    }

    private static func target(x: Double, middle: Double) -> [Drawing.Element] {
        [
            .area(ChartParts.diamond(x: x, y: middle, radius: 7), fill: .surface, opacity: 1),
            .area(ChartParts.diamond(x: x, y: middle, radius: 5), fill: .text, opacity: 1),
        ]
    }

    private var keys: [ChartParts.Key] {
        var keys: [ChartParts.Key] = []
        if let markerName, bars.contains(where: { ChartParts.finite($0.marker) != nil }) {
            keys.append(ChartParts.Key(text: markerName, markWidth: 6) { BarChart.marker(x: $0 + 3, middle: $1) })
        }
        if let targetName, bars.contains(where: { ChartParts.finite($0.target) != nil }) {
            keys.append(ChartParts.Key(text: targetName, markWidth: 12) { BarChart.target(x: $0 + 6, middle: $1) })
        }
        return keys
    }

    private func tooltip(of bar: Bar, _ text: String) -> String {
        func part(_ name: String?, _ value: Double?) -> String? {
            guard let name, let value = ChartParts.finite(value) else { return nil }
            return "\(name) \(DecimalText.of(value, decimals: decimals))"
        }
        let others = [part(markerName, bar.marker), part(targetName, bar.target)].compactMap { $0 }
        return (["\(bar.label) \(text)"] + others).joined(separator: " · ")
    }
}
