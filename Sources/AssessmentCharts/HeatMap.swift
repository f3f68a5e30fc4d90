/// Values of units by indicator or pillar, each in a cell that is the darker the higher the value.
public struct HeatMap: Sendable, Hashable {
    /// One cell.
    public struct Cell: Sendable, Hashable {
        /// The value; nothing where it is missing, and the cell is hatched then.
        public var value: Double?
        /// The value as it is printed; rounded to the decimals of the chart where nothing is given.
        public var text: String?

        /// Creates a cell.
        public init(_ value: Double?, text: String? = nil) {
            self.value = value
            self.text = text
        }
    }

    /// One row of cells.
    public struct Row: Sendable, Hashable {
        /// What the row is of.
        public var label: String
        /// Its cells, one for each column; those that are lacking count as missing.
        public var cells: [Cell]
        /// Whether its name is set bold.
        public var isEmphasised: Bool

        /// Creates a row.
        public init(label: String, cells: [Cell], isEmphasised: Bool = false) {
            self.label = label
            self.cells = cells
            self.isEmphasised = isEmphasised
        }
    }

    /// The names of the columns.
    public var columns: [String]
    /// The rows, from the top.
    public var rows: [Row]
    /// The words of the chart.
    public var caption: ChartCaption
    /// The numbers of the lightest and of the darkest cell; those of the values where nothing is given.
    public var range: ClosedRange<Double>?
    /// The number of decimals of values.
    public var decimals: Int

    /// Creates a chart.
    public init(
        columns: [String], rows: [Row], caption: ChartCaption, range: ClosedRange<Double>? = nil, decimals: Int
    ) {
        self.columns = columns
        self.rows = rows
        self.caption = caption
        self.range = range
        self.decimals = decimals
    }

    /// The chart as a drawing.
    public func drawing(width: Double = 720) -> Drawing {
        let values = rows.flatMap { $0.cells.prefix(columns.count).compactMap { ChartParts.finite($0.value) } }
        guard !values.isEmpty else { return caption.emptyDrawing(width: width) }
        let size = 12.0
        let nameWidth = min(
            width * 0.28, rows.map { TextWidth.of($0.label, size: size, isBold: $0.isEmphasised) }.max() ?? 0)
        let left = nameWidth + 10
        let cellWidth = (width - left) / Double(columns.count)
        let rowHeight = 24.0
        let shades = Shades(of: values, range: range)
        let head = heads(cellWidth: cellWidth, left: left)
        var elements = head.elements
        for (index, row) in rows.enumerated() {
            let y = head.height + Double(index) * rowHeight
            elements.append(
                ChartParts.label(
                    TextWidth.fitted(row.label, to: nameWidth, size: size, isBold: row.isEmphasised), x: nameWidth,
                    middle: y + rowHeight / 2, anchor: .end, size: size, isBold: row.isEmphasised))
            for (column, name) in columns.enumerated() {
                let cell = column < row.cells.count ? row.cells[column] : Cell(nil)
                let box = ChartParts.box(left + Double(column) * cellWidth + 1, y + 1, cellWidth - 2, rowHeight - 2)
                elements.append(
                    .group(title: "\(row.label) · \(name) \(text(of: cell))", marks(of: cell, in: box, shades)))
            }
        }
        let bottom = head.height + Double(rows.count) * rowHeight
        let legend = shades.legend(x: left, y: bottom + 8, decimals: decimals, missing: caption.missing)
        return Drawing(
            width: width, height: bottom + 8 + legend.height, title: caption.title, summary: caption.summary,
            elements: elements + legend.elements)
    }

    private func text(of cell: Cell) -> String {
        guard let value = ChartParts.finite(cell.value) else { return caption.missing }
        return cell.text ?? DecimalText.of(value, decimals: decimals)
    }

    private func marks(of cell: Cell, in box: Drawing.Box, _ shades: Shades) -> [Drawing.Element] {
        guard let value = ChartParts.finite(cell.value) else { return ChartParts.hatched(box) }
        let step = shades.step(of: value)
        let text = text(of: cell)
        let shade = Drawing.Element.rectangle(box, fill: .step(step))
        // A number that is cut off would be another number.
        guard TextWidth.of(text, size: 11) <= box.width - 2 else { return [shade] }
        return [
            shade,
            ChartParts.label(
                text, x: box.x + box.width / 2, middle: box.y + box.height / 2, anchor: .middle, size: 11,
                ink: .onStep(step)),
        ]
    }

    /// The names of the columns: in lines above wide ones, upright above narrow ones.
    private func heads(cellWidth: Double, left: Double) -> (elements: [Drawing.Element], height: Double) {
        let size = ChartParts.smallSize
        if cellWidth >= 56 {
            let lines = columns.map { TextWidth.lines(of: $0, width: cellWidth - 8, size: size, most: 3) }
            let height = Double(lines.map(\.count).max() ?? 1) * 14 + 6
            let elements = lines.enumerated().flatMap { column, texts in
                texts.enumerated().map { line, text in
                    ChartParts.label(
                        text, x: left + (Double(column) + 0.5) * cellWidth,
                        middle: height - 11 - Double(texts.count - 1 - line) * 14, anchor: .middle, size: size,
                        ink: .muted)
                }
            }
            return (elements, height)
        }
        let texts = columns.map { TextWidth.fitted($0, to: 140, size: size) }
        let height = (texts.map { TextWidth.of($0, size: size) }.max() ?? 0) + 10
        let elements = texts.enumerated().map { column, text in
            Drawing.Element.text(
                Drawing.Label(
                    text, at: Drawing.Place(left + (Double(column) + 0.5) * cellWidth + size * 0.36, height - 5),
                    size: size, ink: .muted, rotation: -90))
        }
        return (elements, height)
    }
}
