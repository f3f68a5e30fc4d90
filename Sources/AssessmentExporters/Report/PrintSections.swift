internal import AssessmentCore

/// The parts of printed documents that a template may leave out.
extension ReportSection {
    static let scorecards = ReportSection("scorecards", Wording.scorecards)
    static let methods = ReportSection("methods", Wording.methodsAndWeights)
    static let dataNotes = ReportSection("data_notes", Wording.dataNotes)

    /// Whole chapters of the report, then sections of its summary, then of scorecards.
    static let ofPrint = [scorecards, methods, dataNotes, robustness, distribution, history, missing]
    /// A sheet of the workbook, then a chart upon it.
    static let ofWorkbook = [scorecards, robustness, history]
}
