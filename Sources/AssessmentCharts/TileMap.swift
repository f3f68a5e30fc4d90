/// Places as tiles of a grid, about where they lie on a map, each the darker the higher its value.
public struct TileMap: Sendable, Hashable {
    /// A part of a tile.
    public struct Part: Sendable, Hashable {
        /// What the part is.
        public var label: String
        /// Its value; nothing where it is missing.
        public var value: Double?

        /// Creates a part.
        public init(label: String, value: Double?) {
            self.label = label
            self.value = value
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
        /// What lies within it, drawn as small squares.
        public var parts: [Part]

        /// Creates a tile.
        public init(
            row: Int, column: Int, label: String, value: Double?, text: String? = nil, parts: [Part] = []
        ) {
            self.row = row
            self.column = column
            self.label = label
            self.value = value
            self.text = text
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

    /// Creates a chart.
    public init(tiles: [Tile], caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int) {
        self.tiles = tiles
        self.caption = caption
        self.range = range
        self.decimals = decimals
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 560) -> Drawing {
        let grid = 0...40
        let shown = tiles.filter { grid.contains($0.row) && grid.contains($0.column) }
        guard let lastColumn = shown.map(\.column).max(), let lastRow = shown.map(\.row).max() else {
            return caption.emptyDrawing(width: width)
        }
        let side = width / Double(lastColumn + 1)
        let parts = shown.map(\.parts.count).max() ?? 0
        let partSide = min(12, max(4, (side - 16) / 7))
        let perLine = max(1, Int((side - 12) / (partSide + 2)))
        let partLines = (parts + perLine - 1) / perLine
        let height = 46 + Double(partLines) * (partSide + 2) + (parts > 0 ? 6 : 0)
        let values = shown.flatMap { [$0.value] + $0.parts.map(\.value) }.compactMap(ChartParts.finite)
        let shades = Shades(of: values, range: range)
        var elements: [Drawing.Element] = []
        for tile in shown {
            let box = ChartParts.box(
                Double(tile.column) * side + 2, Double(tile.row) * (height + 4) + 2, side - 4, height)
            elements.append(.group(title: "\(tile.label) \(text(of: tile))", face(of: tile, in: box, shades)))
            for (index, part) in tile.parts.enumerated() {
                let small = ChartParts.box(
                    box.x + 6 + Double(index % perLine) * (partSide + 2),
                    box.y + 46 + Double(index / perLine) * (partSide + 2), partSide, partSide)
                elements.append(.group(title: title(of: part), square(of: part, in: small, shades)))
            }
        }
        let bottom = Double(lastRow + 1) * (height + 4)
        guard !values.isEmpty else {
            return Drawing(
                width: width, height: bottom + 2, title: caption.title, summary: caption.summary, elements: elements)
        }
        let legend = shades.legend(x: 2, y: bottom + 8, decimals: decimals, missing: caption.missing)
        return Drawing(
            width: width, height: bottom + 8 + legend.height, title: caption.title, summary: caption.summary,
            elements: elements + legend.elements)
    }

    private func text(of tile: Tile) -> String {
        guard let value = ChartParts.finite(tile.value) else { return caption.missing }
        return tile.text ?? DecimalText.of(value, decimals: decimals)
    }

    private func title(of part: Part) -> String {
        let text = ChartParts.finite(part.value).map { DecimalText.of($0, decimals: decimals) } ?? caption.missing
        return "\(part.label) \(text)"
    }

    private func face(of tile: Tile, in box: Drawing.Box, _ shades: Shades) -> [Drawing.Element] {
        let step = ChartParts.finite(tile.value).map { shades.step(of: $0) }
        let ink = step.map { Ink.onStep($0) } ?? .text
        var elements: [Drawing.Element]
        if let step {
            elements = [.rectangle(box, radius: 3, fill: .step(step))]
        } else {
            // Texts stand on the plain surface, not on the lines.
            elements =
                ChartParts.hatched(box) + [
                    .rectangle(ChartParts.box(box.x + 3, box.y + 4, box.width - 6, 36), fill: .surface)
                ]
        }
        for (text, y, isBold) in [(tile.label, 15.0, true), (text(of: tile), 32.0, false)] {
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
