#if PDF
internal import AssessmentCharts
internal import AssessmentCore

/// Lays out a document on pages: tables break between rows and repeat their heads, and no heading stands at the foot of a
/// page.
struct PageComposer {
    /// A heading, for bookmarks and contents.
    struct Entry {
        let title: String
        let kind: ReportBlock.HeadingKind
        /// The number of its place.
        let destination: Int
        /// The number of its page, from one.
        let page: Int
    }

    let typesetter: Typesetter
    let document: ReportDocument
    let look: PrintLook
    private var density = Density.usual
    private(set) var pages: [Page] = []
    private(set) var entries: [Entry] = []
    private var y = Page.top
    private var subject = ""
    private var contentsPage: Int?
    private var contentsTitle = ""

    /// Creates a composer that has laid out nothing yet.
    init(typesetter: Typesetter, document: ReportDocument, look: PrintLook) {
        self.typesetter = typesetter
        self.document = document
        self.look = look
    }

    /// Lays out the whole document.
    mutating func compose() {
        let blocks = document.blocks
        var first = 0
        while first < blocks.count {
            let isUnit = Self.heads(.unit, blocks[first])
            let end = blocks[(first + 1)...].firstIndex { Self.heads(.unit, $0) || Self.heads(.chapter, $0) }
            let part = Array(blocks[first..<(end ?? blocks.count)])
            if isUnit { adopt(closest(part)) } else { compose(part, heads: blocks.count(where: Self.isListed)) }
            first += part.count
        }
        fillContents()
    }

    private static func heads(_ kind: ReportBlock.HeadingKind, _ block: ReportBlock) -> Bool {
        if case .heading(kind, _) = block { true } else { false }
    }

    /// The pages of a unit, set closer where a few lines would be left for a page of their own.
    private func closest(_ blocks: [ReportBlock]) -> PageComposer {
        var best: PageComposer?
        for density in Density.all {
            var trial = PageComposer(typesetter: typesetter, document: document, look: look)
            trial.density = density
            trial.compose(blocks, heads: 0)
            if trial.pages.count == 1 || trial.fill >= 0.3 { return trial }
            if trial.fill > best?.fill ?? -1 { best = trial }
        }
        return best ?? self
    }

    /// How much of the last page is filled, from 0 to 1.
    private var fill: Double { (y - Page.top) / (Page.bottom - Page.top) }

    /// Appends the pages of another composer.
    private mutating func adopt(_ other: PageComposer) {
        let (pageCount, entryCount) = (pages.count, entries.count)
        for page in other.pages {
            var page = page
            for position in page.items.indices {
                if case .destination(let number) = page.items[position].shape {
                    page.items[position].shape = .destination(number + entryCount)
                }
            }
            pages.append(page)
        }
        entries += other.entries.map {
            Entry(
                title: $0.title, kind: $0.kind, destination: $0.destination + entryCount, page: $0.page + pageCount)
        }
        (y, subject) = (Page.bottom, other.subject)
    }

    private mutating func compose(_ blocks: [ReportBlock], heads: Int) {
        var next = blocks.first.map { prepare($0) }
        for (index, block) in blocks.enumerated() {
            let pieces = next ?? []
            next = index + 1 < blocks.count ? prepare(blocks[index + 1]) : nil
            switch block {
            case .cover:
                startPage(subject: nil)
                place(pieces)
                y = Page.bottom
            case .contents(let title):
                reserveContents(title, entries: heads)
            case .heading(let kind, let title):
                if kind != .section {
                    if kind == .chapter || !isPageFresh { subject = title }
                    subject = title
                    if !isPageFresh || pages.isEmpty {
                        startPage(subject: title)
                    } else {
                        pages[pages.count - 1].subject = title
                    }
                }
                // A heading stays with the first piece of what follows.
                let below = next?.first.map { $0.gap + $0.height } ?? 0
                let own = pieces.reduce(0) { $0 + $1.gap + $1.height }
                if y + own + min(below, Page.bottom - Page.top - own) > Page.bottom, !isPageFresh {
                    startPage(subject: subject)
                }
                entries.append(
                    Entry(title: title, kind: kind, destination: entries.count, page: pages.count))
                append(PageItem(x: Page.left, y: y, shape: .destination(entries.count - 1)))
                place(pieces)
            case .pageBreak: startPage(subject: subject)
            default: place(pieces)
            }
        }
    }

    private static func isListed(_ block: ReportBlock) -> Bool {
        if case .heading(let kind, _) = block { kind != .section } else { false }
    }

    private var isPageFresh: Bool { pages.isEmpty || y <= Page.top }

    private mutating func startPage(subject: String?) {
        pages.append(Page(subject: subject))
        y = Page.top
    }

    private mutating func append(_ item: PageItem) {
        if pages.isEmpty { startPage(subject: subject) }
        pages[pages.count - 1].items.append(item)
    }

    /// Puts pieces below each other, each whole on a page, with the head of its table on every new one.
    private mutating func place(_ pieces: [Piece]) {
        if pages.isEmpty { startPage(subject: subject) }
        for (index, piece) in pieces.enumerated() {
            let gap = isPageFresh ? 0 : piece.gap
            // A row that heads others needs room for the first of them too.
            var needed = gap + piece.height
            var last = index
            while pieces[last].keepsNext, last + 1 < pieces.count {
                last += 1
                needed += pieces[last].gap + pieces[last].height
            }
            if y + min(needed, Page.bottom - Page.top) > Page.bottom, !isPageFresh {
                startPage(subject: subject)
                if let head = piece.repeatedHead {
                    put(head)
                }
                put(piece)
            } else {
                y += gap
                put(piece)
            }
        }
    }

    private mutating func put(_ piece: Piece) {
        for item in piece.items {
            var placed = item
            placed.y += y
            if case .line(let toX, let toY, let width, let ink) = item.shape {
                placed.shape = .line(toX: toX, toY: toY + y, width: width, ink)
            }
            append(placed)
        }
        y += piece.height
    }

    private func prepare(_ block: ReportBlock) -> [Piece] {
        let setter = BlockSetter(typesetter: typesetter, density: density)
        return switch block {
        case .cover(let title, let subtitle, let lines):
            setter.cover(title: title, subtitle: subtitle, lines: lines, logo: look.logo)
        case .contents, .pageBreak: []
        case .heading(let kind, let text): setter.heading(kind, text)
        case .lead(let text): setter.paragraphs(text, Lettering(size: density.lead), ink: .text, gap: 8)
        case .paragraph(let text): setter.paragraphs(text, Lettering(size: 9), ink: .text, gap: 6)
        case .note(let text): setter.paragraphs(text, Lettering(size: density.note), ink: .muted, gap: 5)
        case .keyFigures(let figures): setter.keyFigures(figures)
        case .table(let table): TableSetter(typesetter: typesetter, table: table, density: density).pieces
        case .figures(let figures): setter.figures(figures)
        }
    }

    private static let entriesPerPage = 42

    private mutating func reserveContents(_ title: String, entries: Int) {
        contentsPage = pages.count
        contentsTitle = title
        let count = max(1, (entries + Self.entriesPerPage - 1) / Self.entriesPerPage)
        for _ in 0..<count { startPage(subject: title) }
        y = Page.bottom
    }

    private mutating func fillContents() {
        guard let first = contentsPage else { return }
        let listed = entries.filter { $0.kind != .section }
        let title = typesetter.set(
            contentsTitle, Lettering(size: 20, isBold: true, isSerif: true), width: Page.textWidth)
        pages[first].items.append(PageItem(x: Page.left, y: Page.top, shape: .text(title, .accent), role: .chapter))
        for (index, entry) in listed.enumerated() {
            let page = first + index / Self.entriesPerPage
            guard pages.indices.contains(page) else { break }
            let y = Page.top + 44 + Double(index % Self.entriesPerPage) * 15.5
            let isChapter = entry.kind == .chapter
            let x = Page.left + (isChapter ? 0 : 16)
            let lettering = Lettering(size: 9.5, isBold: isChapter)
            let number = typesetter.set(String(entry.page), lettering)
            let name = typesetter.set(entry.title, lettering, width: Page.right - x - 40, mostLines: 1)
            let nameEnd = x + name.width + 6
            pages[page].items += [
                PageItem(x: x, y: y, shape: .text(name, .text), role: .paragraph, link: entry.destination),
                PageItem(
                    x: Page.right - number.width, y: y, shape: .text(number, .text), role: .paragraph,
                    link: entry.destination),
                PageItem(
                    x: min(nameEnd, Page.right - 30), y: y + 10.5,
                    shape: .line(toX: Page.right - number.width - 6, toY: y + 10.5, width: 0.4, .grid)),
            ]
        }
    }
}

/// Something that stays whole on a page.
struct Piece {
    /// What it consists of, measured from its own top.
    var items: [PageItem]
    /// Its height.
    var height: Double
    /// The room above it, where it does not begin a page.
    var gap = 0.0
    /// Whether it must not be parted from what follows.
    var keepsNext = false
    /// What is repeated above it where it begins a page.
    private var head: [Piece] = []
    var repeatedHead: Piece? {
        get { head.first }
        set { head = newValue.map { [$0] } ?? [] }
    }

    init(items: [PageItem], height: Double, gap: Double = 0, keepsNext: Bool = false) {
        self.items = items
        self.height = height
        self.gap = gap
        self.keepsNext = keepsNext
    }
}
#endif
