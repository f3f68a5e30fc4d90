/// Ranks or scores in two periods, each joined by a line.
public struct SlopeChart: Sendable, Hashable {
    /// What is followed from one period to the other.
    public struct Line: Sendable, Hashable {
        /// What the line is of.
        public var label: String
        /// The value in the earlier period; nothing where it is missing.
        public var before: Double?
        /// The value in the later period; nothing where it is missing.
        public var after: Double?
        /// Whether the line stands out.
        public var isEmphasised: Bool

        /// Creates a line.
        public init(label: String, before: Double?, after: Double?, isEmphasised: Bool = false) {
            self.label = label
            self.before = before
            self.after = after
            self.isEmphasised = isEmphasised
        }
    }

    /// The lines.
    public var lines: [Line]
    /// The words of the chart.
    public var caption: ChartCaption
    /// The name of the earlier period.
    public var beforeName: String
    /// The name of the later period.
    public var afterName: String
    /// The number of decimals of values.
    public var decimals: Int
    /// Whether the smallest number is the best and stands at the top, as with ranks.
    public var isRank: Bool

    /// Creates a chart.
    public init(
        lines: [Line], caption: ChartCaption, beforeName: String, afterName: String, decimals: Int, isRank: Bool
    ) {
        self.lines = lines
        self.caption = caption
        self.beforeName = beforeName
        self.afterName = afterName
        self.decimals = decimals
        self.isRank = isRank
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 480) -> Drawing {
        let values = lines.flatMap { [$0.before, $0.after].compactMap(ChartParts.finite) }
        guard let low = values.min(), let high = values.max() else { return caption.emptyDrawing(width: width) }
        let size = 12.0
        let distance = 17.0
        let top = 44.0
        let bottom = top + max(80, Double(lines.count - 1) * distance)
        let room = width * 0.34
        let left = room
        let right = width - room
        // The data fill the height, without room beyond the best and the worst.
        let scale =
            low < high
            ? Scale(of: [], range: low...high, start: isRank ? top : bottom, end: isRank ? bottom : top)
            : Scale(of: [low], range: nil, start: isRank ? top : bottom, end: isRank ? bottom : top)
        var elements = [
            ChartParts.label(
                TextWidth.fitted(beforeName, to: room, size: 13, isBold: true), x: left, middle: 14, anchor: .end,
                isBold: true),
            ChartParts.label(
                TextWidth.fitted(afterName, to: room, size: 13, isBold: true), x: right, middle: 14, isBold: true),
            ChartParts.line(left, top - 14, left, bottom + 14, Drawing.Stroke(.grid)),
            ChartParts.line(right, top - 14, right, bottom + 14, Drawing.Stroke(.grid)),
        ]
        let before = heights(lines.map(\.before), scale: scale, distance: distance, top: top, bottom: bottom)
        let after = heights(lines.map(\.after), scale: scale, distance: distance, top: top, bottom: bottom)
        // What stands out is drawn last.
        for index in lines.indices.sorted(by: {
            (lines[$0].isEmphasised ? 1 : 0, $0) < (lines[$1].isEmphasised ? 1 : 0, $1)
        }) {
            let line = lines[index]
            let ink: Ink = line.isEmphasised ? .accent : .neutral
            var own: [Drawing.Element] = []
            if let from = before[index], let to = after[index] {
                own.append(
                    ChartParts.line(
                        left, from.mark, right, to.mark, Drawing.Stroke(ink, width: line.isEmphasised ? 3 : 1.25)))
            }
            for (value, height, x, isLeft) in [
                (line.before, before[index], left, true), (line.after, after[index], right, false),
            ] {
                guard let value = ChartParts.finite(value), let height else { continue }
                own.append(
                    .circle(centre: Drawing.Place(x, height.mark), radius: line.isEmphasised ? 4.5 : 3, fill: ink))
                let number = DecimalText.of(value, decimals: decimals)
                let side = isLeft ? -1.0 : 1.0
                if (height.label - height.mark).magnitude > 2 {
                    own.append(
                        ChartParts.line(
                            x + side * 5, height.mark, x + side * 14, height.label, Drawing.Stroke(.grid)))
                }
                let name = TextWidth.fitted(
                    line.label, to: room - 24 - TextWidth.of(number, size: size, isBold: true), size: size,
                    isBold: line.isEmphasised)
                own.append(
                    ChartParts.label(
                        isLeft ? "\(name)  \(number)" : "\(number)  \(name)", x: x + side * 16, middle: height.label,
                        anchor: isLeft ? .end : .start, size: size, isBold: line.isEmphasised,
                        ink: line.isEmphasised ? .text : .muted))
            }
            elements.append(.group(title: tooltip(of: line), own))
        }
        return Drawing(
            width: width, height: bottom + 20, title: caption.title, summary: caption.summary, elements: elements)
    }

    /// Where the marks and the labels of one period lie.
    private func heights(
        _ values: [Double?], scale: Scale, distance: Double, top: Double, bottom: Double
    ) -> [(mark: Double, label: Double)?] {
        let known = values.indices.filter { ChartParts.finite(values[$0]) != nil }
        let marks = known.map { scale.position(values[$0] ?? 0) }
        let labels = LabelSpread.places(wanted: marks, distance: distance, low: top, high: bottom)
        var heights = [(mark: Double, label: Double)?](repeating: nil, count: values.count)
        for (position, index) in known.enumerated() { heights[index] = (marks[position], labels[position]) }
        return heights
    }

    private func tooltip(of line: Line) -> String {
        func text(_ value: Double?) -> String {
            ChartParts.finite(value).map { DecimalText.of($0, decimals: decimals) } ?? caption.missing
        }
        return "\(line.label) \(beforeName) \(text(line.before)) → \(afterName) \(text(line.after))"
    }
}
