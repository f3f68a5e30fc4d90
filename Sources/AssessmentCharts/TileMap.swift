/// Places as tiles of a grid, about where they lie on a map, each the darker the higher its value.
public struct TileMap: Sendable, Hashable {
    /// A part of a tile.
    public struct Part: Sendable, Hashable {
        /// What the part is.
        public var label: String
        /// Its value; nothing where it is missing.
        public var value: Double?
        /// The value as it is printed; rounded to the decimals of the chart where nothing is given.
        public var text: String?
        /// Where it leads to, on a page.
        public var reference: String?

        /// Creates a part.
        public init(label: String, value: Double?, text: String? = nil, reference: String? = nil) {
            self.label = label
            self.value = value
            self.text = text
            self.reference = reference
        }
    }

    /// One tile.
    public struct Tile: Sendable, Hashable {
        /// Its row in the grid, counted from the top and from zero.
        public var row: Int
        /// Its column in the grid, counted from the left and from zero.
        public var column: Int
        /// What the tile is.
        public var label: String
        /// Its value; nothing where it is missing.
        public var value: Double?
        /// The value as it is printed; rounded to the decimals of the chart where nothing is given.
        public var text: String?
        /// What more is written on it, such as a grade.
        public var note: String?
        /// Where it leads to, on a page.
        public var reference: String?
        /// What lies within it, drawn as small squares.
        public var parts: [Part]

        /// Creates a tile.
        public init(
            row: Int, column: Int, label: String, value: Double?, text: String? = nil, note: String? = nil,
            reference: String? = nil, parts: [Part] = []
        ) {
            self.row = row
            self.column = column
            self.label = label
            self.value = value
            self.text = text
            self.note = note
            self.reference = reference
            self.parts = parts
        }
    }

    /// The tiles; those outside the grid of 0 to 40 are not drawn.
    public var tiles: [Tile]
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers of the lightest and of the darkest tile; those of the values where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int
    /// What the shades mean, from the lowest, where values are positions in this list; shades of an amount where there
    /// are none.
    public var bands: [String]

    /// Creates a chart.
    public init(
        tiles: [Tile], caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int, bands: [String] = []
    ) {
        self.bands = bands
        self.tiles = tiles
        self.caption = caption
        self.range = range
        self.decimals = decimals
    }

    /// A tile that is wider than its texts looks like a bar.
    private static let widestTile = 128.0

    /// The chart as a drawing.
    public func drawing(width: Double = 560) -> Drawing {
        let grid = 0...40
        let shown = tiles.filter { grid.contains($0.row) && grid.contains($0.column) }
        guard let lastColumn = shown.map(\.column).max(), let lastRow = shown.map(\.row).max() else {
            return caption.emptyDrawing(width: width)
        }
        let side = min(width / Double(lastColumn + 1), Self.widestTile)
        // A map of few columns is narrower, where the names in its legend may stand below each other.
        let width = bands.isEmpty ? width : max(side * Double(lastColumn + 1), min(width, 360))
        let parts = shown.map(\.parts.count).max() ?? 0
        let partSide = min(14, max(4, (side - 16) / 7))
        let perLine = max(1, Int((side - 12) / (partSide + 2)))
        let partLines = (parts + perLine - 1) / perLine
        let head = shown.contains { $0.note != nil } ? 62.0 : 46
        let height = head + Double(partLines) * (partSide + 2) + (parts > 0 ? 6 : 0)
        let values = shown.flatMap { [$0.value] + $0.parts.map(\.value) }.compactMap(ChartParts.finite)
        let shades = Shades(of: values, range: bands.isEmpty ? range : 0...Double(bands.count - 1))
        var elements: [Drawing.Element] = []
        var (links, linksOfParts): ([Drawing.Link], [Drawing.Link]) = ([], [])
        for tile in shown {
            let box = ChartParts.box(
                Double(tile.column) * side + 2, Double(tile.row) * (height + 4) + 2, side - 4, height)
            elements.append(.group(title: title(of: tile), face(of: tile, in: box, shades, height: head - 10)))
            if let reference = tile.reference {
                links.append(Drawing.Link(box, reference: reference, title: title(of: tile)))
            }
            for (index, part) in tile.parts.enumerated() {
                let small = ChartParts.box(
                    box.x + 6 + Double(index % perLine) * (partSide + 2),
                    box.y + head + Double(index / perLine) * (partSide + 2), partSide, partSide)
                elements.append(.group(title: title(of: part), square(of: part, in: small, shades)))
                if let reference = part.reference {
                    linksOfParts.append(
                        Drawing.Link(small, reference: reference, title: title(of: part), isStop: false))
                }
            }
        }
        let bottom = Double(lastRow + 1) * (height + 4)
        guard !values.isEmpty else {
            return Drawing(
                width: width, height: bottom + 2, title: caption.title, summary: caption.summary, elements: elements,
                links: links + linksOfParts)
        }
        let legend =
            bands.isEmpty
            ? shades.legend(x: 2, y: bottom + 8, decimals: decimals, missing: caption.missing)
            : ChartParts.legend(keys(shades), x: 2, y: bottom + 8, width: width - 4)
        return Drawing(
            width: width, height: bottom + 8 + legend.height, title: caption.title, summary: caption.summary,
            elements: elements + legend.elements, links: links + linksOfParts)
    }

    private func text(of tile: Tile) -> String {
        if let text = tile.text { return text }
        return ChartParts.finite(tile.value).map { DecimalText.of($0, decimals: decimals) } ?? caption.missing
    }

    private func keys(_ shades: Shades) -> [ChartParts.Key] {
        let bands = bands.enumerated().reversed().map { place, name in
            ChartParts.Key(text: name, markWidth: 16) { x, y in
                [
                    .rectangle(
                        ChartParts.box(x, y - 5, 16, 10), fill: .step(shades.step(of: Double(place))),
                        stroke: Drawing.Stroke(.grid))
                ]
            }
        }
        let isMissing = tiles.contains { $0.value == nil || $0.parts.contains { $0.value == nil } }
        let missing = ChartParts.Key(text: caption.missing, markWidth: 16) {
            ChartParts.hatched(ChartParts.box($0, $1 - 5, 16, 10))
        }
        return bands + (isMissing ? [missing] : [])
    }

    private func title(of tile: Tile) -> String {
        [tile.label, text(of: tile), tile.note].compactMap { $0 }.joined(separator: " ")
    }

    private func title(of part: Part) -> String {
        let text = part.text ?? ChartParts.finite(part.value).map { DecimalText.of($0, decimals: decimals) }
        return "\(part.label) \(text ?? caption.missing)"
    }

    private func face(
        of tile: Tile, in box: Drawing.Box, _ shades: Shades, height: Double
    ) -> [Drawing.Element] {
        let step = ChartParts.finite(tile.value).map { shades.step(of: $0) }
        let ink = step.map { Ink.onStep($0) } ?? .text
        var elements: [Drawing.Element]
        if let step {
            elements = [.rectangle(box, radius: 3, fill: .step(step))]
        } else {
            // Texts stand on the plain surface, not on the lines.
            elements =
                ChartParts.hatched(box) + [
                    .rectangle(ChartParts.box(box.x + 3, box.y + 4, box.width - 6, height), fill: .surface)
                ]
        }
        let texts =
            [(tile.label, 15.0, true), (text(of: tile), 32.0, false)] + (tile.note.map { [($0, 48.0, false)] } ?? [])
        for (text, y, isBold) in texts {
            elements.append(
                ChartParts.label(
                    TextWidth.fitted(text, to: box.width - 8, size: 12, isBold: isBold), x: box.x + box.width / 2,
                    middle: box.y + y, anchor: .middle, size: 12, isBold: isBold, ink: ink))
        }
        return elements
    }

    private func square(of part: Part, in box: Drawing.Box, _ shades: Shades) -> [Drawing.Element] {
        let outline = Drawing.Stroke(.surface, width: 1)
        guard let value = ChartParts.finite(part.value) else {
            return [
                .rectangle(box, fill: .surface, stroke: Drawing.Stroke(.muted)),
                ChartParts.line(box.x, box.y + box.height, box.x + box.width, box.y, Drawing.Stroke(.muted)),
            ]
        }
        return [.rectangle(box, fill: .step(shades.step(of: value)), stroke: outline)]
    }
}
