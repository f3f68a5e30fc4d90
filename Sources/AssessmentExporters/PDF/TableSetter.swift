#if PDF
internal import AssessmentCharts

/// Sets a table between three lines, as yearbooks do.
struct TableSetter {
    let typesetter: Typesetter
    let table: ReportTable
    var density = Density.usual

    private static let size = 7.6
    private static let side = 3.0

    /// The head and the rows; each row knows the head that stands above it on a new page.
    var pieces: [Piece] {
        guard !table.columns.isEmpty else { return [] }
        let edges = edges
        let head = head(edges)
        var pieces = [head]
        for (index, row) in table.rows.enumerated() {
            var piece = line(row, edges, isLast: index + 1 == table.rows.count)
            piece.repeatedHead = head
            pieces.append(piece)
        }
        pieces[0].gap = 7 * density.gaps
        return pieces
    }

    /// Where the columns begin, and where the last one ends.
    private var edges: [Double] {
        var edges = [Page.left]
        for width in widths { edges.append((edges.last ?? 0) + width) }
        return edges
    }

    /// The widths of the columns by their shares; numbers that would be broken take room from the others.
    private var widths: [Double] {
        let least = table.columns.indices.map { table.columns[$0].isNumber ? numberWidth(ofColumn: $0) : 0 }
        var isFixed = [Bool](repeating: false, count: table.columns.count)
        var widths: [Double] = []
        for _ in table.columns {
            let fixed = table.columns.indices.reduce(0) { $0 + (isFixed[$1] ? least[$1] : 0) }
            // Where nothing else would have room, numbers break after all.
            guard fixed < 0.8 * Page.textWidth else { break }
            let shares = table.columns.indices.reduce(0) { $0 + (isFixed[$1] ? 0 : table.columns[$1].share) }
            let room = Page.textWidth - fixed
            widths = table.columns.indices.map {
                isFixed[$0] ? least[$0] : table.columns[$0].share / max(shares, 1e-9) * room
            }
            let narrow = table.columns.indices.filter { !isFixed[$0] && widths[$0] < least[$0] }
            guard !narrow.isEmpty else { break }
            for column in narrow { isFixed[column] = true }
        }
        return widths
    }

    /// The room that the longest line of a column of numbers takes, by its number of letters.
    private func numberWidth(ofColumn column: Int) -> Double {
        let letters =
            table.rows.lazy.flatMap { row in
                row.cells.indices.contains(column) ? row.cells[column].text.split(separator: "\n") : []
            }.map { line in line.unicodeScalars.reduce(0.0) { $0 + ($1.value >= 0x1100 ? 1 : 0.58) } }.max() ?? 0
        return min(0.2 * Page.textWidth, letters * Self.size + 2 * Self.side)
    }

    private func head(_ edges: [Double]) -> Piece {
        let texts = table.columns.enumerated().map { index, column in
            typesetter.set(
                column.title, Lettering(size: Self.size, isBold: true),
                width: edges[index + 1] - edges[index] - 2 * Self.side, isRightAligned: column.isNumber, mostLines: 4)
        }
        let height = (texts.map(\.height).max() ?? 0) + 6
        var items = texts.enumerated().map { index, text in
            PageItem(
                x: edges[index] + Self.side, y: height - 3 - text.height, shape: .text(text, .text),
                role: index == 0 ? .paragraph : .continued)
        }
        items.append(PageItem(x: Page.left, y: 0, shape: .line(toX: Page.right, toY: 0, width: 1.1, .text)))
        items.append(PageItem(x: Page.left, y: height, shape: .line(toX: Page.right, toY: height, width: 0.5, .text)))
        return Piece(items: items, height: height, keepsNext: true)
    }

    private func line(_ row: ReportTable.Row, _ edges: [Double], isLast: Bool) -> Piece {
        var items: [PageItem] = []
        var height = 0.0
        for (index, cell) in row.cells.prefix(table.columns.count).enumerated() {
            let isNumber = table.columns[index].isNumber
            let indent = min(24, Double(cell.depth) * 8) + (cell.light == nil ? 0 : 9)
            let x = edges[index] + Self.side + indent
            let text = typesetter.set(
                cell.text, Lettering(size: Self.size, isBold: cell.isBold), width: edges[index + 1] - Self.side - x,
                isRightAligned: isNumber, mostLines: 50)
            if let light = cell.light {
                items.append(
                    PageItem(
                        x: x - 5, y: density.row + 0.5 + Self.size * 0.72, shape: .dot(radius: 2.8, light),
                        role: index == 0 ? .frame : .continued))
            }
            items.append(
                PageItem(x: x, y: density.row, shape: .text(text, .text), role: index == 0 ? .paragraph : .continued))
            height = max(height, text.height + 2 * density.row)
        }
        if row.isHead {
            items.insert(
                PageItem(x: Page.left, y: 0.3, shape: .box(width: Page.textWidth, height: height - 0.3, .step(0))),
                at: 0)
        }
        let ink: Ink = isLast ? .text : .grid
        items.append(
            PageItem(
                x: Page.left, y: height, shape: .line(toX: Page.right, toY: height, width: isLast ? 1.1 : 0.4, ink)))
        return Piece(items: items, height: height, keepsNext: row.isHead)
    }
}
#endif
