#if PDF
internal import AssessmentCharts
internal import AssessmentCore
internal import CPangoCairo

/// How letters look.
struct Lettering: Hashable {
    /// The length of an em, in points.
    var size: Double
    var isBold = false
    var isSerif = false
}

/// Sets text with Pango, in Noto Sans and Serif CJK where they are installed.
final class Typesetter {
    /// What a text is set from.
    private struct Order: Hashable {
        /// By bytes: to Swift, texts are equal that a reader may tell apart when copied.
        let letters: [UInt8]
        let lettering: Lettering
        let width: Double?
        let isRightAligned: Bool
        let mostLines: Int
    }

    /// The number of texts that are kept, some kilobytes each.
    private static let most = 4096
    /// Texts that were set: names and cells come again on the next page, and where a page is set once more, only closer.
    private var known: [Order: TypesetText] = [:]
    private let context: OpaquePointer
    private let isLatin: Bool
    /// Quotation marks of the width that they have among Latin letters.
    private let proportional: OpaquePointer

    /// Creates a typesetter of texts in a language.
    init(language: Language) {
        isLatin = language != .chinese
        proportional = pango_attr_list_new()
        pango_attr_list_insert(proportional, pango_attr_font_features_new("pwid=1"))
        let map = pango_cairo_font_map_new()
        context = pango_font_map_create_context(map)
        g_object_unref(map)
        // On paper there are no pixels to fit letters to, and lines break the same at every size.
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string(Rendering.tag(of: language)))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    }

    deinit {
        pango_attr_list_unref(proportional)
        g_object_unref(UnsafeMutableRawPointer(context))
    }

    /// A text as it is set.
    ///
    /// - Parameters:
    ///   - text: what is set; its lines stay lines.
    ///   - width: the width at which lines break, in points; a single line where there is none.
    ///   - mostLines: the number of lines after which the text is cut off with `…`.
    func set(
        _ text: String, _ lettering: Lettering, width: Double? = nil, isRightAligned: Bool = false, mostLines: Int = 0
    ) -> TypesetText {
        let order = Order(
            letters: Array(text.utf8), lettering: lettering, width: width, isRightAligned: isRightAligned,
            mostLines: mostLines)
        if let known = known[order] { return known }
        let made = set(text, order)
        if known.count >= Typesetter.most { known.removeAll(keepingCapacity: true) }
        known[order] = made
        return made
    }

    private func set(_ text: String, _ order: Order) -> TypesetText {
        let lettering = order.lettering
        let layout: OpaquePointer = pango_layout_new(context)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let safe = lines.map { SafeText.line(String($0)) }.joined(separator: "\n")
        safe.withCString { pango_layout_set_text(layout, $0, -1) }
        pango_layout_set_auto_dir(layout, 0)
        let font = pango_font_description_new()
        pango_font_description_set_family(
            font, lettering.isSerif ? "Noto Serif CJK SC,serif" : "Noto Sans CJK SC,sans-serif")
        pango_font_description_set_absolute_size(font, lettering.size * Double(PANGO_SCALE))
        if lettering.isBold { pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD) }
        pango_layout_set_font_description(layout, font)
        pango_font_description_free(font)
        if isLatin { pango_layout_set_attributes(layout, proportional) }
        if let width = order.width {
            pango_layout_set_width(layout, Int32(max(1, width) * Double(PANGO_SCALE)))
            pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
            pango_layout_set_line_spacing(layout, 0)
        } else {
            pango_layout_set_single_paragraph_mode(layout, 1)
        }
        if order.isRightAligned { pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT) }
        if order.mostLines > 0 {
            pango_layout_set_height(layout, Int32(-order.mostLines))
            pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
        }
        return TypesetText(layout)
    }
}

/// A text as it is set: its lines are broken, and its size is known.
final class TypesetText {
    /// The layout of Pango.
    let layout: OpaquePointer
    /// The width of the widest line, in points.
    let width: Double
    /// The height of all lines, in points.
    let height: Double
    /// The distance of the first base line from the top, in points.
    let baseline: Double

    /// Takes over a layout.
    init(_ layout: OpaquePointer) {
        self.layout = layout
        var width: Int32 = 0
        var height: Int32 = 0
        pango_layout_get_size(layout, &width, &height)
        self.width = Double(width) / Double(PANGO_SCALE)
        self.height = Double(height) / Double(PANGO_SCALE)
        baseline = Double(pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
    }

    deinit { g_object_unref(UnsafeMutableRawPointer(layout)) }
}
#endif
