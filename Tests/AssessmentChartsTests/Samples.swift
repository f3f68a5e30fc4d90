import AssessmentCharts

/// Charts of every kind over the same numbers and names.
enum Samples {
    static let caption = ChartCaption(
        title: "Title", summary: "Summary", missing: "no data", empty: "nothing to show")

    static func bars(_ values: [Double?]) -> BarChart {
        BarChart(
            bars: values.enumerated().map { .init(label: "bar \($0)", value: $1) }, caption: caption, range: 0...100,
            decimals: 1)
    }

    /// Every chart over values, each named.
    static func all(_ values: [Double?], names: [String], caption: ChartCaption = caption) -> [Drawing] {
        func name(_ index: Int) -> String { names.isEmpty ? "" : names[index % names.count] }
        func interval(_ value: Double?) -> ClosedRange<Double>? {
            value.flatMap { $0.isFinite ? ($0 - 1)...($0 + 1) : nil }
        }
        let named = values.enumerated().map { (name($0), $1) }
        return [
            BarChart(
                bars: named.map { .init(label: $0.0, value: $0.1, marker: $0.1, target: $0.1) }, caption: caption,
                decimals: 1, markerName: name(0), targetName: name(1)
            ).drawing(),
            DotAndIntervalChart(
                dots: named.map { .init(label: $0.0, value: $0.1, interval: interval($0.1)) }, caption: caption,
                decimals: 1, reference: values.first ?? nil, referenceName: name(0), intervalName: name(1)
            ).drawing(),
            PeerChart(
                rows: named.map {
                    .init(label: $0.0, value: $0.1, peers: interval($0.1), median: $0.1, isEmphasised: true)
                }, thresholds: named.map { .init(label: $0.0, value: $0.1 ?? .nan) }, caption: caption, decimals: 1,
                valueName: name(0), peersName: name(1), medianName: name(2)
            ).drawing(),
            SlopeChart(
                lines: named.map { .init(label: $0.0, before: $0.1, after: values.last ?? nil, isEmphasised: true) },
                caption: caption, beforeName: name(0), afterName: name(1), decimals: 1, isRank: false
            ).drawing(),
            LineChart(
                periods: named.map(\.0), series: named.map { .init(name: $0.0, values: values) },
                band: .init(name: name(0), intervals: values.map(interval)), caption: caption, decimals: 1
            ).drawing(),
            HeatMap(
                columns: named.map(\.0), rows: named.map { .init(label: $0.0, cells: values.map { .init($0) }) },
                caption: caption, decimals: 1
            ).drawing(),
            RadarChart(
                axes: named.map(\.0), profiles: [.init(name: name(0), values: values)], caption: caption, decimals: 1
            ).drawing(),
            TileMap(
                tiles: named.enumerated().map { index, pair in
                    .init(
                        row: index / 4, column: index % 4, label: pair.0, value: pair.1, note: pair.0,
                        reference: pair.0,
                        parts: named.map { .init(label: $0.0, value: $0.1) })
                }, caption: caption, decimals: 1
            ).drawing(),
            Histogram(
                values: values.compactMap { $0 }, mark: .init(label: name(0), value: (values.first ?? nil) ?? .nan),
                caption: caption, decimals: 1
            ).drawing(),
            Histogram(values: values.compactMap { $0 }, caption: caption, decimals: 1, isStrip: true).drawing(),
        ]
    }
}

extension Drawing {
    /// The elements, those of groups among them.
    var flat: [Element] { elements.flatMap(Drawing.flat) }

    private static func flat(_ element: Element) -> [Element] {
        if case .group(_, let elements) = element { elements.flatMap(flat) } else { [element] }
    }

    var labels: [Label] {
        flat.compactMap { if case .text(let label) = $0 { label } else { nil } }
    }

    var centres: [Place] {
        flat.compactMap { if case .circle(let centre, _, _, _) = $0 { centre } else { nil } }
    }

    func boxes(of ink: Ink) -> [Box] {
        flat.compactMap { if case .rectangle(let box, _, ink, _) = $0 { box } else { nil } }
    }

    /// Every place that something is drawn at.
    var places: [Place] {
        flat.flatMap { element -> [Place] in
            switch element {
            case .rectangle(let box, _, _, _):
                [Place(box.x, box.y), Place(box.x + box.width, box.y + box.height)]
            case .line(let from, let to, _): [from, to]
            case .polyline(let places, _), .area(let places, _, _): places
            case .circle(let centre, _, _, _): [centre]
            case .text(let label): label.ends
            case .group: []
            }
        }
    }
}

extension Drawing.Label {
    /// Where the text begins and ends.
    var ends: [Drawing.Place] {
        let width = TextWidth.of(text, size: size, isBold: isBold)
        let before =
            switch anchor {
            case .start: 0.0
            case .middle: width / 2
            case .end: width
            }
        if rotation == -90 {
            return [Drawing.Place(place.x, place.y + before), Drawing.Place(place.x, place.y + before - width)]
        }
        return [Drawing.Place(place.x - before, place.y), Drawing.Place(place.x - before + width, place.y)]
    }
}
