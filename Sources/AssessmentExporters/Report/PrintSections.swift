internal import AssessmentCore

/// The parts of printed documents that a template may leave out.
extension ReportSection {
    static let scorecards = ReportSection("scorecards", Wording.scorecards)
    static let methods = ReportSection("methods", Wording.methodsAndWeights)
    static let dataNotes = ReportSection("data_notes", Wording.dataNotes)

    /// Whole chapters of the report, robustness with what other pages say of it; then sections of its summary, then of scorecards.
    static let ofPrint = [scorecards, methods, dataNotes, robustness, distribution, history, missing]
    /// Sheets of the workbook, then a chart upon the first of them.
    static let ofWorkbook = [scorecards, robustness, history]
}
