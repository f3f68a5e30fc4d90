#if PDF
internal import AssessmentCharts

/// Sets every block but tables.
struct BlockSetter {
    let typesetter: Typesetter
    var density = Density.usual

    /// The first page.
    func cover(title: String, subtitle: String, lines: [String], logo: Picture?) -> [Piece] {
        let name = typesetter.set(
            title, Lettering(size: title.count > 60 ? 20 : 28, isBold: true, isSerif: true), width: Page.textWidth)
        let second = typesetter.set(subtitle, Lettering(size: 14), width: Page.textWidth)
        let small = lines.map { typesetter.set($0, Lettering(size: 9), width: Page.textWidth) }
        let top = 170.0
        var items = [
            PageItem(x: Page.left, y: top - 28, shape: .box(width: 64, height: 5, .accent)),
            PageItem(x: Page.left, y: top, shape: .text(name, .text), role: .chapter),
            PageItem(x: Page.left, y: top + name.height + 14, shape: .text(second, .accent), role: .paragraph),
        ]
        if let logo {
            // At most a third of the line wide and as high as fits above the title.
            let scale = min(Page.textWidth / 3 / logo.width, 96 / logo.height)
            let (width, height) = (logo.width * scale, logo.height * scale)
            items.append(
                PageItem(
                    x: Page.left, y: max(0, (top - 28 - height) / 2),
                    shape: .picture(logo, width: width, height: height),
                    role: .figure))
        }
        var y = max(
            top + name.height + second.height + 60,
            Page.bottom - Page.top - small.reduce(0) { $0 + $1.height + 6 })
        items.append(
            PageItem(x: Page.left, y: y - 12, shape: .line(toX: Page.right, toY: y - 12, width: 0.6, .muted)))
        for line in small {
            items.append(PageItem(x: Page.left, y: y, shape: .text(line, .muted), role: .paragraph))
            y += line.height + 6
        }
        return [Piece(items: items, height: y)]
    }

    /// A heading of a kind.
    func heading(_ kind: ReportBlock.HeadingKind, _ text: String) -> [Piece] {
        if kind == .section {
            let heading = typesetter.set(text, Lettering(size: 11, isBold: true), width: Page.textWidth)
            return [
                Piece(
                    items: [PageItem(x: Page.left, y: 0, shape: .text(heading, .accent), role: .section)],
                    height: heading.height, gap: 13 * density.gaps, keepsNext: true)
            ]
        }
        // A long name is set smaller, and never cut off.
        let size = text.count > 120 ? 11.0 : text.count > 40 ? 14 : 21
        let heading = typesetter.set(
            text, Lettering(size: size, isBold: true, isSerif: true), width: Page.textWidth)
        let ink: Ink = kind == .chapter ? .accent : .text
        return [
            Piece(
                items: [PageItem(x: Page.left, y: 0, shape: .text(heading, ink), role: .chapter)],
                height: heading.height + 2, keepsNext: true)
        ]
    }

    /// The paragraphs of a text; one too long for a page is set in parts.
    func paragraphs(_ text: String, _ lettering: Lettering, ink: Ink, gap: Double) -> [Piece] {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).flatMap(parts)
        return lines.enumerated().map { index, line in
            let set = typesetter.set(line, lettering, width: Page.textWidth)
            return Piece(
                items: [PageItem(x: Page.left, y: 0, shape: .text(set, ink), role: .paragraph)], height: set.height,
                gap: index == 0 ? gap * density.gaps : 1)
        }
    }

    private func parts(_ line: Substring) -> [String] {
        var parts: [String] = []
        var rest = line
        while rest.count > 1500 {
            parts.append(String(rest.prefix(1500)))
            rest = rest.dropFirst(1500)
        }
        return parts + [String(rest)]
    }

    /// Numbers beside each other between two lines.
    func keyFigures(_ figures: [KeyFigure]) -> [Piece] {
        guard !figures.isEmpty else { return [] }
        let width = Page.textWidth / Double(figures.count)
        var items: [PageItem] = []
        var height = 0.0
        for (index, figure) in figures.enumerated() {
            let x = Page.left + Double(index) * width + (index == 0 ? 0 : 10)
            let room = width - (index == 0 ? 6 : 16)
            let name = typesetter.set(figure.name, Lettering(size: 8), width: room, mostLines: 2)
            let value = typesetter.set(
                figure.value, Lettering(size: figure.value.count > 8 ? 11 : 20, isBold: true, isSerif: true),
                width: room,
                mostLines: 3)
            let remark = typesetter.set(figure.remark, Lettering(size: 8), width: room, mostLines: 2)
            items += [
                PageItem(x: x, y: 7, shape: .text(name, .muted), role: .paragraph),
                PageItem(x: x, y: 7 + name.height, shape: .text(value, .accent), role: .paragraph),
                PageItem(x: x, y: 7 + name.height + value.height, shape: .text(remark, .muted), role: .paragraph),
            ]
            height = max(height, 14 + name.height + value.height + (figure.remark.isEmpty ? 0 : remark.height))
        }
        for index in 1..<max(1, figures.count) {
            let x = Page.left + Double(index) * width
            items.append(PageItem(x: x, y: 8, shape: .line(toX: x, toY: height - 8, width: 0.5, .grid)))
        }
        items += [0, height].map { y in
            PageItem(x: Page.left, y: y, shape: .line(toX: Page.right, toY: y, width: 1.2, .accent))
        }
        return [Piece(items: items, height: height + 2, gap: 10 * density.gaps)]
    }

    /// Drawings beside each other, at the same scale.
    func figures(_ figures: [ReportFigure]) -> [Piece] {
        guard !figures.isEmpty else { return [] }
        let gap = 16.0
        let room = Page.textWidth - gap * Double(figures.count - 1)
        let widths = figures.reduce(0) { $0 + $1.drawing.width }
        let highest = figures.map(\.drawing.height).max() ?? 1
        let scale = min(density.drawings, room / widths, (Page.bottom - Page.top - 60) / highest)
        var items: [PageItem] = []
        var x = Page.left
        var captions = 0.0
        for figure in figures {
            let caption = typesetter.set(
                figure.caption, Lettering(size: 8.5, isBold: true), width: figure.drawing.width * scale, mostLines: 2)
            items.append(PageItem(x: x, y: 0, shape: .text(caption, .text), role: .paragraph))
            captions = max(captions, caption.height)
            x += figure.drawing.width * scale + gap
        }
        x = Page.left
        for figure in figures {
            items.append(
                PageItem(x: x, y: captions + 4, shape: .drawing(figure.drawing, scale: scale), role: .figure))
            x += figure.drawing.width * scale + gap
        }
        return [Piece(items: items, height: captions + 4 + highest * scale, gap: 12 * density.gaps)]
    }
}
#endif
