internal import AssessmentCore

/// What the run wrote beside the pages.
struct DownloadsPage {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// The page.
    var document: [UInt8] {
        let others = assessment.catalogue.exporters.keys.sorted().filter { $0 != "html" && assessment.writes($0) }
        return frame.document(title: rendering(Wording.downloads)) {
            Tag.h1 { rendering(Wording.downloads) }
            Tag.p(.style(.lead)) { rendering(others.isEmpty ? Wording.noDownloads : Wording.downloadsLead) }
            for id in others {
                if let exporter = assessment.catalogue.exporters[id] { section(exporter) }
            }
        }
    }

    private func section(_ exporter: any Exporter) -> Markup {
        let paths = ownLanguage((exporter as? any FileListing)?.paths(for: frame.written) ?? [])
        let names = names(of: exporter)
        return Tag.section {
            Tag.h2 { rendering(exporter.description.name) }
            Tag.p { summary(of: exporter) }
            if let caution = caution(of: exporter) { Tag.p(.style(.notice)) { rendering(caution) } }
            if !paths.isEmpty {
                Tag.ul(.style(.found)) {
                    for path in paths {
                        Tag.li {
                            Tag.a(.href(frame.address.link(toFile: path))) { names[path] ?? path }
                            if names[path] != nil {
                                " "
                                Tag.span(.style(.measure)) { path }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The files in the language of the page and those in none; all where there are only others.
    private func ownLanguage(_ paths: [String]) -> [String] {
        let others = Language.allCases.filter { $0 != rendering.language }.map { ".\($0.rawValue)." }
        let own = paths.filter { path in !others.contains { path.contains($0) } }
        return own.isEmpty ? paths : own
    }

    /// What a format is, without what a build needs for it: whoever reads this has the files.
    private func summary(of exporter: any Exporter) -> String {
        let parts = rendering(exporter.description.summary).split(whereSeparator: { "；;".contains($0) })
        let kept = parts.prefix { !$0.contains("trait") && !$0.contains("特性") }
        return kept.isEmpty
            ? rendering(exporter.description.summary) : kept.joined(separator: rendering(Wording.semicolon))
    }

    /// What the files of a format are called; nothing for those that are known by their paths.
    private func names(of exporter: any Exporter) -> [String: String] {
        guard exporter is PDFExporter || exporter is WordExporter else { return [:] }
        var names: [String: String] = [:]
        for language in Language.allCases {
            let report = exporter is PDFExporter ? PDFExporter.path(ofReportIn: language) : WordExporter.path(language)
            names[report] = Wording.annualReport[rendering.language]
            for unit in assessment.ledger.panel.units {
                names[PDFExporter.path(ofScorecard: unit.code, in: language)] = rendering(unit.name)
            }
        }
        return names
    }

    private func caution(of exporter: any Exporter) -> BilingualText? {
        let description = exporter.description
        let chosen = assessment.specification.exports.first { $0.id == description.id }?.parameters ?? [:]
        return exporter.caution(options: ParameterValues(chosen, for: description.parameters))
    }
}
