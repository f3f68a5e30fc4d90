internal import AssessmentCharts
internal import AssessmentCore
internal import AssessmentSpreadsheets
internal import Foundation

/// A report as the script reads it: JSON with its blocks, charts painted, and lengths in twentieths of a point.
enum WordContent {
    /// The bytes of the JSON; the same for the same document and fonts.
    ///
    /// - Throws: `MethodError` without the trait PDF, or where Cairo gives up on a chart.
    static func bytes(
        of document: ReportDocument, _ template: ReportTemplate = ReportTemplate()
    ) throws -> [UInt8] {
        #if PDF
        try WordBlocks(language: document.language, template: template).bytes(of: document)
        #else
        throw MethodError("the package was built without the trait PDF")
        #endif
    }
}

#if PDF
/// The blocks of a report as JSON.
private struct WordBlocks {
    let language: Language
    let template: ReportTemplate
    let palette: Palette
    let typesetter: Typesetter
    let glyphs = GlyphPainter()

    /// The text area of the standard: 156 mm wide; a picture leaves room for its heading.
    private static let textWidth = 8844
    private static let mostHeight = 9600

    init(language: Language, template: ReportTemplate) {
        self.language = language
        self.template = template
        palette = template.accent.map { Palette.light.with(accent: $0) } ?? .light
        typesetter = Typesetter(language: language)
    }

    func bytes(of document: ReportDocument) throws -> [UInt8] {
        let content = JSONTree.object([
            ("title", text(document.title)), ("subject", text(document.subject)),
            ("keywords", .list(document.keywords.map(text))), ("language", .text(language.rawValue)),
            ("tag", .text(Rendering.tag(of: language))), ("date", .text(document.date)),
            ("accent", .text(template.accent.map(digits) ?? "")),
            ("footer", text(template.footer.map { $0[language] } ?? "")), ("logo", logo),
            ("blocks", .list(try document.blocks.flatMap(blocks))),
        ])
        return Array(content.written().utf8)
    }

    /// The picture on the cover, in a room of 110 by 30 mm.
    private var logo: JSONTree {
        guard let logo = template.logo, let picture = SheetPicture(png: logo.png, within: (416, 113)) else {
            return .list([])
        }
        // A pixel of a screen is fifteen twentieths of a point.
        return .list([
            .object([
                ("caption", .text("")), ("summary", .text("")), ("width", .integer(Int(picture.width * 15))),
                ("png", .text(Data(logo.png).base64EncodedString())),
            ])
        ])
    }

    private func blocks(_ block: ReportBlock) throws -> [JSONTree] {
        switch block {
        case .cover(let title, let subtitle, let lines):
            [
                made("cover", ("title", text(title)), ("subtitle", text(subtitle)), ("lines", .list(lines.map(text))))
            ]
        case .contents(let title): [made("contents", ("title", text(title)))]
        case .heading(let kind, let title):
            [made("heading", ("level", .integer(level(of: kind))), ("text", text(title)))]
        case .lead(let words): paragraphs("lead", words)
        case .paragraph(let words): paragraphs("paragraph", words)
        case .note(let words): paragraphs("note", words)
        case .keyFigures(let figures): figures.isEmpty ? [] : [made("keyFigures", ("figures", keyFigures(figures)))]
        case .table(let table): table.columns.isEmpty ? [] : [made("table", parts(of: table))]
        case .figures(let figures): figures.isEmpty ? [] : [made("figures", ("figures", try pictures(figures)))]
        case .pageBreak: [made("pageBreak")]
        }
    }

    private func made(_ kind: String, _ parts: (String, JSONTree)...) -> JSONTree { made(kind, parts) }

    private func made(_ kind: String, _ parts: [(String, JSONTree)]) -> JSONTree {
        .object([("kind", .text(kind))] + parts)
    }

    private func level(of kind: ReportBlock.HeadingKind) -> Int {
        switch kind {
        case .chapter: 1
        case .unit: 2
        case .section: 3
        }
    }

    /// A paragraph for each line of a text.
    private func paragraphs(_ kind: String, _ words: String) -> [JSONTree] {
        words.split(separator: "\n", omittingEmptySubsequences: true).map { made(kind, ("text", text(String($0)))) }
    }

    private func keyFigures(_ figures: [KeyFigure]) -> JSONTree {
        .list(
            figures.map {
                .object([("name", text($0.name)), ("value", text($0.value)), ("remark", text($0.remark))])
            })
    }

    private func parts(of table: ReportTable) -> [(String, JSONTree)] {
        let whole = table.columns.reduce(0) { $0 + $1.share }
        let widths = table.columns.map { Int((Double(Self.textWidth) * $0.share / whole).rounded(.down)) }
        return [
            ("widths", .list(widths.map { .integer($0) })),
            (
                "head",
                .list(table.columns.map { .object([("text", text($0.title)), ("isNumber", .flag($0.isNumber))]) })
            ),
            (
                "rows",
                .list(
                    table.rows.map { row in
                        .object([
                            ("isHead", .flag(row.isHead)),
                            ("cells", .list(row.cells.prefix(table.columns.count).map(cell))),
                        ])
                    })
            ),
        ]
    }

    private func cell(_ cell: ReportTable.Cell) -> JSONTree {
        let light = cell.light.map { [("light", JSONTree.text(digits(of: Palette.light[$0])))] } ?? []
        return .object(
            [("text", text(cell.text)), ("bold", .flag(cell.isBold)), ("depth", .integer(cell.depth))] + light)
    }

    /// A colour as Word writes it: six hexadecimal digits.
    private func digits(of colour: Colour) -> String { String(colour.text.drop { $0 == "#" }).uppercased() }

    /// Drawings beside each other, at the same scale, as they stand in print.
    private func pictures(_ figures: [ReportFigure]) throws -> JSONTree {
        let gap = 160
        let room = Double(Self.textWidth - gap * figures.count)
        let highest = figures.map(\.drawing.height).max() ?? 1
        let scale = min(
            16, room / figures.reduce(0) { $0 + $1.drawing.width }, Double(Self.mostHeight) / highest)
        return .list(
            try figures.map { figure in
                let png = try ChartPicture.png(
                    of: figure.drawing, scale: scale / 20, typesetter: typesetter, glyphs: glyphs, palette: palette)
                return .object([
                    ("caption", text(figure.caption)), ("summary", text(figure.drawing.summary)),
                    ("width", .integer(max(1, Int(figure.drawing.width * scale)))),
                    ("png", .text(Data(png).base64EncodedString())),
                ])
            })
    }

    /// A text without what could make it read as another one; its lines stay lines.
    private func text(_ text: String) -> JSONTree {
        .text(
            text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText.line(String($0)) }
                .joined(separator: "\n"))
    }
}
#endif
