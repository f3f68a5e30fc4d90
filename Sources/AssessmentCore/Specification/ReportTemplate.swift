/// How a format for readers looks: what a specification sets beside the parameters of an export.
public struct ReportTemplate: Sendable, Hashable {
    /// The title of the report; that of the assessment where there is none.
    public var title: BilingualText?
    /// The picture at its head.
    public var logo: Logo?
    /// The colour of headings, links and charts; the format's own where there is none.
    public var accent: Colour?
    /// What stands at the foot of every page beside the format's own line.
    public var footer: BilingualText?
    /// The number of decimals of scores that no step rounds. A score that a step rounds is printed as it was rounded,
    /// since ranks and grades were decided on it.
    public var decimals: Int?
    /// The ids of the sections that are written, of those that the format can leave out; all where there is none.
    public var sections: [String]?

    /// Creates a template; one without anything leaves a format as it is.
    public init(
        title: BilingualText? = nil, logo: Logo? = nil, accent: Colour? = nil, footer: BilingualText? = nil,
        decimals: Int? = nil, sections: [String]? = nil
    ) {
        self.title = title
        self.logo = logo
        self.accent = accent
        self.footer = footer
        self.decimals = decimals
        self.sections = sections
    }

    /// Whether a section is written.
    public func shows(_ section: ReportSection) -> Bool { sections?.contains(section.id) ?? true }

    /// A picture in a file beside the specification.
    public struct Logo: Sendable, Hashable {
        /// Its path relative to the specification.
        public var file: String
        /// The bytes of a PNG.
        public var png: [UInt8]

        /// Creates a logo.
        public init(file: String, png: [UInt8]) {
            self.file = file
            self.png = png
        }
    }
}

/// A part of a report that a template may leave out.
public struct ReportSection: Sendable, Hashable {
    /// Its id, as a specification names it.
    public var id: String
    /// Its name.
    public var name: BilingualText

    /// Creates a section.
    public init(_ id: String, _ name: BilingualText) {
        self.id = id
        self.name = name
    }
}

/// A format that is written, with its parameters and its template.
public struct ExportChoice: Sendable, Hashable {
    /// The id of the exporter.
    public var id: String
    /// The values given to its parameters.
    public var parameters: [String: ParameterValue]
    /// The languages that it is written in; those of the assessment where there are none.
    public var languages: [Language]
    /// How it looks.
    public var template: ReportTemplate
    /// Where the specification names it.
    public var position: SourcePosition?

    /// Creates a choice.
    public init(
        _ id: String, parameters: [String: ParameterValue] = [:], languages: [Language] = [],
        template: ReportTemplate = ReportTemplate(), position: SourcePosition? = nil
    ) {
        self.id = id
        self.parameters = parameters
        self.languages = languages
        self.template = template
        self.position = position
    }
}
