public import AssessmentCore

/// A page of tables about an assessment that is not a result of it, such as its statistical standard.
public struct TablesPage: Sendable {
    /// A column of a table.
    public struct Column: Sendable {
        let heading: BilingualText
        let isWide: Bool

        /// - Parameters:
        ///   - heading: what stands above it.
        ///   - isWide: whether its texts are long, so that it gets more room than the others.
        public init(_ heading: BilingualText, isWide: Bool = false) {
            self.heading = heading
            self.isWide = isWide
        }
    }

    /// A cell of a table.
    public struct Cell: Sendable {
        let text: BilingualText
        let code: String

        /// - Parameters:
        ///   - text: what it says.
        ///   - code: a code that stands below it.
        public init(_ text: BilingualText, code: String = "") {
            self.text = text
            self.code = code
        }
    }

    /// A table under a heading.
    public struct Section: Sendable {
        let title: BilingualText
        let lead: BilingualText?
        let columns: [Column]
        let rows: [[Cell]]

        /// - Parameters:
        ///   - title: the heading.
        ///   - lead: what is said above the table.
        ///   - columns: the columns; the first one names the row.
        ///   - rows: the cells, as many in a row as there are columns.
        public init(
            _ title: BilingualText, lead: BilingualText? = nil, columns: [Column], rows: [[Cell]]
        ) {
            self.title = title
            self.lead = lead
            self.columns = columns
            self.rows = rows
        }
    }

    private let name: String
    private let title: BilingualText
    private let above: BilingualText
    private let lead: BilingualText
    private let sections: [Section]

    /// - Parameters:
    ///   - name: what its file is called, without its ending.
    ///   - title: the heading of the page.
    ///   - above: what it is about.
    ///   - lead: what is said first.
    ///   - sections: its tables; one without rows is left out.
    public init(
        named name: String, _ title: BilingualText, above: BilingualText, lead: BilingualText, sections: [Section]
    ) {
        self.name = name
        self.title = title
        self.above = above
        self.lead = lead
        self.sections = sections.filter { !$0.rows.isEmpty }
    }

    /// The page in each language, and its style: `NAME.html` in the leading one, `NAME.en.html` and the like in the others.
    public func files(_ languages: [Language]) -> [OutputFile] {
        let written = languages.eachOnce
        return written.map { OutputFile(path: path(in: $0, of: written), bytes: document(in: $0, of: written)) }
            + [Stylesheet.file(for: ReportTemplate())]
    }

    private func path(in language: Language, of languages: [Language]) -> String {
        language == languages.first ? "\(name).html" : "\(name).\(language.rawValue).html"
    }

    private func document(in language: Language, of languages: [Language]) -> [UInt8] {
        Markup.document {
            Tag.html(.lang(Rendering.tag(of: language))) {
                Tag.head {
                    Tag.meta(.charset("utf-8"))
                    Tag.meta(.name("viewport"), .content("width=device-width, initial-scale=1"))
                    Tag.meta(.name("color-scheme"), .content("light dark"))
                    Tag.title { title[language] + " · " + above[language] }
                    Tag.meta(
                        .policyOfContent(), .content("default-src 'none'; style-src 'self' file:; base-uri 'none'"))
                    Tag.link(.rel("stylesheet"), .href(.to(file: Stylesheet.path)))
                }
                Tag.body {
                    Tag.header(.style(.masthead)) {
                        Tag.p(.style(.masthead)) { above[language] }
                        if languages.count > 1 {
                            Tag.nav(.label(Wording.languages[language])) {
                                for other in languages where other != language {
                                    Tag.a(
                                        .href(.to(file: path(in: other, of: languages))),
                                        .lang(Rendering.tag(of: other)), .hreflang(Rendering.tag(of: other))
                                    ) { Wording.languageName[other] ?? other.rawValue }
                                }
                            }
                        }
                    }
                    Tag.main(.id(.content)) {
                        Tag.h1 { title[language] }
                        Tag.p(.style(.lead)) { lead[language] }
                        for section in sections { markup(section, language) }
                    }
                }
            }
        }
    }

    private func markup(_ section: Section, _ language: Language) -> Markup {
        Tag.section {
            Tag.h2 { section.title[language] }
            if let lead = section.lead { Tag.p(.style(.note)) { lead[language] } }
            ScrollingTable(caption: section.title[language], style: .ranking, isTitled: true).markup {
                Tag.thead {
                    Tag.tr {
                        for column in section.columns {
                            Tag.th(.scope(.column), column.isWide ? .style(.words, .wide) : .style(.words)) {
                                column.heading[language]
                            }
                        }
                    }
                }
                Tag.tbody {
                    for row in section.rows {
                        Tag.tr {
                            for (place, cell) in row.enumerated() {
                                place == 0
                                    ? Tag.th(.scope(.row)) { content(cell, language) }
                                    : Tag.td(.style(.words)) { content(cell, language) }
                            }
                        }
                    }
                }
            }
        }
    }

    private func content(_ cell: Cell, _ language: Language) -> Markup {
        guard !cell.code.isEmpty else { return Markup(cell.text[language]) }
        return Markup(cell.text[language]) + Tag.div(.style(.place)) { cell.code }
    }
}
