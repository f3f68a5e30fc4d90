public import AssessmentCore

/// Writes documents for print: a scorecard for each unit, and one report on all of them, in each language.
///
/// It needs the trait PDF, with Cairo and Pango; and it is written only where a specification names it, so that a run
/// gives the same files whatever the program was built with.
public struct PDFExporter: Exporter {
    private let threads: Int?

    /// Creates the exporter.
    public init() { threads = nil }

    /// Creates one that writes with so many threads; it changes nothing in the documents.
    init(threads: Int) { self.threads = threads }

    /// Whether the package was built with what it needs, by the trait PDF.
    public static var isAvailable: Bool {
        #if PDF
        true
        #else
        false
        #endif
    }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "pdf",
            name: BilingualText(zh: "PDF文档", en: "PDF documents"),
            summary: BilingualText(
                zh: "各单位A4成绩单与年度报告，可直接印发；需启用PDF",
                en: "An A4 scorecard for each unit and an annual report, ready for print; needs the trait PDF"),
            source: "ISO 32000-1:2008, Portable Document Format 1.7")
    }

    /// What to build first, in a build without the trait.
    public var unavailable: String? {
        PDFExporter.isAvailable
            ? nil
            : "the format pdf needs libraries that this build does not have; build with --traits PDF (system libraries "
                + "libcairo2-dev and libpango1.0-dev, fonts fonts-noto-cjk), or take pdf out of exports"
    }

    /// Chapters of the report, and sections of its summary and of scorecards.
    public var sections: [ReportSection] { ReportSection.ofPrint }

    /// A logo that cannot be read, and a footer for which there is no room.
    public func objections(to template: ReportTemplate) -> [TemplateObjection] {
        var objections: [TemplateObjection] = []
        if let footer = template.footer, let length = PrintFooter.excess(of: footer, over: PrintFooter.pageLimit) {
            objections.append(PrintFooter.objection(length, PrintFooter.pageLimit, place: "two lines of a page"))
        }
        #if PDF
        if let logo = template.logo {
            do {
                _ = try Picture(png: logo.png, file: logo.file)
            } catch {
                objections.append(
                    TemplateObjection("logo", "\(error)", expected: "a picture in the format PNG that can be read"))
            }
        }
        #endif
        return objections
    }

    /// It is large and may be lacking, so that it is written where it is asked for.
    public var isWrittenUnasked: Bool { false }

    /// The documents in the languages, each a file of its own.
    ///
    /// - Throws: `MethodError` without the trait, or where Cairo gives up.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) throws -> [OutputFile] {
        if let unavailable { throw MethodError(unavailable) }
        let written = languages.eachOnce
        let figures = Figures(assessment)
        let rows = figures.rows
        let results = Parallel.map(rows.count, threads: threads) { UnitResult(figures, row: rows[$0]) }
        return try written.flatMap { language -> [OutputFile] in
            let rendering = Rendering(figures: figures, language: language)
            // The report is the longest, so that it is begun first.
            let paths =
                [PDFExporter.path(ofReportIn: language)]
                + results.map { PDFExporter.path(ofScorecard: $0.unit.code, in: language) }
            let documents = try PDFDocument.bytes(
                count: paths.count, language: language, template: assessment.template, threads: threads
            ) { number in
                number == 0
                    ? AnnualReport(rendering: rendering, results: results).document
                    : ScorecardContent(rendering: rendering, result: results[number - 1]).document
            }
            return zip(paths, documents).map { OutputFile(path: $0, bytes: $1) }
        }
    }

    /// The path of the report on all units in a language.
    static func path(ofReportIn language: Language) -> String { "report.\(language.rawValue).pdf" }

    /// The path of the scorecard of a unit in a language.
    static func path(ofScorecard code: String, in language: Language) -> String {
        "scorecards/\(OutputFile.safeName(code)).\(language.rawValue).pdf"
    }
}
