#if PDF
internal import AssessmentCharts
internal import AssessmentCore
internal import CPangoCairo

/// Paints drawings with Cairo, in the colours for print.
struct CairoPainter {
    let cairo: OpaquePointer
    let typesetter: Typesetter
    let glyphs: GlyphPainter
    let palette: Palette

    /// Paints a drawing with its upper left corner at a place.
    func paint(_ drawing: Drawing, x: Double, y: Double, scale: Double) {
        cairo_save(cairo)
        cairo_translate(cairo, x, y)
        cairo_scale(cairo, scale, scale)
        drawing.elements.forEach(paint)
        cairo_restore(cairo)
    }

    /// Chooses a colour for what is drawn next.
    func choose(_ ink: Ink, opacity: Double = 1) {
        let colour = palette[ink]
        let (red, green, blue) = (Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
        if opacity < 1 {
            // Mixed with the paper: what lies behind areas is only the grid, and print needs no transparency for it.
            func mixed(_ share: Double) -> Double { share * opacity + 1 - opacity }
            cairo_set_source_rgb(cairo, mixed(red), mixed(green), mixed(blue))
        } else {
            cairo_set_source_rgb(cairo, red, green, blue)
        }
    }

    private func paint(_ element: Drawing.Element) {
        switch element {
        case .rectangle(let box, let radius, let fill, let stroke):
            path(of: box, radius: radius)
            finish(fill, stroke)
        case .line(let from, let to, let stroke):
            cairo_move_to(cairo, from.x, from.y)
            cairo_line_to(cairo, to.x, to.y)
            finish(nil, stroke)
        case .polyline(let places, let stroke):
            path(through: places)
            finish(nil, stroke)
        case .area(let places, let fill, let opacity):
            path(through: places)
            cairo_close_path(cairo)
            choose(fill, opacity: opacity)
            cairo_fill(cairo)
        case .circle(let centre, let radius, let fill, let stroke):
            cairo_new_sub_path(cairo)
            cairo_arc(cairo, centre.x, centre.y, max(0, radius), 0, 2 * Double.pi)
            cairo_close_path(cairo)
            finish(fill, stroke)
        case .text(let label): paint(label)
        case .group(_, let elements): elements.forEach(paint)
        }
    }

    private func path(of box: Drawing.Box, radius: Double) {
        let round = min(radius, box.width / 2, box.height / 2)
        guard round > 0 else {
            cairo_rectangle(cairo, box.x, box.y, max(0, box.width), max(0, box.height))
            return
        }
        let quarter = Double.pi / 2
        cairo_new_sub_path(cairo)
        cairo_arc(cairo, box.x + box.width - round, box.y + round, round, -quarter, 0)
        cairo_arc(cairo, box.x + box.width - round, box.y + box.height - round, round, 0, quarter)
        cairo_arc(cairo, box.x + round, box.y + box.height - round, round, quarter, 2 * quarter)
        cairo_arc(cairo, box.x + round, box.y + round, round, 2 * quarter, 3 * quarter)
        cairo_close_path(cairo)
    }

    private func path(through places: [Drawing.Place]) {
        for (index, place) in places.enumerated() {
            if index == 0 { cairo_move_to(cairo, place.x, place.y) } else { cairo_line_to(cairo, place.x, place.y) }
        }
    }

    private func finish(_ fill: Ink?, _ stroke: Drawing.Stroke?) {
        if let fill {
            choose(fill)
            cairo_fill_preserve(cairo)
        }
        if let stroke {
            choose(stroke.ink)
            cairo_set_line_width(cairo, stroke.width)
            cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
            cairo_set_dash(cairo, stroke.dashes, Int32(stroke.dashes.count), 0)
            cairo_stroke_preserve(cairo)
        }
        cairo_new_path(cairo)
    }

    private func paint(_ label: Drawing.Label) {
        let text = typesetter.set(label.text, Lettering(size: label.size, isBold: label.isBold))
        let before =
            switch label.anchor {
            case .start: 0.0
            case .middle: text.width / 2
            case .end: text.width
            }
        cairo_save(cairo)
        cairo_translate(cairo, label.place.x, label.place.y)
        if label.rotation != 0 { cairo_rotate(cairo, label.rotation * Double.pi / 180) }
        choose(label.ink)
        glyphs.paint(text, x: -before, y: -text.baseline, on: cairo)
        cairo_restore(cairo)
    }
}
#endif
