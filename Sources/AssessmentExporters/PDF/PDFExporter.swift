public import AssessmentCore

/// Writes documents for print: a scorecard for each unit, and one report on all of them, in each language.
///
/// It needs the trait PDF, with Cairo and Pango; and it is written only where a specification names it, so that a run
/// gives the same files whatever the program was built with.
public struct PDFExporter: Exporter {
    /// Creates the exporter.
    public init() {}

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

    /// It is large and may be lacking, so that it is written where it is asked for.
    public var isWrittenUnasked: Bool { false }

    /// The documents in the languages, each a file of its own.
    ///
    /// - Throws: `MethodError` without the trait, or where Cairo gives up.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) throws -> [OutputFile] {
        if let unavailable { throw MethodError(unavailable) }
        var written: [Language] = []
        for language in languages where !written.contains(language) { written.append(language) }
        let figures = Figures(assessment)
        let results = assessment.ledger.panel.units.indices.compactMap { unit in
            assessment.row(ofUnitAt: unit, in: assessment.specification.period).map { UnitResult(figures, row: $0) }
        }
        return try written.flatMap { language -> [OutputFile] in
            let rendering = Rendering(figures: figures, language: language)
            let report = AnnualReport(rendering: rendering, results: results).document
            let scorecards = results.map { result in
                (
                    PDFExporter.path(ofScorecard: result.unit.code, in: language),
                    ScorecardContent(rendering: rendering, result: result).document
                )
            }
            return try ([(PDFExporter.path(ofReportIn: language), report)] + scorecards).map { path, document in
                OutputFile(path: path, bytes: try PDFDocument.bytes(of: document))
            }
        }
    }

    /// The path of the report on all units in a language.
    static func path(ofReportIn language: Language) -> String { "report.\(language.rawValue).pdf" }

    /// The path of the scorecard of a unit in a language.
    static func path(ofScorecard code: String, in language: Language) -> String {
        "scorecards/\(OutputFile.safeName(code)).\(language.rawValue).pdf"
    }
}
