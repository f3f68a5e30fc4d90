/// A dot for each value, with the interval that it lies in where there is one, against a line of reference.
public struct DotAndIntervalChart: Sendable, Hashable {
    /// One value.
    public struct Dot: Sendable, Hashable {
        /// What the value is of.
        public var label: String
        /// The value; nothing where it is missing.
        public var value: Double?
        /// The interval about the value; nothing where none is known.
        public var interval: ClosedRange<Double>?
        /// The value as it is printed; rounded to the decimals of the chart where nothing is given.
        public var text: String?
        /// The colour of the dot.
        public var ink: Ink
        /// Whether its texts are set bold.
        public var isEmphasised: Bool

        /// Creates a value.
        public init(
            label: String, value: Double?, interval: ClosedRange<Double>? = nil, text: String? = nil,
            ink: Ink = .accent, isEmphasised: Bool = false
        ) {
            self.label = label
            self.value = value
            self.interval = interval
            self.text = text
            self.ink = ink
            self.isEmphasised = isEmphasised
        }
    }

    /// The values, from the top.
    public var dots: [Dot]
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers that the axis covers at least; round numbers about the values where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int
    /// What the values are held against, such as the median of all.
    public var reference: Double?
    /// What the reference is, for the legend.
    public var referenceName: String?
    /// What the intervals are, for the legend.
    public var intervalName: String?

    /// Creates a chart.
    public init(
        dots: [Dot], caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int,
        reference: Double? = nil, referenceName: String? = nil, intervalName: String? = nil
    ) {
        self.dots = dots
        self.caption = caption
        self.range = range
        self.decimals = decimals
        self.reference = reference
        self.referenceName = referenceName
        self.intervalName = intervalName
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 640) -> Drawing {
        let values = dots.flatMap { dot in
            [dot.value, dot.interval?.lowerBound, dot.interval?.upperBound].compactMap(ChartParts.finite)
        }
        guard !values.isEmpty else { return caption.emptyDrawing(width: width) }
        let size = ChartParts.textSize
        let nameWidth = min(
            width * 0.36, dots.map { TextWidth.of($0.label, size: size, isBold: $0.isEmphasised) }.max() ?? 0)
        let valueWidth = min(
            width * 0.24, dots.map { TextWidth.of(text(of: $0), size: size, isBold: $0.isEmphasised) }.max() ?? 0)
        let left = nameWidth + 18
        let right = width - valueWidth - 18
        let reference = ChartParts.finite(reference)
        let scale = Scale(of: values + [reference].compactMap { $0 }, range: range, start: left, end: right)
        let rowHeight = 24.0
        let bottom = 6 + Double(dots.count) * rowHeight
        var elements = ChartParts.axis(scale, top: 4, bottom: bottom, left: left, right: right)
        if let reference {
            let x = scale.position(reference)
            elements.append(ChartParts.line(x, 4, x, bottom, Self.referenceStroke))
        }
        for (index, dot) in dots.enumerated() {
            let middle = 6 + (Double(index) + 0.5) * rowHeight
            elements.append(
                .group(
                    title: tooltip(of: dot),
                    [
                        ChartParts.label(
                            TextWidth.fitted(dot.label, to: nameWidth, size: size, isBold: dot.isEmphasised),
                            x: nameWidth, middle: middle, anchor: .end, isBold: dot.isEmphasised)
                    ] + marks(of: dot, scale: scale, middle: middle) + [
                        ChartParts.label(
                            TextWidth.fitted(text(of: dot), to: valueWidth, size: size, isBold: dot.isEmphasised),
                            x: width - 2, middle: middle, anchor: .end, isBold: dot.isEmphasised,
                            ink: ChartParts.finite(dot.value) == nil ? .muted : .text)
                    ]))
        }
        let legend = ChartParts.legend(keys, x: left, y: bottom + 24, width: width - left)
        return Drawing(
            width: width, height: bottom + 24 + legend.height, title: caption.title, summary: caption.summary,
            elements: elements + legend.elements)
    }

    private static let referenceStroke = Drawing.Stroke(.text, width: 1.5, dashes: [5, 3])

    private func text(of dot: Dot) -> String {
        guard let value = ChartParts.finite(dot.value) else { return caption.missing }
        return dot.text ?? DecimalText.of(value, decimals: decimals)
    }

    private func marks(of dot: Dot, scale: Scale, middle: Double) -> [Drawing.Element] {
        var elements: [Drawing.Element] = []
        if let interval = dot.interval, interval.lowerBound.isFinite, interval.upperBound.isFinite {
            let from = scale.position(interval.lowerBound)
            let to = scale.position(interval.upperBound)
            elements += Self.interval(from: from, to: to, middle: middle, ink: dot.ink)
        }
        if let value = ChartParts.finite(dot.value) {
            elements.append(
                .circle(
                    centre: Drawing.Place(scale.position(value), middle), radius: 5, fill: dot.ink,
                    stroke: Drawing.Stroke(.surface, width: 1.5)))
        }
        return elements
    }

    private static func interval(from: Double, to: Double, middle: Double, ink: Ink) -> [Drawing.Element] {
        [
            ChartParts.line(from, middle, to, middle, Drawing.Stroke(ink, width: 2)),
            ChartParts.line(from, middle - 4, from, middle + 4, Drawing.Stroke(ink, width: 1.5)),
            ChartParts.line(to, middle - 4, to, middle + 4, Drawing.Stroke(ink, width: 1.5)),
        ]
    }

    private var keys: [ChartParts.Key] {
        var keys: [ChartParts.Key] = []
        if let intervalName, dots.contains(where: { $0.interval != nil }) {
            keys.append(
                ChartParts.Key(text: intervalName, markWidth: 24) {
                    Self.interval(from: $0, to: $0 + 24, middle: $1, ink: .muted)
                })
        }
        if let referenceName, let reference = ChartParts.finite(reference) {
            let text = "\(referenceName) \(DecimalText.of(reference, decimals: decimals))"
            keys.append(
                ChartParts.Key(text: text, markWidth: 18) {
                    [ChartParts.line($0, $1, $0 + 18, $1, Self.referenceStroke)]
                })
        }
        return keys
    }

    private func tooltip(of dot: Dot) -> String {
        let interval = dot.interval.flatMap { interval -> String? in
            guard interval.lowerBound.isFinite, interval.upperBound.isFinite else { return nil }
            return "[\(DecimalText.of(interval.lowerBound, decimals: decimals)), "
                + "\(DecimalText.of(interval.upperBound, decimals: decimals))]"
        }
        return [dot.label, text(of: dot), interval].compactMap { $0 }.joined(separator: " ")
    }
}
