#if PDF
internal import AssessmentCharts
internal import AssessmentCore
internal import CPangoCairo

/// A drawing painted as a picture of dots, for documents that hold no drawings.
enum ChartPicture {
    /// The dots of an inch on paper, as office printers have them.
    static let resolution = 200.0

    /// The bytes of a PNG in the colours for print; the same for the same drawing and fonts.
    ///
    /// - Parameter scale: the points on paper that a unit of the drawing takes.
    /// - Throws: `MethodError` where Cairo gives up.
    static func png(
        of drawing: Drawing, scale: Double, typesetter: Typesetter, glyphs: GlyphPainter, palette: Palette = .light
    ) throws -> [UInt8] {
        let dots = scale * resolution / 72
        func size(_ length: Double) -> Int32 { Int32(max(1, min(20_000, (length * dots).rounded(.up)))) }
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, size(drawing.width), size(drawing.height))
        defer { cairo_surface_destroy(surface) }
        let cairo = cairo_create(surface)
        defer { cairo_destroy(cairo) }
        guard let surface, let cairo, cairo_status(cairo) == CAIRO_STATUS_SUCCESS else {
            throw MethodError("Cairo has no room for the chart ‘\(drawing.title)’")
        }
        let painter = CairoPainter(cairo: cairo, typesetter: typesetter, glyphs: glyphs, palette: palette)
        painter.choose(.surface)
        cairo_paint(cairo)
        painter.paint(drawing, x: 0, y: 0, scale: dots)
        let sink = CairoSink()
        let status = withExtendedLifetime(sink) {
            cairo_surface_write_to_png_stream(surface, takeFromCairo, sink.closure)
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            throw MethodError(
                "Cairo gave up on the chart ‘\(drawing.title)’: \(String(cString: cairo_status_to_string(status)))")
        }
        return sink.bytes
    }
}
#endif
