/// A dot for each value, upon the band in which those of its peers lie, with their median and what was to be reached.
public struct PeerChart: Sendable, Hashable {
    /// One value among those of its peers.
    public struct Row: Sendable, Hashable {
        /// What the value is of.
        public var label: String
        /// The value; nothing where it is missing.
        public var value: Double?
        /// The value as it is printed; rounded to the decimals of the chart where nothing is given.
        public var text: String?
        /// From the lowest to the highest of the peers; nothing where none has a value.
        public var peers: ClosedRange<Double>?
        /// The median of the peers.
        public var median: Double?
        /// Whether its texts are set bold, and a line parts it from what is below.
        public var isEmphasised: Bool

        /// Creates a row.
        public init(
            label: String, value: Double?, text: String? = nil, peers: ClosedRange<Double>? = nil,
            median: Double? = nil, isEmphasised: Bool = false
        ) {
            self.label = label
            self.value = value
            self.text = text
            self.peers = peers
            self.median = median
            self.isEmphasised = isEmphasised
        }
    }

    /// A number that all values are held against, such as the least of a grade.
    public struct Threshold: Sendable, Hashable {
        /// What the number is, with the number as it is printed.
        public var label: String
        /// The number.
        public var value: Double

        /// Creates a threshold.
        public init(label: String, value: Double) {
            self.label = label
            self.value = value
        }
    }

    /// The rows, from the top.
    public var rows: [Row]
    /// The numbers that all values are held against.
    public var thresholds: [Threshold]
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers that the axis covers at least; round numbers about the values where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int
    /// What the dots are, for the legend.
    public var valueName: String
    /// What the bands are, for the legend.
    public var peersName: String
    /// What the upright marks are, for the legend.
    public var medianName: String

    /// Creates a chart.
    public init(
        rows: [Row], thresholds: [Threshold] = [], caption: ChartCaption, range: ClosedRange<Double>? = nil,
        decimals: Int, valueName: String, peersName: String, medianName: String
    ) {
        self.rows = rows
        self.thresholds = thresholds
        self.caption = caption
        self.range = range
        self.decimals = decimals
        self.valueName = valueName
        self.peersName = peersName
        self.medianName = medianName
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 720) -> Drawing {
        let values = rows.flatMap { row in
            [row.value, row.median, row.peers?.lowerBound, row.peers?.upperBound].compactMap(ChartParts.finite)
        }
        guard !values.isEmpty else { return caption.emptyDrawing(width: width) }
        let size = ChartParts.textSize
        let nameWidth = min(
            width * 0.3, rows.map { TextWidth.of($0.label, size: size, isBold: $0.isEmphasised) }.max() ?? 0)
        let valueWidth = min(width * 0.2, rows.map { TextWidth.of(text(of: $0), size: size, isBold: true) }.max() ?? 0)
        let left = nameWidth + 14
        let right = width - valueWidth - 16
        let limits = thresholds.filter { $0.value.isFinite }
        let scale = Scale(of: values + limits.map(\.value), range: range, start: left, end: right)
        let names = names(of: limits, scale: scale, left: left, right: right)
        let top = 4 + 18 * Double(names.map(\.line).max() ?? 0)
        let rowHeight = 30.0
        let bottom = top + 4 + Double(rows.count) * rowHeight
        var elements = ChartParts.axis(scale, top: top, bottom: bottom, left: left, right: right)
        for limit in limits {
            let x = scale.position(limit.value)
            elements.append(ChartParts.line(x, top, x, bottom, Self.thresholdStroke))
        }
        elements += names.map { name in
            ChartParts.label(
                name.text, x: name.middle, middle: top + 8 - 18 * Double(name.line), anchor: .middle,
                size: ChartParts.smallSize, ink: .muted)
        }
        for (index, row) in rows.enumerated() {
            let middle = top + 2 + (Double(index) + 0.5) * rowHeight
            var own = ChartParts.name(row.label, end: nameWidth, middle: middle, isBold: row.isEmphasised)
            own += marks(of: row, scale: scale, middle: middle)
            own.append(
                ChartParts.label(
                    TextWidth.fitted(text(of: row), to: valueWidth, size: size, isBold: true), x: width - 2,
                    middle: middle, anchor: .end, isBold: true,
                    ink: ChartParts.finite(row.value) == nil ? .muted : .text))
            elements.append(.group(title: tooltip(of: row), own))
            if row.isEmphasised, index + 1 < rows.count {
                let y = middle + rowHeight / 2
                elements.append(ChartParts.line(0, y, width, y, Drawing.Stroke(.grid)))
            }
        }
        let legend = ChartParts.legend(keys, x: left, y: bottom + 24, width: width - left)
        return Drawing(
            width: width, height: bottom + 24 + legend.height, title: caption.title, summary: caption.summary,
            elements: elements + legend.elements)
    }

    private static let thresholdStroke = Drawing.Stroke(.muted, width: 1, dashes: [4, 3])

    private func text(of row: Row) -> String {
        guard let value = ChartParts.finite(row.value) else { return caption.missing }
        return row.text ?? DecimalText.of(value, decimals: decimals)
    }

    private func marks(of row: Row, scale: Scale, middle: Double) -> [Drawing.Element] {
        var elements: [Drawing.Element] = []
        if let peers = row.peers, peers.lowerBound.isFinite, peers.upperBound.isFinite {
            elements.append(
                Self.band(from: scale.position(peers.lowerBound), to: scale.position(peers.upperBound), middle))
        }
        if let median = ChartParts.finite(row.median) {
            let x = scale.position(median)
            elements.append(ChartParts.line(x, middle - 9, x, middle + 9, Drawing.Stroke(.text, width: 2)))
        }
        if let value = ChartParts.finite(row.value) {
            elements.append(Self.dot(scale.position(value), middle))
        }
        return elements
    }

    private static func band(from: Double, to: Double, _ middle: Double) -> Drawing.Element {
        let (left, right) = (from, max(to, from + 2))
        return .area(
            [
                Drawing.Place(left, middle - 6), Drawing.Place(right, middle - 6), Drawing.Place(right, middle + 6),
                Drawing.Place(left, middle + 6),
            ], fill: .neutral, opacity: 0.35)
    }

    private static func dot(_ x: Double, _ middle: Double) -> Drawing.Element {
        .circle(
            centre: Drawing.Place(x, middle), radius: 6, fill: .accent, stroke: Drawing.Stroke(.surface, width: 1.5))
    }

    /// The name of a threshold with its place: the line that it stands on, the lowest being the first.
    private struct Name {
        let text: String
        let middle: Double
        let line: Int
    }

    /// The names above the lines of thresholds, from the right: moved aside by as much as keeps them above their line, and
    /// else on a line above.
    private func names(of limits: [Threshold], scale: Scale, left: Double, right: Double) -> [Name] {
        var names: [Name] = []
        // Where the names of each line begin so far.
        var begins: [Double] = []
        for limit in limits.sorted(by: { ($1.value, $0.label) < ($0.value, $1.label) }) {
            let x = scale.position(limit.value)
            let text = TextWidth.fitted(limit.label, to: (right - left) / 2, size: ChartParts.smallSize)
            let half = TextWidth.of(text, size: ChartParts.smallSize) / 2
            let wanted = min(max(x, left + half), right - half)
            func middle(_ line: Int) -> Double {
                min(wanted, (begins.indices.contains(line) ? begins[line] : .infinity) - 8 - half)
            }
            let line =
                begins.indices.first { x - middle($0) <= half && middle($0) - half >= left } ?? begins.endIndex
            if line == begins.endIndex { begins.append(.infinity) }
            let place = line < begins.count ? middle(line) : wanted
            begins[line] = place - half
            names.append(Name(text: text, middle: place, line: line + 1))
        }
        return names
    }

    private var keys: [ChartParts.Key] {
        var keys = [ChartParts.Key(text: valueName, markWidth: 14) { [Self.dot($0 + 7, $1)] }]
        if rows.contains(where: { $0.peers != nil }) {
            keys.append(ChartParts.Key(text: peersName, markWidth: 24) { [Self.band(from: $0, to: $0 + 24, $1)] })
        }
        if rows.contains(where: { ChartParts.finite($0.median) != nil }) {
            keys.append(
                ChartParts.Key(text: medianName, markWidth: 6) {
                    [ChartParts.line($0 + 3, $1 - 7, $0 + 3, $1 + 7, Drawing.Stroke(.text, width: 2))]
                })
        }
        return keys
    }

    private func tooltip(of row: Row) -> String {
        func number(_ value: Double) -> String { DecimalText.of(value, decimals: decimals) }
        var parts = ["\(row.label) \(text(of: row))"]
        if let median = ChartParts.finite(row.median) { parts.append("\(medianName) \(number(median))") }
        if let peers = row.peers, peers.lowerBound.isFinite, peers.upperBound.isFinite {
            parts.append("\(peersName) \(number(peers.lowerBound))–\(number(peers.upperBound))")
        }
        return parts.joined(separator: " · ")
    }
}
