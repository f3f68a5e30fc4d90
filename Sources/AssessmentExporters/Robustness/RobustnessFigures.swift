internal import AssessmentCore

/// How firm a result is, by the rows of the assessed period as pages ask for it.
struct RobustnessFigures: Sendable {
    let report: RobustnessReport
    /// The names of the grades, the best one first.
    let gradeNames: [BilingualText]
    /// The names of the nodes, by id.
    let nodeNames: [String: BilingualText]
    /// The first row of the assessed period.
    private let firstRow: Int
    /// The units that are not told apart, the first of each group at its head, by each of them.
    private let tied: [Int: [Int]]

    /// Reads the report of an assessment; nothing where it has none, or the template leaves it out.
    init?(_ assessment: CompletedAssessment) {
        guard let report = assessment.shownRobustness,
            let period = assessment.ledger.panel.periods.firstIndex(of: assessment.specification.period)
        else { return nil }
        self.report = report
        gradeNames = assessment.gradeNames
        nodeNames = Dictionary(
            assessment.root.subtree.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        firstRow = period * assessment.ledger.panel.units.count
        var tied: [Int: [Int]] = [:]
        for group in report.dataErrors?.tied ?? [] where group.count > 1 {
            for unit in group { tied[unit] = group }
        }
        self.tied = tied
    }

    /// The position of the unit of a row; nothing outside the assessed period.
    func unit(_ row: Int) -> Int? {
        let unit = row - firstRow
        return report.units.indices.contains(unit) ? unit : nil
    }

    /// The rows of the assessed period.
    var rows: Range<Int> { firstRow..<firstRow + report.units.count }

    /// The row of a unit in the assessed period.
    func row(ofUnitAt unit: Int) -> Int { firstRow + unit }

    /// Where the unit of a row stands in the single run.
    func standing(_ row: Int) -> RobustnessReport.Standing? { unit(row).map { report.nominal[$0] } }

    /// What errors of data come to in a row.
    func errors(_ row: Int) -> DataErrorResults.Result? {
        unit(row).flatMap { report.dataErrors?.results[$0] }
    }

    /// The range over methods of a row.
    func range(_ row: Int) -> MethodRanges.Range? { unit(row).flatMap { report.methods?.ranges[$0] } }

    /// The group of units that errors do not tell apart, with the unit of a row among them; nothing where it is alone.
    func tiedGroup(_ row: Int) -> [Int]? { unit(row).flatMap { tied[$0] } }

    /// The probability of the rank that the unit of a row has.
    func probabilityOfRank(_ row: Int) -> Double? {
        guard let rank = standing(row)?.rank, let errors = errors(row) else { return nil }
        return errors.ranks.first { $0.place == rank }?.probability ?? 0
    }

    /// The probability that the unit of a row, with those that share its rank, ranks ahead of the next one behind; nothing where
    /// none is.
    func probabilityAheadOfNext(_ row: Int) -> Double? {
        guard let unit = unit(row) else { return nil }
        return neighbours(row).first { $0.ahead.contains(unit) }?.probability
    }

    /// The probability of the grade that the unit of a row has.
    func probabilityOfGrade(_ row: Int) -> Double? {
        guard let grade = standing(row)?.grade, let errors = errors(row) else { return nil }
        return errors.grades.first { $0.place == grade }?.probability ?? 0
    }

    /// The ranks next to that of a row in its peer group, the one ahead of it first, with the probability that their units are
    /// in this order.
    func neighbours(_ row: Int) -> [DataErrorResults.Neighbours] {
        guard let unit = unit(row) else { return [] }
        let own = report.dataErrors?.neighbours ?? []
        return own.filter { $0.behind.contains(unit) } + own.filter { $0.ahead.contains(unit) }
    }
}

extension RobustnessFigures {
    /// What the intervals and ranges of a table are.
    func note(_ rendering: Rendering) -> String {
        let share = DecimalRounding.percentage(of: report.request.interval)
        return (report.dataErrors == nil ? "" : rendering(Wording.intervalNote(share)))
            + (report.methods == nil ? "" : rendering(Wording.rangeNote))
    }
}

extension CompletedAssessment {
    /// How firm the result is, as far as a reader is to see it.
    var shownRobustness: RobustnessReport? {
        guard template.shows(.robustness), let robustness,
            robustness.units.count == ledger.panel.units.count,
            ledger.panel.periods.last == specification.period
        else { return nil }
        return robustness
    }
}

extension ReportSection {
    /// All that says how firm a result is.
    static let robustness = ReportSection("robustness", Wording.robustness)
}
