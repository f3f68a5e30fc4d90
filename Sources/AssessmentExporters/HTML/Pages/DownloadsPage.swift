internal import AssessmentCore

/// A format that tells the names of its files beforehand, so that a page can lead to them.
protocol FileListing {
    /// The paths of the files that it writes in a run.
    func paths(for assessment: CompletedAssessment) -> [String]
}

extension JSONExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] { ["result.json"] }
}

extension CSVExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] {
        ["scores.csv"] + (assessment.tasks == nil ? [] : ["tasks.csv"])
            + (assessment.ratings == nil ? [] : RatingTables.paths)
    }
}

extension StatisticsExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] {
        assessment.statistics.map(StatisticsExporter.path(of:))
    }
}

/// What the run wrote beside the pages.
struct DownloadsPage {
    let frame: PageFrame

    private var rendering: Rendering { frame.rendering }
    private var assessment: CompletedAssessment { rendering.assessment }

    /// The page.
    var document: Markup {
        let others = assessment.catalogue.exporters.keys.sorted().filter { $0 != "html" && assessment.writes($0) }
        return frame.document(title: rendering(Wording.downloads)) {
            Tag.h1 { rendering(Wording.downloads) }
            if others.isEmpty { Tag.p(.style(.lead)) { rendering(Wording.noDownloads) } }
            for id in others {
                if let exporter = assessment.catalogue.exporters[id] { section(exporter) }
            }
        }
    }

    private func section(_ exporter: any Exporter) -> Markup {
        let paths = (exporter as? any FileListing)?.paths(for: assessment) ?? []
        return Tag.section {
            Tag.h2 { rendering(exporter.description.name) }
            Tag.p { rendering(exporter.description.summary) }
            if !paths.isEmpty {
                Tag.ul {
                    for path in paths {
                        Tag.li { Tag.a(.href(frame.address.link(toFile: path))) { path } }
                    }
                }
            }
        }
    }
}
