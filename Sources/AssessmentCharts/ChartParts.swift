/// Pieces that several charts are drawn from.
enum ChartParts {
    /// The size of the letters of names and values.
    static let textSize = 13.0
    /// The size of the letters of axes and legends.
    static let smallSize = 11.0

    /// A text whose middle, rather than its base line, lies at a height.
    static func label(
        _ text: String, x: Double, middle y: Double, anchor: Drawing.Label.Anchor = .start, size: Double = textSize,
        isBold: Bool = false, ink: Ink = .text
    ) -> Drawing.Element {
        .text(
            Drawing.Label(
                text, at: Drawing.Place(x, y + size * 0.36), anchor: anchor, size: size, isBold: isBold, ink: ink))
    }

    /// The name of a row, ending at a place: on one line, or on two smaller ones where it is too long for that.
    static func name(_ text: String, end: Double, middle: Double, isBold: Bool) -> [Drawing.Element] {
        let isShort = TextWidth.of(text, size: textSize, isBold: isBold) <= end
        let size = isShort ? textSize : smallSize
        let lines = TextWidth.lines(of: text, width: end, size: size, most: isShort ? 1 : 2, isBold: isBold)
        return lines.enumerated().map { index, line in
            label(
                line, x: end, middle: middle + (Double(index) - Double(lines.count - 1) / 2) * 12.5, anchor: .end,
                size: size, isBold: isBold)
        }
    }

    static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ stroke: Drawing.Stroke)
        -> Drawing.Element
    {
        .line(from: Drawing.Place(x1, y1), to: Drawing.Place(x2, y2), stroke)
    }

    static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Drawing.Box {
        Drawing.Box(x: x, y: y, width: width, height: height)
    }

    /// A square on its corner.
    static func diamond(x: Double, y: Double, radius: Double) -> [Drawing.Place] {
        [
            Drawing.Place(x, y - radius), Drawing.Place(x + radius, y), Drawing.Place(x, y + radius),
            Drawing.Place(x - radius, y),
        ]
    }

    /// A box with slanted lines in it: there is no value.
    static func hatched(_ box: Drawing.Box) -> [Drawing.Element] {
        var elements: [Drawing.Element] = [
            .rectangle(box, fill: .surface, stroke: Drawing.Stroke(.grid))
        ]
        guard box.width > 0, box.height > 0, box.width + box.height < 4000 else { return elements }
        // Each line runs along x + y = sum, from the left or lower side to the upper or right one.
        for sum in stride(from: 6, to: box.width + box.height, by: 6) {
            let left = max(0, sum - box.height)
            let right = min(box.width, sum)
            elements.append(
                line(
                    box.x + left, box.y + sum - left, box.x + right, box.y + sum - right,
                    Drawing.Stroke(.grid)))
        }
        return elements
    }

    /// The finite value, or nothing.
    static func finite(_ value: Double?) -> Double? { value.flatMap { $0.isFinite ? $0 : nil } }

    /// What a legend explains.
    struct Key {
        let text: String
        /// The width that the mark takes.
        var markWidth = 14.0
        /// The mark, drawn from its left edge and at its middle.
        let mark: (_ x: Double, _ y: Double) -> [Drawing.Element]
    }

    /// Explanations of marks, one beside the other and then below; with the height that they take.
    static func legend(_ keys: [Key], x: Double, y: Double, width: Double) -> (
        elements: [Drawing.Element], height: Double
    ) {
        guard !keys.isEmpty else { return ([], 0) }
        var elements: [Drawing.Element] = []
        var left = x
        var middle = y + 11
        for key in keys {
            let text = TextWidth.fitted(key.text, to: width - key.markWidth - 6, size: smallSize)
            let length = key.markWidth + 6 + TextWidth.of(text, size: smallSize)
            if left > x, left + length > x + width {
                left = x
                middle += 18
            }
            elements += key.mark(left, middle)
            elements.append(label(text, x: left + key.markWidth + 6, middle: middle, size: smallSize, ink: .muted))
            left += length + 18
        }
        return (elements, middle + 12 - y)
    }

    /// The lines and texts of a horizontal axis; those texts that would lie upon each other are left out.
    static func axis(_ scale: Scale, top: Double, bottom: Double, left: Double, right: Double) -> [Drawing.Element] {
        var elements: [Drawing.Element] = []
        var free = left - 1000
        for tick in scale.ticks() {
            let x = scale.position(tick.value)
            elements.append(line(x, top, x, bottom, Drawing.Stroke(.grid)))
            let half = TextWidth.of(tick.text, size: smallSize) / 2
            let middle = min(max(x, left + half), right - half)
            guard middle - half >= free else { continue }
            elements.append(
                label(tick.text, x: middle, middle: bottom + 11, anchor: .middle, size: smallSize, ink: .muted))
            free = middle + half + 8
        }
        return elements
    }
}
