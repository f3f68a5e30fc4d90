public import AssessmentCore

/// Writes `briefings/CODE.md`: a page in Markdown for each assessed unit, to be sent to its civil affairs bureau.
///
/// The leading language lies at the top of the folder of results, each other one in a folder of its own.
public struct BriefingExporter: Exporter {
    /// Creates the exporter.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "briefing",
            name: BilingualText(zh: "单位简报", en: "Briefing"),
            summary: BilingualText(
                zh: "briefings/代码.md：每个单位一页Markdown，列出总分、名次、各指标数值与得分",
                en: "briefings/CODE.md: a page a unit in Markdown, with its total, rank, values and scores"),
            source: "CommonMark 0.31, with the tables of GitHub Flavored Markdown",
            parameters: [
                Parameter(
                    "history", BilingualText(zh: "是否列出历年总分", en: "Whether the totals of earlier years are listed"),
                    .flag, default: .flag(true))
            ])
    }

    /// A page for each unit and language.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) -> [OutputFile] {
        let panel = assessment.ledger.panel
        return languages.flatMap { language in
            let folder = language == languages.first ? "briefings/" : "\(language.rawValue)/briefings/"
            return panel.units.compactMap { unit -> OutputFile? in
                guard let row = panel.row(unit: unit.code, period: assessment.specification.period) else { return nil }
                let page = BriefingPage(assessment: assessment, row: row, language: language)
                return OutputFile(
                    path: folder + OutputFile.safeName(unit.code) + ".md",
                    text: page.text(withHistory: options.flag("history") ?? true))
            }
        }
    }
}
