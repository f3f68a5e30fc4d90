import AssessmentCharts
import Testing

@Suite("Charts put marks where the numbers say")
struct ChartGeometryTests {
    @Test("A bar of 50 of 100 is half as long as one of 100, and starts where it starts")
    func halfBar() throws {
        let bars = Samples.bars([100, 50, 25]).drawing().boxes(of: .accent)
        let whole = try #require(bars.first)
        #expect(bars.count == 3)
        for (box, share) in zip(bars, [1, 0.5, 0.25]) {
            #expect(abs(box.width - whole.width * share) < 1e-9)
            #expect(box.x == whole.x)
        }
    }

    @Test("Bars below zero lie on the other side of the line from those above")
    func negativeBars() throws {
        let bars = BarChart(
            bars: [.init(label: "a", value: -30), .init(label: "b", value: 30)], caption: Samples.caption,
            range: -100...100, decimals: 0
        ).drawing().boxes(of: .accent)
        let (below, above) = (try #require(bars.first), try #require(bars.last))
        #expect(abs(below.x + below.width - above.x) < 1e-9)
        #expect(abs(below.width - above.width) < 1e-9)
    }

    @Test(
        "A missing value, or one that is no number, has a text and no mark",
        arguments: [nil, Double.nan, .infinity] as [Double?])
    func missing(value: Double?) {
        let drawing = Samples.bars([100, value]).drawing()
        #expect(drawing.boxes(of: .accent).count == 1)
        #expect(drawing.labels.contains { $0.text == "no data" })
        #expect(!drawing.labels.contains { $0.text == "0.0" })
    }

    @Test("A value outside the range widens the axis, so that no bar is cut off")
    func outside() throws {
        let bars = Samples.bars([150, 75]).drawing().boxes(of: .accent)
        #expect(abs(try #require(bars.first).width - 2 * (try #require(bars.last)).width) < 1e-9)
    }

    @Test("Dots lie further to the right the higher their values")
    func dots() {
        let values = [-5.0, 0, 0.1, 3, 80, 81]
        let xs = DotAndIntervalChart(
            dots: values.map { .init(label: "\($0)", value: $0) }, caption: Samples.caption, decimals: 1
        ).drawing().centres.map(\.x)
        #expect(xs.count == values.count)
        #expect(zip(xs, xs.dropFirst()).allSatisfy { $0 < $1 })
    }

    @Test("The first rank stands at the top, the highest score too")
    func directions() throws {
        func heights(isRank: Bool) -> [Double] {
            SlopeChart(
                lines: [.init(label: "a", before: 1, after: 1), .init(label: "b", before: 2, after: 2)],
                caption: Samples.caption, beforeName: "1", afterName: "2", decimals: 0, isRank: isRank
            ).drawing().centres.map(\.y)
        }
        let ranks = heights(isRank: true)
        #expect(try #require(ranks.first) < (try #require(ranks.last)))
        let scores = heights(isRank: false)
        #expect(try #require(scores.first) > (try #require(scores.last)))
    }

    @Test("Labels of a slope chart keep a line's height between them, though all values are nearly equal")
    func slopeLabels() {
        let drawing = SlopeChart(
            lines: (0..<16).map { .init(label: "城市\($0)", before: 80 + Double($0) / 1000, after: 80) },
            caption: Samples.caption, beforeName: "2019", afterName: "2020", decimals: 2, isRank: false
        ).drawing()
        for anchor in [Drawing.Label.Anchor.start, .end] {
            let ys = drawing.labels.filter { $0.anchor == anchor && $0.text.contains("城市") }.map(\.place.y).sorted()
            #expect(ys.count == 16)
            #expect(zip(ys, ys.dropFirst()).allSatisfy { $1 - $0 >= 16.99 })
        }
    }

    @Test("A line is broken where a value is missing")
    func gaps() {
        let chart = LineChart(
            periods: ["1", "2", "3", "4", "5"], series: [.init(name: "a", values: [1, 2, nil, 4, 5])],
            caption: Samples.caption, decimals: 0)
        let lines = chart.drawing().flat.compactMap { element -> Int? in
            if case .polyline(let places, _) = element { places.count } else { nil }
        }
        #expect(lines == [2, 2])
    }

    @Test("The highest cell has the darkest shade, the lowest the lightest, and a missing one none")
    func shades() {
        let drawing = HeatMap(
            columns: ["x", "y", "z"], rows: [.init(label: "a", cells: [.init(0), .init(nil), .init(100)])],
            caption: Samples.caption, decimals: 0
        ).drawing()
        // One cell each and one in the legend.
        #expect(drawing.boxes(of: .step(0)).count == 2)
        #expect(drawing.boxes(of: .step(6)).count == 2)
        #expect(drawing.boxes(of: .step(3)).count == 1)
        #expect(drawing.labels.filter { $0.ink == .onStep(0) }.map(\.text) == ["0"])
    }

    @Test("The first axis of a profile points up, and a value of the whole range lies on the rim")
    func radar() throws {
        let drawing = RadarChart(
            axes: ["a", "b", "c", "d"], profiles: [.init(name: "p", values: [100, 50, 100, 50])],
            caption: Samples.caption, range: 0...100, decimals: 0
        ).drawing(width: 400)
        let dots = drawing.centres
        try #require(dots.count == 4)
        #expect(abs(dots[0].x - 200) < 1e-9 && abs(dots[2].x - 200) < 1e-9)
        #expect(abs(dots[1].x - 200 - 54) < 1e-9, "half of 27% of 400")
        #expect(abs(dots[2].y - dots[0].y - 216) < 1e-9, "twice 27% of 400")
    }

    @Test("Tiles lie in the cells of their grid")
    func tiles() throws {
        let boxes = TileMap(
            tiles: [
                .init(row: 0, column: 0, label: "a", value: 1), .init(row: 1, column: 3, label: "b", value: 1),
                .init(row: -1, column: 0, label: "outside", value: 1),
            ], caption: Samples.caption, decimals: 0
        ).drawing(width: 400).boxes(of: .step(3)).filter { $0.width > 50 }
        #expect(boxes.map(\.x) == [2, 302])
        #expect(boxes.map(\.width) == [96, 96])
    }

    @Test("The bars of a histogram are as high as there are values in them")
    func histogram() {
        // Ten bins of the width of ten each: three values in the first, one in the last.
        let boxes = Histogram(
            values: [0, 1, 9.5, 99] + [50, 51, 52, 53, 54] + (0..<16).map { _ in 45 }, caption: Samples.caption,
            range: 0...100, decimals: 0
        ).drawing().boxes(of: .accent)
        #expect(boxes.count == 4)
        let heights = boxes.map(\.height)
        #expect(abs(heights[0] - 3 * heights[3]) < 1e-9)
        #expect(abs(heights[1] - 16 * heights[3]) < 1e-9)
        #expect(abs(heights[2] - 5 * heights[3]) < 1e-9)
    }

    @Test("A tile leads to its page and keys stop there, a part of it leads to its own and they do not")
    func links() throws {
        let drawing = TileMap(
            tiles: [
                .init(
                    row: 0, column: 0, label: "a", value: 1, note: "good", reference: "a.html?\"<x>",
                    parts: [.init(label: "b", value: 2, reference: "b.html")])
            ], caption: Samples.caption, decimals: 0
        ).drawing(width: 400)
        #expect(drawing.links.map(\.title) == ["a 1 good", "b 2"] && drawing.links.map(\.isStop) == [true, false])
        let (tile, part) = (drawing.links[0].box, drawing.links[1].box)
        #expect(tile.x <= part.x && part.x + part.width <= tile.x + tile.width)
        #expect(tile.y <= part.y && part.y + part.height <= tile.y + tile.height)
        let svg = drawing.svg(id: "map")
        #expect(
            svg.contains("role=\"group\"") && svg.contains("<a href=\"a.html?&quot;&lt;x&gt;\"><title>a 1 good</title>")
        )
        #expect(svg.contains("<a href=\"b.html\" tabindex=\"-1\"><title>b 2</title>"))
    }

    @Test("Shades of bands are as far apart as there are bands, and the legend names them from the highest")
    func bands() {
        // Three bands on seven shades: the lowest, the middle one and the highest.
        let drawing = TileMap(
            tiles: (0..<3).map { .init(row: 0, column: $0, label: "tile", value: Double($0)) },
            caption: Samples.caption,
            decimals: 0, bands: ["low", "middle", "high"]
        ).drawing(width: 400)
        for step in [0, 3, 6] { #expect(drawing.boxes(of: .step(step)).count == 2, "\(step)") }
        #expect(drawing.labels.map(\.text).suffix(3) == ["high", "middle", "low"])
    }

    @Test("Among its peers a dot lies upon the band, the median where it is, and thresholds are named above")
    func peers() throws {
        let drawing = PeerChart(
            rows: [.init(label: "a", value: 50, peers: 0...100, median: 25)],
            thresholds: [.init(label: "Good 75", value: 75)], caption: Samples.caption, range: 0...100, decimals: 0,
            valueName: "unit", peersName: "peers", medianName: "median"
        ).drawing(width: 400)
        let areas: [[Drawing.Place]] = drawing.flat.compactMap {
            if case .area(let places, _, _) = $0 { places } else { nil }
        }
        let band = try #require(areas.first)
        let dot = try #require(drawing.centres.first)
        #expect(abs(dot.x - (band[0].x + band[1].x) / 2) < 1e-9)
        let threshold = band[0].x + 0.75 * (band[1].x - band[0].x)
        let name = try #require(drawing.labels.first { $0.text == "Good 75" })
        #expect(abs(name.place.x - threshold) < 1e-9 && name.place.y < band[0].y)
    }

    @Test("Bars of given bands lie from where a band begins to where the next one does")
    func bandsOfHistogram() throws {
        let boxes = Histogram(
            values: [61, 62, 70], caption: Samples.caption, decimals: 0,
            bands: [
                .init(from: 60, below: 65, count: 2), .init(from: 65, below: 70, count: 0),
                .init(from: 70, below: 75, count: 1),
            ]
        ).drawing(width: 316).boxes(of: .accent)
        // 300 between the margins of 8 for fifteen points.
        #expect(boxes.map { ($0.x - 0.5).rounded() } == [8, 208] && boxes.allSatisfy { abs($0.width - 99) < 1e-9 })
        #expect(abs(boxes[0].height - 2 * boxes[1].height) < 1e-9)
    }

    @Test("Every threshold is named, above its own line and upon no other name")
    func namesOfThresholds() {
        let limits = ["Excellent 90", "Good 85", "Middling 80", "Fair 75", "Sufficient 70"]
        let drawing = PeerChart(
            rows: [.init(label: "a", value: 50, peers: 0...100, median: 25)],
            thresholds: limits.enumerated().map { .init(label: $1, value: 90 - 5 * Double($0)) },
            caption: Samples.caption, range: 0...100, decimals: 0, valueName: "unit", peersName: "peers",
            medianName: "median"
        ).drawing(width: 400)
        let names = drawing.labels.filter { limits.contains($0.text) }
        #expect(names.count == limits.count)
        for (place, name) in names.enumerated() {
            for other in names[..<place] where other.place.y == name.place.y {
                // Letters of eleven are no wider than eight on average.
                #expect(abs(other.place.x - name.place.x) > 20)
            }
        }
    }

    @Test("A map of few columns has no wide tiles, and is no wider than it needs to be")
    func narrowMap() {
        let drawing = TileMap(
            tiles: [.init(row: 0, column: 0, label: "a", value: 0), .init(row: 1, column: 1, label: "b", value: 1)],
            caption: Samples.caption, decimals: 0, bands: ["low", "high"]
        ).drawing(width: 720)
        #expect(drawing.width == 360)
        #expect(drawing.boxes(of: .step(0)).map(\.width).max() == 124)
    }
}
