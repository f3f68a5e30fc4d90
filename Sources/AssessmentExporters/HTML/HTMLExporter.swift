public import AssessmentCore

/// Writes a site of web pages: the ranking, a scorecard for each unit, a page for each pillar and indicator, methods, data
/// quality, the policy with the figures on it, and what to download.
///
/// The pages in the first language lie at the top of the folder, those of each further one in a folder of its name; all
/// share one style sheet and one script. Everything can be read without the script, and nothing is fetched from anywhere.
public struct HTMLExporter: Exporter {
    private let threads: Int?

    /// Creates the exporter.
    public init() { threads = nil }

    /// Creates one that writes with so many threads; it changes nothing in the pages.
    init(threads: Int) { self.threads = threads }

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "html",
            name: BilingualText(zh: "网页", en: "Web pages"),
            summary: BilingualText(
                zh: "一套可离线浏览、可打印的网页：排名、各单元成绩单、领域与指标、方法与权重、数据质量、政策条目与任务；无脚本也可阅读",
                en:
                    "A site for offline reading and printing: the ranking, a scorecard for each unit, pillars and indicators, methods and weights, data quality, the policy's statements and the tasks; readable without scripts"
            ),
            source: "HTML Living Standard; Web Content Accessibility Guidelines 2.2, level AA")
    }

    /// Whole pages, and sections of the opening page and of scorecards.
    public var sections: [ReportSection] { ReportSection.ofSite }

    /// The pages in the languages, each a file of its own, with the style sheet and the script.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) -> [OutputFile] {
        let written = languages.eachOnce
        guard !written.isEmpty else { return [] }
        let count = SitePages.count(of: assessment)
        let pages = Parallel.map(
            count, threads: threads,
            preparing: {
                SitePages(figures: Figures(assessment.detached(), threads: 1), languages: written.map(\.self))
            }
        ) { site, place in site.files(at: place) }
        // In the order of languages, then of subjects, whatever the order in which they came about.
        return written.indices.flatMap { language in pages.map { $0[language] } }
            + [Stylesheet.file(for: assessment.template), SiteScript.file]
            + (assessment.template.logo.map { [OutputFile(path: SiteLogo.path, bytes: $0.png)] } ?? [])
    }
}
