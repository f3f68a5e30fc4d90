internal import AssessmentCore

/// Finds the measured values that rest on a count above zero and below a threshold.
///
/// Counts are: the values of variables whose unit of measure counts things (个, 人, 万户 …), in the period and in earlier
/// ones that the value reads, of the unit and of the units that belong to it; the value itself where the indicator's unit
/// of measure counts things; the entries of a register, and the ratings, that the value rests on.
struct SmallCounts {
    let assessment: CompletedAssessment
    let threshold: Double

    /// What is too small behind the value of a node in a row; nothing where nothing is.
    func subject(behind node: FrameworkNode, row: Int) -> String? {
        guard let entry = assessment.ledger.entry(of: node.id, .measure), entry.column[row] != nil,
            case .measured(let indicator, let evidence) = entry.detail
        else { return nil }
        let description = assessment.catalogue.indicators[indicator]?.description
        if isSmall(entry.column[row], description?.unitOfMeasure) { return indicator }
        var registers: [String: Int] = [:]
        var ratings = 0
        for reference in evidence.references(row: row, panel: assessment.ledger.panel) {
            switch reference {
            case .variable(let id, let source):
                if isSmall(assessment.data.variables[id]?.column[source], unit(of: id)) { return id }
            case .part(let id, let source):
                if isSmall(assessment.data.parts?.variables[id]?.column[source], unit(of: id)) { return id }
            case .registerEntry(let register, _): registers[register, default: 0] += 1
            case .cell: ratings += 1
            }
        }
        if let register = registers.keys.sorted().first(where: { Double(registers[$0] ?? 0) < threshold }) {
            return register
        }
        return ratings > 0 && Double(ratings) < threshold ? "ratings" : nil
    }

    private func unit(of variable: String) -> UnitOfMeasure? {
        assessment.catalogue.variables[variable]?.unitOfMeasure
    }

    private func isSmall(_ value: Double?, _ unit: UnitOfMeasure?) -> Bool {
        guard let value, let things = unit?.countedThings else { return false }
        return value > 0 && value * things < threshold
    }
}
