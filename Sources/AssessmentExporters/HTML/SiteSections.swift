internal import AssessmentCore

/// The parts of the site that a template may leave out.
extension ReportSection {
    static let comparison = ReportSection("comparison", Wording.comparison)
    static let search = ReportSection("search", Wording.search)
    static let downloads = ReportSection("downloads", Wording.downloads)
    static let map = ReportSection("map", Wording.map)
    static let distribution = ReportSection("distribution", Wording.distribution)
    static let changes = ReportSection("changes", BilingualText(zh: "变化", en: "Changes"))
    static let history = ReportSection("history", Wording.history)
    static let missing = ReportSection("missing", Wording.missing)

    /// Whole pages, with what they are about on other pages; then sections of the opening page, then of scorecards.
    static let ofSite = [comparison, search, downloads, robustness, map, distribution, changes, history, missing]
}
