public import AssessmentCore

/// Writes the annual report as an editable document for Word and WPS in each language, in the layout of official
/// documents.
///
/// It needs the trait PDF, whose libraries paint its charts, and where it runs python3 with python-docx, which writes the
/// format. It is written only where a specification names it, so that a run gives the same files everywhere.
public struct WordExporter: Exporter {
    private let pythons: [String]

    /// Creates the exporter.
    public init() { self.init(pythons: DocumentScript.pythons()) }

    /// Creates an exporter that looks for python-docx with these programs only.
    init(pythons: [String]) { self.pythons = pythons }

    /// Whether the package was built with what it needs, by the trait PDF.
    public static var isAvailable: Bool { PDFExporter.isAvailable }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "word",
            name: BilingualText(zh: "Word文档", en: "Word document"),
            summary: BilingualText(
                zh: "可编辑的年度报告，按党政机关公文版式排印；需启用PDF并安装python-docx",
                en:
                    "The annual report to be edited, laid out as official documents are; needs the trait PDF and python-docx"
            ),
            source: "GB/T 9704-2012, Layout key for official document of Party and government organs; "
                + "ECMA-376, Office Open XML")
    }

    /// What to build first, in a build without the trait.
    public var unavailable: String? {
        WordExporter.isAvailable
            ? nil
            : "the format word paints its charts with libraries that this build does not have; build with --traits PDF "
                + "(system libraries libcairo2-dev and libpango1.0-dev, fonts fonts-noto-cjk), or take word out of exports"
    }

    /// Chapters of the report, and sections of its summary and of scorecards.
    public var sections: [ReportSection] { ReportSection.ofPrint }

    /// A footer for which there is no room.
    public func objections(to template: ReportTemplate) -> [TemplateObjection] {
        guard let footer = template.footer, let length = PrintFooter.excess(of: footer, over: PrintFooter.pageLimit)
        else { return [] }
        return [PrintFooter.objection(length, PrintFooter.pageLimit, place: "two lines of a page")]
    }

    /// It is large and may be lacking, so that it is written where it is asked for.
    public var isWrittenUnasked: Bool { false }

    /// The report in the languages, each a file of its own.
    ///
    /// - Throws: `MethodError` without the trait, without python3 and python-docx, or where they or Cairo give up.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) async throws -> [OutputFile] {
        if let unavailable { throw MethodError(unavailable) }
        let written = languages.eachOnce
        let script = try await DocumentScript.found(among: pythons)
        let figures = Figures(assessment)
        let results = figures.rows.map { UnitResult(figures, row: $0) }
        var files: [OutputFile] = []
        for language in written {
            let rendering = Rendering(figures: figures, language: language)
            let report = AnnualReport(rendering: rendering, results: results).document
            files.append(
                OutputFile(
                    path: WordExporter.path(language),
                    bytes: try await script.document(of: try WordContent.bytes(of: report, assessment.template))))
        }
        return files
    }

    /// The path of the report in a language.
    static func path(_ language: Language) -> String { "report.\(language.rawValue).docx" }
}
