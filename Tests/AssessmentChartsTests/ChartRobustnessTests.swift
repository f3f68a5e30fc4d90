import AssessmentCharts
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Charts hold whatever is given to them")
struct ChartRobustnessTests {
    static let values: [[Double?]] = [
        [], [nil], [nil, nil, nil, nil], [0], [5, 5, 5, 5], [0, 0, 0], [-3, -2, -1], [-1e9, 0, 1e9],
        [1e-12, 2e-12, 3e-12],
        [.nan, .infinity, -.infinity, nil], [.nan, 3, nil, 4], [1e308, -1e308, 0, 5], [1e15, 1e15 + 1, 1e15 + 2],
        (0..<21).map { Double($0 * 37 % 101) },
    ]
    static let names = [
        [], [""], ["合肥市", "芜湖市"], [String(repeating: "很长的单位名称", count: 43)],
        [String(repeating: "a very long name ", count: 18)], [String(repeating: "W", count: 300)],
        ["<script>alert(1)</script>", "\"><img src=x onerror=y>", "=cmd|' /C calc'!A0", "]]>&amp;", "-->"],
        ["\u{202E}evil\u{2066}", "a\nb\tc\u{2028}d", "\u{0}\u{1B}[31m\u{FFFE}\u{85}", "👩‍👩‍👧‍👦🏳️‍🌈", "e\u{301}\u{301}"],
    ]

    @Test("Everything lies on the canvas, and every number is one", arguments: values)
    func canvas(values: [Double?]) {
        for names in Self.names {
            for drawing in Samples.all(values, names: names) {
                #expect(drawing.width > 0 && drawing.height > 0)
                #expect(drawing.width.isFinite && drawing.height.isFinite)
                for place in drawing.places {
                    #expect(
                        (-0.5...drawing.width + 0.5).contains(place.x)
                            && (-0.5...drawing.height + 0.5).contains(place.y),
                        "\(place) lies outside \(drawing.width) x \(drawing.height) with \(values) and \(names)")
                }
            }
        }
    }

    @Test("The same numbers give the same bytes, well-formed as XML", arguments: values)
    func bytes(values: [Double?]) throws {
        for names in Self.names {
            let caption = ChartCaption(
                title: names.first ?? "", summary: names.last ?? "", missing: names.first ?? "",
                empty: names.first ?? "")
            let first = Samples.all(values, names: names, caption: caption)
            let second = Samples.all(values, names: names, caption: caption)
            #expect(first == second)
            for drawing in first {
                let svg = drawing.svg(id: "a\" onload=\"b")
                #expect(XMLParser(data: Data(svg.utf8)).parse(), "\(svg.prefix(2000))")
                #expect(!svg.contains("nan") && !svg.contains("inf"))
                #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"aonloadb\""))
                let controls: [Unicode.Scalar] = ["\u{202E}", "\u{2066}", "\u{0}", "\u{1B}", "\u{85}"]
                #expect(!svg.unicodeScalars.contains { controls.contains($0) })
            }
        }
    }

    @Test("Where there is nothing to draw, the drawing says so")
    func empty() {
        for values in [[], [nil, nil], [.nan, .infinity]] as [[Double?]] {
            for drawing in Samples.all(values, names: ["a"]) {
                let texts = drawing.labels.map(\.text)
                #expect(texts.contains("nothing to show") || texts.contains("no data"))
            }
        }
    }

    @Test("Title and description are named, and escaped")
    func accessibility() {
        var caption = Samples.caption
        caption.title = "A & B"
        caption.summary = "a < b"
        let svg = BarChart(bars: [], caption: caption, decimals: 0).drawing().svg(id: "x")
        #expect(svg.contains("role=\"img\" aria-labelledby=\"x-title x-desc\""))
        #expect(svg.contains("<title id=\"x-title\">A &amp; B</title>"))
        #expect(svg.contains("<desc id=\"x-desc\">a &lt; b</desc>"))
        #expect(svg.contains("fill=\"var(--chart-muted, #55616c)\""))
    }
}
