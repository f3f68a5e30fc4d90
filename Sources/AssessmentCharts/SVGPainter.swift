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
        var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"\(id)\" class=\"chart\" role=\"\(role)\" "
        svg += "aria-labelledby=\"\(id)-title \(id)-desc\" viewBox=\"0 0 \(width) \(height)\" "
        svg += "width=\"\(width)\" height=\"\(height)\" font-family=\"\(Self.fonts)\">\n"
        svg += "<title id=\"\(id)-title\">\(SafeText.escaped(drawing.title))</title>\n"
        svg += "<desc id=\"\(id)-desc\">\(SafeText.escaped(drawing.summary))</desc>\n"
        for element in drawing.elements { svg += paint(element) + "\n" }
        for link in drawing.links { svg += paint(link) + "\n" }
        return svg + "</svg>\n"
    }

    private func paint(_ link: Drawing.Link) -> String {
        let box = link.box
        let stop = link.isStop ? "" : " tabindex=\"-1\""
        return "<a href=\"\(SafeText.escaped(link.reference))\"\(stop)><title>\(SafeText.escaped(link.title))</title>"
            + "<rect x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(max(0, box.width)))\" "
            + "height=\"\(number(max(0, box.height)))\" fill=\"none\" pointer-events=\"all\"/></a>"
    }

    private func paint(_ element: Drawing.Element) -> String {
        switch element {
        case .rectangle(let box, let radius, let fill, let stroke):
            let round = radius > 0 ? " rx=\"\(number(min(radius, box.width / 2, box.height / 2)))\"" : ""
            return "<rect x=\"\(number(box.x))\" y=\"\(number(box.y))\" width=\"\(number(max(0, box.width)))\" "
                + "height=\"\(number(max(0, box.height)))\"\(round)\(colours(fill, stroke))/>"
        case .line(let from, let to, let stroke):
            return "<line x1=\"\(number(from.x))\" y1=\"\(number(from.y))\" x2=\"\(number(to.x))\" "
                + "y2=\"\(number(to.y))\"\(colours(nil, stroke))/>"
        case .polyline(let places, let stroke):
            return "<polyline points=\"\(points(places))\"\(colours(nil, stroke)) stroke-linejoin=\"round\"/>"
        case .area(let places, let fill, let opacity):
            return "<polygon points=\"\(points(places))\"\(colours(fill, nil)) fill-opacity=\"\(number(opacity))\"/>"
        case .circle(let centre, let radius, let fill, let stroke):
            return "<circle cx=\"\(number(centre.x))\" cy=\"\(number(centre.y))\" r=\"\(number(max(0, radius)))\""
                + "\(colours(fill, stroke))/>"
        case .text(let label):
            return paint(label)
        case .group(let title, let elements):
            return "<g><title>\(SafeText.escaped(title))</title>\(elements.map(paint).joined())</g>"
        }
    }

    private func paint(_ label: Drawing.Label) -> String {
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
        return "<text x=\"\(x)\" y=\"\(y)\" font-size=\"\(number(label.size))\"\(anchor)\(weight)\(turn) "
            + "fill=\"\(colour(label.ink))\">\(SafeText.escaped(label.text))</text>"
    }

    private func colours(_ fill: Ink?, _ stroke: Drawing.Stroke?) -> String {
        var text = " fill=\"\(fill.map(colour) ?? "none")\""
        if let stroke {
            text += " stroke=\"\(colour(stroke.ink))\" stroke-width=\"\(number(stroke.width))\""
            if !stroke.dashes.isEmpty {
                text += " stroke-dasharray=\"\(stroke.dashes.map(number).joined(separator: " "))\""
            }
        }
        return text
    }

    private static let colours = Dictionary(
        Ink.all.map { ($0.name, "var(--chart-\($0.name), \(Palette.light[$0].text))") },
        uniquingKeysWith: { first, _ in first })

    private func colour(_ ink: Ink) -> String {
        Self.colours[ink.name] ?? "var(--chart-\(ink.name), \(Palette.light[ink].text))"
    }
    private func points(_ places: [Drawing.Place]) -> String {
        places.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
    }
    private func number(_ value: Double) -> String { DecimalText.coordinate(value) }
}
