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
        let paths = (exporter as? any FileListing)?.paths(for: frame.written) ?? []
        return Tag.section {
            Tag.h2 { rendering(exporter.description.name) }
            Tag.p { rendering(exporter.description.summary) }
            if let caution = caution(of: exporter) { Tag.p(.style(.notice)) { rendering(caution) } }
            if !paths.isEmpty {
                Tag.ul(.style(.found)) {
                    for path in paths {
                        Tag.li { Tag.a(.href(frame.address.link(toFile: path))) { path } }
                    }
                }
            }
        }
    }

    private func caution(of exporter: any Exporter) -> BilingualText? {
        let description = exporter.description
        let chosen = assessment.specification.exports.first { $0.id == description.id }?.parameters ?? [:]
        return exporter.caution(options: ParameterValues(chosen, for: description.parameters))
    }
}
