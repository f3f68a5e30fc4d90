internal import AssessmentCore

extension Drawing {
    /// The drawing as an element of SVG 1.1, well-formed as XML, for a page or a file of its own.
    ///
    /// Every colour can be replaced by the page, through a property named after the ink (`--chart-accent`), and is
    /// that of the light palette otherwise. Letters are those of the page.
    ///
    /// - Parameter id: What the ids of title and description begin with; the id of the element itself.
    public func svg(id: String) -> String {
        SVGPainter(id: id).paint(self)
    }
}

/// Paints drawings as SVG.
struct SVGPainter {
    private let id: String
    private static let fonts =
        "var(--chart-font, &quot;Noto Sans CJK SC&quot;, &quot;Source Han Sans SC&quot;, &quot;PingFang SC&quot;, "
        + "&quot;Microsoft YaHei&quot;, sans-serif)"

    /// Creates a painter of one drawing; of the id are kept letters, digits, hyphens and underlines.
    init(id: String) {
        let kept = id.unicodeScalars.filter { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_".contains(Character(scalar)))
        }
        self.id = kept.isEmpty ? "chart" : String(String.UnicodeScalarView(kept))
    }

    /// The element with all that is in it.
    func paint(_ drawing: Drawing) -> String {
        let width = number(drawing.width)
        let height = number(drawing.height)
        // What is one picture to assistive software hides the links in it.
        let role = drawing.links.isEmpty ? "img" : "group"
        var svg = ""
        svg.reserveCapacity(1 << 13)
        svg += "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\" class=\"chart\" role=\"\(role)\" "
        svg += "aria-labelledby=\"\(id)-title \(id)-desc\" viewBox=\"0 0 \(width) \(height)\" "
        svg += "width=\"\(width)\" height=\"\(height)\" font-family=\"\(Self.fonts)\">\n"
        svg += "<title id=\"\(id)-title\">\(SafeText.escaped(drawing.title))</title>\n"
        svg += "<desc id=\"\(id)-desc\">\(SafeText.escaped(drawing.summary))</desc>\n"
        for element in drawing.elements {
            paint(element, into: &svg)
            svg += "\n"
        }
        for link in drawing.links {
            paint(link, into: &svg)
            svg += "\n"
        }
        svg += "</svg>\n"
        return svg
    }

    private func paint(_ link: Drawing.Link, into svg: inout String) {
        let box = link.box
        let stop = link.isStop ? "" : " tabindex=\"-1\""
        svg += "<a href=\"\(SafeText.escaped(link.reference))\"\(stop)><title>\(SafeText.escaped(link.title))</title>"
        svg += "<rect x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(max(0, box.width)))\" "
        svg += "height=\"\(number(max(0, box.height)))\" fill=\"none\" pointer-events=\"all\"/></a>"
    }

    private func paint(_ element: Drawing.Element, into svg: inout String) {
        switch element {
        case .rectangle(let box, let radius, let fill, let stroke):
            svg += "<rect x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(max(0, box.width)))\" "
            svg += "height=\"\(number(max(0, box.height)))\""
            if radius > 0 { svg += " rx=\"\(number(min(radius, box.width / 2, box.height / 2)))\"" }
            colour(fill, stroke, into: &svg)
            svg += "/>"
        case .line(let from, let to, let stroke):
            svg += "<line x1=\"\(number(from.x))\" y1=\"\(number(from.y))\" "
            svg += "x2=\"\(number(to.x))\" y2=\"\(number(to.y))\""
            colour(nil, stroke, into: &svg)
            svg += "/>"
        case .polyline(let places, let stroke):
            svg += "<polyline"
            write(places, into: &svg)
            colour(nil, stroke, into: &svg)
            svg += " stroke-linejoin=\"round\"/>"
        case .area(let places, let fill, let opacity):
            svg += "<polygon"
            write(places, into: &svg)
            colour(fill, nil, into: &svg)
            svg += " fill-opacity=\"\(number(opacity))\"/>"
        case .circle(let centre, let radius, let fill, let stroke):
            svg += "<circle cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(max(0, radius)))\""
            colour(fill, stroke, into: &svg)
            svg += "/>"
        case .text(let label):
            paint(label, into: &svg)
        case .group(let title, let elements):
            svg += "<g><title>\(SafeText.escaped(title))</title>"
            for element in elements { paint(element, into: &svg) }
            svg += "</g>"
        }
    }

    private func paint(_ label: Drawing.Label, into svg: inout String) {
        let anchor =
            switch label.anchor {
            case .start: ""
            case .middle: " text-anchor=\"middle\""
            case .end: " text-anchor=\"end\""
            }
        let weight = label.isBold ? " font-weight=\"700\"" : ""
        let x = number(label.place.x)
        let y = number(label.place.y)
        let turn = label.rotation == 0 ? "" : " transform=\"rotate(\(number(label.rotation)) \(x) \(y))\""
        svg += "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(number(label.size))\"\(anchor)\(weight)\(turn) "
        svg += "fill=\"\(colour(label.ink))\">\(SafeText.escaped(label.text))</text>"
    }

    private func colour(_ fill: Ink?, _ stroke: Drawing.Stroke?, into svg: inout String) {
        svg += " fill=\"\(fill.map(colour) ?? "none")\""
        guard let stroke else { return }
        svg += " stroke=\"\(colour(stroke.ink))\" stroke-width=\"\(number(stroke.width))\""
        if !stroke.dashes.isEmpty {
            svg += " stroke-dasharray=\"\(stroke.dashes.map(number).joined(separator: " "))\""
        }
    }

    private static let colours = Dictionary(
        Ink.all.map { ($0.name, "var(--chart-\($0.name), \(Palette.light[$0].text))") },
        uniquingKeysWith: { first, _ in first })

    private func colour(_ ink: Ink) -> String {
        Self.colours[ink.name] ?? "var(--chart-\(ink.name), \(Palette.light[ink].text))"
    }

    private func write(_ places: [Drawing.Place], into svg: inout String) {
        svg += " points=\""
        for (position, place) in places.enumerated() {
            svg += position == 0 ? "" : " "
            svg += "\(number(place.x)),\(number(place.y))"
        }
        svg += "\""
    }

    private func number(_ value: Double) -> String { DecimalText.coordinate(value) }
}
