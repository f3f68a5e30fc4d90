internal import AssessmentCore

/// A format that tells the names of its files beforehand, so that a page can lead to them.
protocol FileListing {
    /// The paths of the files that it writes in a run.
    func paths(for assessment: CompletedAssessment) -> [String]
}

extension CompletedAssessment {
    /// The languages that a format is written in, each once.
    func languages(of format: String) -> [Language] {
        let chosen = specification.exports.first { $0.id == format }?.languages ?? []
        return (chosen.isEmpty ? specification.languages : chosen).eachOnce
    }
}

extension JSONExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] { ["result.json"] }
}

extension CSVExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] {
        ["scores.csv"] + (assessment.tasks == nil ? [] : ["tasks.csv"])
            + (assessment.ratings == nil ? [] : RatingTables.paths)
            + (RobustnessFiles(assessment)?.tablesOfRun.map(\.path) ?? [])
    }
}

extension StatisticsExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] {
        assessment.statistics.map(StatisticsExporter.path(of:))
    }
}

extension ExcelExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] {
        assessment.languages(of: description.id).map(ExcelExporter.path)
    }
}

extension PDFExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] {
        assessment.languages(of: description.id).flatMap { language in
            [PDFExporter.path(ofReportIn: language)]
                + assessment.ledger.panel.units.map { PDFExporter.path(ofScorecard: $0.code, in: language) }
        }
    }
}

extension WordExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] {
        assessment.languages(of: description.id).map(WordExporter.path)
    }
}

extension OpenDataExporter: FileListing {
    func paths(for assessment: CompletedAssessment) -> [String] { OpenDataExporter.paths(for: assessment) }
}
