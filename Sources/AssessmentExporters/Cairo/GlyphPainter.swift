#if PDF
internal import CPangoCairo

/// Paints text as it is set, in faces that Cairo embeds by their outlines.
///
/// Cairo 1.16 loses its way in the subroutines of fonts like Noto CJK (CFF with CID keys): it then embeds all of them,
/// 0.9 MB a face and file, or ends the program on a failed assertion. A face that is marked as synthetic is embedded
/// glyph by glyph instead, each as its outline.
final class GlyphPainter {
    /// A font file and the place of a face in it.
    private struct File: Hashable {
        let path: String
        let index: Int32
    }

    /// The mark of a synthetic face; it is none of the two that change how letters look (bold 1, oblique 2).
    private static let synthetic: UInt32 = 4

    private var faces: [File: OpaquePointer] = [:]

    deinit { faces.values.forEach { cairo_font_face_destroy($0) } }

    /// Paints a text with its upper left corner at a place.
    func paint(_ text: TypesetText, x: Double, y: Double, on cairo: OpaquePointer) {
        guard let iterator = pango_layout_get_iter(text.layout), let letters = pango_layout_get_text(text.layout)
        else { return }
        defer { pango_layout_iter_free(iterator) }
        let scale = Double(PANGO_SCALE)
        repeat {
            guard let run = pango_layout_iter_get_run_readonly(iterator) else { continue }
            var logical = PangoRectangle()
            pango_layout_iter_get_run_extents(iterator, nil, &logical)
            let place = (
                x: x + Double(logical.x) / scale, y: y + Double(pango_layout_iter_get_run_baseline(iterator)) / scale
            )
            if !paint(run, of: letters, at: place, on: cairo) {
                cairo_move_to(cairo, place.x, place.y)
                pango_cairo_show_glyph_item(cairo, letters, run)
            }
        } while pango_layout_iter_next_run(iterator) != 0
    }

    /// Paints a run; false where its font has no glyph for it at all, or no file.
    private func paint(
        _ run: UnsafeMutablePointer<PangoLayoutRun>, of letters: UnsafePointer<CChar>, at place: (x: Double, y: Double),
        on cairo: OpaquePointer
    ) -> Bool {
        guard let item = run.pointee.item, let string = run.pointee.glyphs, let infos = string.pointee.glyphs,
            let font = item.pointee.analysis.font, let face = face(of: font),
            let scaled = pango_cairo_font_get_scaled_font(Self.cairoFont(font))
        else { return false }
        let scale = Double(PANGO_SCALE)
        var glyphs: [cairo_glyph_t] = []
        var x = place.x
        for position in 0..<Int(string.pointee.num_glyphs) {
            let info = infos[position]
            if info.glyph != Self.empty {
                if info.glyph & Self.unknown != 0 { return false }
                glyphs.append(
                    cairo_glyph_t(
                        index: UInt(info.glyph), x: x + Double(info.geometry.x_offset) / scale,
                        y: place.y + Double(info.geometry.y_offset) / scale))
            }
            x += Double(info.geometry.width) / scale
        }
        guard !glyphs.isEmpty else { return true }
        var matrix = cairo_matrix_t()
        cairo_scaled_font_get_font_matrix(scaled, &matrix)
        let options = cairo_font_options_create()
        cairo_scaled_font_get_font_options(scaled, options)
        cairo_set_font_face(cairo, face)
        cairo_set_font_matrix(cairo, &matrix)
        cairo_set_font_options(cairo, options)
        cairo_font_options_destroy(options)
        let (clusters, bytes, isBackward) = clusters(of: run, letters, infos)
        cairo_show_text_glyphs(
            cairo, letters + bytes.lowerBound, Int32(bytes.count), glyphs, Int32(glyphs.count), clusters,
            Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: isBackward ? 1 : 0))
        return true
    }

    /// Which letters each glyph stands for, so that a reader can copy them, and the bytes of the letters.
    ///
    /// What has no glyph, such as the space at the end of a line, is left out at either end and goes with the letters
    /// before it elsewhere: Cairo told the letters of no glyph of such a run, and digits were lost to who copies.
    private func clusters(
        of run: UnsafeMutablePointer<PangoLayoutRun>, _ letters: UnsafePointer<CChar>,
        _ infos: UnsafeMutablePointer<PangoGlyphInfo>
    ) -> ([cairo_text_cluster_t], bytes: Range<Int>, isBackward: Bool) {
        let isBackward = (run.pointee.item?.pointee.analysis.level ?? 0) & 1 == 1
        var clusters: [cairo_text_cluster_t] = []
        var bytes = 0..<0
        var skipped: Int32 = 0
        var iterator = PangoGlyphItemIter()
        var isThere = pango_glyph_item_iter_init_start(&iterator, run, letters)
        while isThere != 0 {
            let places =
                isBackward
                ? (iterator.end_glyph + 1)..<(iterator.start_glyph + 1) : iterator.start_glyph..<iterator.end_glyph
            let painted = places.count { infos[Int($0)].glyph != Self.empty }
            let length = iterator.end_index - iterator.start_index
            if painted > 0 {
                if let last = clusters.indices.last {
                    clusters[last].num_bytes += skipped
                } else {
                    bytes = Int(iterator.start_index)..<Int(iterator.start_index)
                }
                skipped = 0
                clusters.append(cairo_text_cluster_t(num_bytes: length, num_glyphs: Int32(painted)))
                bytes = bytes.lowerBound..<Int(iterator.end_index)
            } else if !clusters.isEmpty {
                skipped += length
            }
            isThere = pango_glyph_item_iter_next_cluster(&iterator)
        }
        return (clusters, bytes, isBackward)
    }

    /// The face of a font, the same for every size.
    private func face(of font: UnsafeMutablePointer<PangoFont>) -> OpaquePointer? {
        guard let pattern = pango_fc_font_get_pattern(Self.fontconfigFont(font)) else { return nil }
        var path: UnsafeMutablePointer<FcChar8>?
        var index: Int32 = 0
        guard FcPatternGetString(pattern, "file", 0, &path) == FcResultMatch, let path else { return nil }
        if FcPatternGetInteger(pattern, "index", 0, &index) != FcResultMatch { index = 0 }
        let file = File(path: String(cString: path), index: index)
        if let known = faces[file] { return known }
        guard let face = cairo_ft_font_face_create_for_pattern(pattern) else { return nil }
        cairo_ft_font_face_set_synthesize(face, Self.synthetic)
        faces[file] = face
        return face
    }

    // Macros and casts that Swift does not see.
    private static let empty = PangoGlyph(0x0FFF_FFFF)
    private static let unknown = PangoGlyph(0x1000_0000)

    private static func cairoFont(_ font: UnsafeMutablePointer<PangoFont>) -> OpaquePointer { OpaquePointer(font) }

    private static func fontconfigFont(_ font: UnsafeMutablePointer<PangoFont>) -> UnsafeMutablePointer<PangoFcFont> {
        UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self)
    }
}
#endif
