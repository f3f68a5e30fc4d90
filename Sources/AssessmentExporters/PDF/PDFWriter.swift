#if PDF
internal import AssessmentCharts
internal import AssessmentCore
internal import CPangoCairo

/// Writes pages as PDF with Cairo: fonts embedded, headings as bookmarks, contents as links, text in an order that can be
/// read aloud; without author and without the time of writing.
struct PDFWriter {
    let document: ReportDocument
    let look: PrintLook
    let typesetter: Typesetter
    let glyphs: GlyphPainter

    /// The bytes of the file.
    ///
    /// - Throws: `MethodError` where Cairo gives up.
    func bytes(of composer: PageComposer) throws -> [UInt8] {
        let sink = CairoSink()
        let status = withExtendedLifetime(sink) {
            let surface = cairo_pdf_surface_create_for_stream(
                takeFromCairo, sink.closure, Page.width, Page.height)
            defer { cairo_surface_destroy(surface) }
            guard let surface, let cairo = cairo_create(surface) else { return CAIRO_STATUS_NO_MEMORY }
            describe(surface)
            bookmark(surface, composer.entries)
            let painter = CairoPainter(
                cairo: cairo, typesetter: typesetter, glyphs: glyphs, palette: look.palette)
            // Cairo calls a file tagged where all of it stands within one document.
            cairo_tag_begin(cairo, "Document", nil)
            for (index, page) in composer.pages.enumerated() {
                paint(page, number: index + 1, of: composer.pages.count, painter)
                cairo_show_page(cairo)
            }
            cairo_tag_end(cairo, "Document")
            let status = cairo_status(cairo)
            cairo_destroy(cairo)
            cairo_surface_finish(surface)
            return status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status
        }
        guard status == CAIRO_STATUS_SUCCESS else {
            throw MethodError(
                "Cairo gave up on ‘\(document.title)’: \(String(cString: cairo_status_to_string(status)))")
        }
        return sink.bytes
    }

    private func describe(_ surface: OpaquePointer) {
        let words = document.keywords.map(SafeText.line).joined(separator: ", ")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, SafeText.line(document.title))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, SafeText.line(document.subject))
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, words)
        // The time of writing would make every file another one.
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "\(document.date)T00:00:00Z")
    }

    private func bookmark(_ surface: OpaquePointer, _ entries: [PageComposer.Entry]) {
        var parents: [ReportBlock.HeadingKind: Int32] = [:]
        for entry in entries {
            let above: [ReportBlock.HeadingKind] =
                switch entry.kind {
                case .chapter: []
                case .unit: [.chapter]
                case .section: [.unit, .chapter]
                }
            let parent = above.lazy.compactMap { parents[$0] }.first ?? 0
            let id = cairo_pdf_surface_add_outline(
                surface, parent, SafeText.line(entry.title), "dest='d\(entry.destination)'",
                cairo_pdf_outline_flags_t(rawValue: 0))
            parents[entry.kind] = id
            if entry.kind == .chapter { parents[.unit] = nil }
        }
    }

    private func paint(_ page: Page, number: Int, of count: Int, _ painter: CairoPainter) {
        let cairo = painter.cairo
        if let subject = page.subject { frame(subject, number: number, of: count, painter) }
        var open: PageItem.Role?
        func close() {
            if let role = open { cairo_tag_end(cairo, role.rawValue) }
            open = nil
        }
        for item in page.items {
            if item.role == .continued, item.link == nil {
                paint(item, painter)
                continue
            }
            close()
            if case .destination(let destination) = item.shape {
                "cairo.dest".withCString { tag in
                    cairo_tag_begin(cairo, tag, "name='d\(destination)' x=\(Int(item.x)) y=\(Int(item.y))")
                    cairo_tag_end(cairo, tag)
                }
                continue
            }
            if let link = item.link { cairo_tag_begin(cairo, "Link", "dest='d\(link)'") }
            if item.role != .frame, item.link == nil {
                cairo_tag_begin(cairo, item.role.rawValue, nil)
                open = item.role
            }
            paint(item, painter)
            if item.link != nil { cairo_tag_end(cairo, "Link") }
        }
        close()
    }

    private func paint(_ item: PageItem, _ painter: CairoPainter) {
        let cairo = painter.cairo
        switch item.shape {
        case .text(let text, let ink):
            painter.choose(ink)
            painter.glyphs.paint(text, x: item.x, y: item.y, on: cairo)
        case .line(let toX, let toY, let width, let ink):
            painter.choose(ink)
            cairo_set_line_width(cairo, width)
            cairo_set_dash(cairo, nil, 0, 0)
            cairo_move_to(cairo, item.x, item.y)
            cairo_line_to(cairo, toX, toY)
            cairo_stroke(cairo)
        case .box(let width, let height, let ink):
            painter.choose(ink)
            cairo_rectangle(cairo, item.x, item.y, width, height)
            cairo_fill(cairo)
        case .dot(let radius, let ink):
            painter.choose(ink)
            cairo_arc(cairo, item.x, item.y, radius, 0, 2 * Double.pi)
            cairo_fill(cairo)
        case .drawing(let drawing, let scale):
            painter.paint(drawing, x: item.x, y: item.y, scale: scale)
        case .picture(let picture, let width, let height):
            cairo_save(cairo)
            cairo_translate(cairo, item.x, item.y)
            cairo_scale(cairo, width / picture.width, height / picture.height)
            cairo_set_source_surface(cairo, picture.surface, 0, 0)
            cairo_paint(cairo)
            cairo_restore(cairo)
        case .destination: break
        }
    }

    /// The head and the foot of a page.
    private func frame(_ subject: String, number: Int, of count: Int, _ painter: CairoPainter) {
        let small = Lettering(size: 7.5)
        let half = Page.textWidth / 2 - 8
        // A document of one unit has its name in the title already.
        let isNamed = document.title.hasPrefix(subject)
        let title = typesetter.set(
            document.title, small, width: isNamed ? Page.textWidth : half, mostLines: 1)
        let about = typesetter.set(isNamed ? "" : subject, small, width: half, isRightAligned: true, mostLines: 1)
        let pages = typesetter.set(Wording.page(number, of: count)[document.language], small)
        let kind = typesetter.set(document.subject, small, width: half, mostLines: 1)
        let items = [
            PageItem(x: Page.left, y: 40, shape: .text(title, .muted)),
            PageItem(x: Page.right - half, y: 40, shape: .text(about, .muted)),
            PageItem(x: Page.left, y: 55, shape: .line(toX: Page.right, toY: 55, width: 0.5, .grid)),
            PageItem(x: Page.left, y: 797, shape: .text(kind, .muted)),
            PageItem(x: Page.right - pages.width, y: 797, shape: .text(pages, .muted)),
        ]
        for item in items { paint(item, painter) }
        if !look.footer.isEmpty {
            let footer = typesetter.set(look.footer, Lettering(size: 7), width: Page.textWidth, mostLines: 2)
            paint(PageItem(x: Page.left, y: 809, shape: .text(footer, .muted)), painter)
        }
    }
}
#endif
