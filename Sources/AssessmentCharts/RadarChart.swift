internal import Foundation

/// The profile of one unit over some axes, against that of its peers; for shape alone, not for comparing amounts.
public struct RadarChart: Sendable, Hashable {
    /// One profile.
    public struct Profile: Sendable, Hashable {
        /// Whose profile it is.
        public var name: String
        /// A value for each axis; nothing where it is missing, and the line is broken there.
        public var values: [Double?]
        /// The colour of the line.
        public var ink: Ink
        /// Whether the line is dashed and not filled.
        public var isDashed: Bool

        /// Creates a profile.
        public init(name: String, values: [Double?], ink: Ink = .accent, isDashed: Bool = false) {
            self.name = name
            self.values = values
            self.ink = ink
            self.isDashed = isDashed
        }
    }

    /// The names of the axes, clockwise from the top; there are three at least, or the chart is empty.
    public var axes: [String]
    /// The profiles, from back to front.
    public var profiles: [Profile]
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers at the centre and at the rim; from zero to a round number where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int

    /// Creates a chart.
    public init(
        axes: [String], profiles: [Profile], caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int
    ) {
        self.axes = axes
        self.profiles = profiles
        self.caption = caption
        self.range = range
        self.decimals = decimals
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 420) -> Drawing {
        let values = profiles.flatMap { $0.values.prefix(axes.count).compactMap(ChartParts.finite) }
        guard axes.count >= 3, !values.isEmpty else { return caption.emptyDrawing(width: width) }
        let radius = width * 0.27
        let centre = Drawing.Place(width / 2, radius + 34)
        let scale = Scale(of: values, range: range, isFromZero: range == nil, start: 0, end: radius)
        var elements = scale.ticks(count: 4).filter { scale.position($0.value) > 1 }.map { tick in
            Drawing.Element.polyline(
                (0...axes.count).map { place($0, at: scale.position(tick.value), centre) }, Drawing.Stroke(.grid))
        }
        for (axis, name) in axes.enumerated() {
            elements.append(.line(from: centre, to: place(axis, at: radius, centre), Drawing.Stroke(.grid)))
            elements += label(name, axis: axis, radius: radius, centre: centre, width: width)
        }
        for profile in profiles { elements += line(of: profile, scale: scale, centre: centre) }
        for tick in scale.ticks(count: 4) where scale.position(tick.value) > 1 {
            elements.append(
                ChartParts.label(
                    tick.text, x: centre.x - 4, middle: centre.y - scale.position(tick.value) + 6, anchor: .end,
                    size: 10, ink: .muted))
        }
        let legend = ChartParts.legend(
            profiles.map { profile in
                ChartParts.Key(text: profile.name, markWidth: 22) {
                    [ChartParts.line($0, $1, $0 + 22, $1, RadarChart.stroke(of: profile))]
                }
            }, x: 12, y: centre.y + radius + 38, width: width - 24)
        return Drawing(
            width: width, height: centre.y + radius + 40 + legend.height, title: caption.title,
            summary: caption.summary, elements: elements + legend.elements)
    }

    private func place(_ axis: Int, at distance: Double, _ centre: Drawing.Place) -> Drawing.Place {
        let angle = 2 * Double.pi * Double(axis % axes.count) / Double(axes.count)
        return Drawing.Place(centre.x + distance * sin(angle), centre.y - distance * cos(angle))
    }

    private func label(
        _ name: String, axis: Int, radius: Double, centre: Drawing.Place, width: Double
    ) -> [Drawing.Element] {
        let end = place(axis, at: radius + 10, centre)
        let side = end.x - centre.x
        let isMiddle = side.magnitude < 2
        let room = isMiddle ? width * 0.6 : side > 0 ? width - end.x - 2 : end.x - 2
        let lines = TextWidth.lines(of: name, width: room, size: ChartParts.smallSize, most: 3)
        let first =
            end.y < centre.y && isMiddle ? end.y - Double(lines.count - 1) * 13 : end.y - Double(lines.count - 1) * 6.5
        return lines.enumerated().map { index, text in
            ChartParts.label(
                text, x: end.x, middle: first + Double(index) * 13,
                anchor: isMiddle ? .middle : side > 0 ? .start : .end,
                size: ChartParts.smallSize)
        }
    }

    private static func stroke(of profile: Profile) -> Drawing.Stroke {
        Drawing.Stroke(
            profile.ink, width: profile.isDashed ? 1.75 : 2.5, dashes: profile.isDashed ? [5, 3] : [])
    }

    private func line(of profile: Profile, scale: Scale, centre: Drawing.Place) -> [Drawing.Element] {
        let places = axes.indices.map { axis -> Drawing.Place? in
            guard axis < profile.values.count, let value = ChartParts.finite(profile.values[axis]) else { return nil }
            return place(axis, at: scale.position(value), centre)
        }
        let known = places.compactMap { $0 }
        var elements: [Drawing.Element] = []
        if known.count == axes.count, !profile.isDashed {
            elements.append(.area(known, fill: profile.ink, opacity: 0.12))
        }
        for axis in axes.indices {
            guard let from = places[axis], let to = places[(axis + 1) % axes.count] else { continue }
            elements.append(.line(from: from, to: to, RadarChart.stroke(of: profile)))
        }
        for (axis, name) in axes.enumerated() {
            guard let place = places[axis], let value = profile.values[axis] else { continue }
            elements.append(
                .group(
                    title: "\(profile.name) · \(name) \(DecimalText.of(value, decimals: decimals))",
                    [.circle(centre: place, radius: profile.isDashed ? 2.5 : 3.5, fill: profile.ink)]))
        }
        return elements
    }
}
