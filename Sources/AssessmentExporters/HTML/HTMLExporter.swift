public import AssessmentCore

/// Writes web pages: the ranking, a scorecard for each unit, and the policy with the figures on it.
///
/// The pages in the first language lie at the top of the folder, those of each further one in a folder of its name.
/// Each page stands alone: no script, no font and nothing else is fetched from anywhere.
public struct HTMLExporter: Exporter {
    /// Creates the exporter.
    public init() {}

    /// What it says of itself.
    public var description: MethodDescription {
        MethodDescription(
            id: "html",
            name: BilingualText(zh: "网页", en: "Web pages"),
            summary: BilingualText(
                zh: "排名、各单元成绩单、政策条目与任务，可打印，无脚本",
                en:
                    "The ranking, a scorecard for each unit, the policy's statements and the tasks; printable, without scripts"
            ),
            source: "HTML Living Standard; Web Content Accessibility Guidelines 2.2, level AA")
    }

    /// The pages in the languages, each a file of its own.
    public func files(
        for assessment: CompletedAssessment, languages: [Language], options: ParameterValues
    ) -> [OutputFile] {
        var written: [Language] = []
        for language in languages where !written.contains(language) { written.append(language) }
        let units = assessment.ledger.panel.units.indices.compactMap { unit in
            assessment.row(ofUnitAt: unit, in: assessment.specification.period).map {
                UnitResult(assessment, row: $0)
            }
        }
        return written.flatMap { language in
            let rendering = Rendering(assessment: assessment, language: language)
            func file(_ subject: PageAddress.Subject, _ document: (PageFrame) -> Markup) -> OutputFile {
                let frame = PageFrame(rendering: rendering, subject: subject, languages: written)
                return OutputFile(path: frame.address.path, text: document(frame).text)
            }
            let policy = assessment.coverage.isEmpty ? [] : [file(.policy) { PolicyPage(frame: $0).document }]
            let scheme = assessment.specification.tasks
            let tasks = scheme.flatMap { scheme in
                assessment.tasks.map { report in
                    file(.tasks) { TasksPage(frame: $0, scheme: scheme, report: report).document }
                }
            }
            let reviewers = assessment.specification.ratings.flatMap { scheme in
                assessment.ratings.map { report in
                    file(.reviewers) { ReviewersPage(frame: $0, scheme: scheme, report: report).document }
                }
            }
            return [file(.ranking) { IndexPage(frame: $0).document }] + policy
                + [tasks, reviewers].compactMap(\.self)
                + units.map { result in
                    file(.unit(code: result.unit.code)) { UnitPage(frame: $0, result: result).document }
                }
        }
    }
}
