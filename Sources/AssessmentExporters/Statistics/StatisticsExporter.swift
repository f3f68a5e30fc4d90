public import AssessmentCore

/// Writes the statistics of the results: a page in each language, and a file of comma-separated values for each table.
public struct StatisticsExporter: Exporter {
    /// Creates the exporter.
    public init() {}

    static let id = "statistics"

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: StatisticsExporter.id,
            name: BilingualText(zh: "统计分析", en: "Statistics"),
            summary: BilingualText(
                zh: "statistics.html与statistics/表名.csv：规格文件statistics一节所要的统计",
                en: "statistics.html and statistics/<id>.csv: what the specification asks for under ‘statistics’"),
            source: "RFC 4180; HTML Living Standard")
    }

    /// The pages, and the tables in full precision.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) -> [OutputFile] {
        guard assessment.writes(StatisticsExporter.id) else { return [] }
        // The page is one of the site, and looks like it.
        let assessment = assessment.shown(by: assessment.templateOfSite)
        let written = languages.eachOnce
        let figures = Figures(assessment)
        let pages = written.map { language in
            let rendering = Rendering(figures: figures, language: language)
            let frame = PageFrame(rendering: rendering, subject: .statistics, languages: written)
            return OutputFile(path: frame.address.path, bytes: StatisticsPage(frame: frame).document)
        }
        // The site brings the sheet, where it is written.
        return pages + (assessment.writes("html") ? [] : [Stylesheet.file(for: assessment.template)])
            + assessment.statistics.map { table in
                OutputFile(path: StatisticsExporter.path(of: table), text: StatisticsExporter.text(of: table))
            }
    }

    /// The path of the file of a table, which no id leads out of its folder.
    static func path(of table: StatisticsTable) -> String {
        let isPlain =
            table.id.unicodeScalars.first?.properties.isAlphabetic ?? false
            && table.id.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic && !$0.properties.isUppercase || ("0"..."9").contains($0)
                    || "_-.".unicodeScalars.contains($0)
            }
        return "statistics/\(isPlain ? table.id : OutputFile.safeName(table.id)).csv"
    }

    private static func text(of table: StatisticsTable) -> String {
        var text = (["name"] + table.columns.map(CSVCell.text)).joined(separator: ",") + "\n"
        for (row, values) in zip(table.rows, table.values) {
            text += ([CSVCell.text(row)] + values.map(CSVCell.number)).joined(separator: ",") + "\n"
        }
        return text
    }
}

extension CompletedAssessment {
    /// The template that the site is written by; an empty one where it has none, or is not written.
    fileprivate var templateOfSite: ReportTemplate {
        specification.exports.first { $0.id == "html" }?.template ?? ReportTemplate()
    }

    /// Whether a format is written in the same run: one that is listed, or a usual one where none is.
    func writes(_ format: String) -> Bool {
        // Nobody asked for a page that has nothing to show.
        if format == StatisticsExporter.id, specification.exports.isEmpty { return !statistics.isEmpty }
        return specification.exports.isEmpty
            ? catalogue.usualExporters.contains(format) : specification.exports.contains { $0.id == format }
    }
}
