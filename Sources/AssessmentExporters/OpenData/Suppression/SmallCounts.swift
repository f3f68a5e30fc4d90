internal import AssessmentCore

/// A count above zero and below a threshold that a value rests on.
struct SmallCount: Hashable {
    /// The variable, register or indicator that was counted.
    let subject: String
    /// The row of the panel that the count of a variable stands in; nothing where it stands in none of the panel.
    var row: Int?
    /// How many things were counted, and how many one of the unit of measure is.
    let count: Double
    var things = 1.0
}

/// Finds the measured values that rest on a count above zero and below a threshold.
///
/// Counts are: the values of variables whose unit of measure counts things (个, 人, 万户 …), in the period and in earlier
/// ones that the value reads, of the unit and of the units that belong to it, and of variables that state no unit of measure
/// and hold nothing but whole numbers; the value itself where the indicator's unit of measure counts things; the entries
/// of a register, and the ratings, that the value rests on.
struct SmallCounts {
    let assessment: CompletedAssessment
    let threshold: Double
    /// The variables without a unit of measure whose values are whole numbers, and those of which some are not.
    let wholeVariables: Set<String>
    let uncheckedVariables: [String]

    init(assessment: CompletedAssessment, threshold: Double) {
        self.assessment = assessment
        self.threshold = threshold
        var (whole, unchecked): (Set<String>, [String]) = ([], [])
        for id in assessment.data.variables.keys.sorted() {
            guard assessment.catalogue.variables[id]?.unitOfMeasure.symbol.zh.isEmpty ?? true else { continue }
            let columns = [assessment.data.variables[id]?.column, assessment.data.parts?.variables[id]?.column]
            let values = columns.compactMap { $0?.values }.joined().filter(\.isFinite)
            if values.allSatisfy({ $0.rounded() == $0 }) { whole.insert(id) } else { unchecked.append(id) }
        }
        (wholeVariables, uncheckedVariables) = (whole, unchecked)
    }

    /// What is too small behind the value of a node in a row; nothing where nothing is.
    func smallCount(behind node: FrameworkNode, row: Int) -> SmallCount? {
        guard let entry = assessment.ledger.entry(of: node.id, .measure), entry.column[row] != nil,
            case .measured(let indicator, let evidence) = entry.detail
        else { return nil }
        let description = assessment.catalogue.indicators[indicator]?.description
        if let (count, things) = small(entry.column[row], things(of: description?.unitOfMeasure, as: nil)) {
            return SmallCount(subject: indicator, count: count, things: things)
        }
        var registers: [String: Int] = [:]
        var ratings = 0
        for reference in evidence.references(row: row, panel: assessment.ledger.panel) {
            switch reference {
            case .variable(let id, let source):
                if let (count, things) = small(assessment.data.variables[id]?.column[source], things(ofVariable: id)) {
                    return SmallCount(subject: id, row: source, count: count, things: things)
                }
            case .part(let id, let source):
                let column = assessment.data.parts?.variables[id]?.column
                if let (count, things) = small(column?[source], things(ofVariable: id)) {
                    return SmallCount(subject: id, count: count, things: things)
                }
            case .registerEntry(let register, _): registers[register, default: 0] += 1
            case .cell: ratings += 1
            }
        }
        if let register = registers.keys.sorted().first(where: { Double(registers[$0] ?? 0) < threshold }) {
            return SmallCount(subject: register, count: Double(registers[register] ?? 0))
        }
        return ratings > 0 && Double(ratings) < threshold
            ? SmallCount(subject: "ratings", count: Double(ratings)) : nil
    }

    /// How many things one of a variable is; nothing for what counts nothing.
    func things(ofVariable id: String) -> Double? {
        things(of: assessment.catalogue.variables[id]?.unitOfMeasure, as: id)
    }

    /// A variable that states no unit of measure counts things where all its values are whole: nobody has said that it
    /// does not.
    private func things(of unit: UnitOfMeasure?, as variable: String?) -> Double? {
        guard let unit else { return nil }
        if let variable, unit.symbol.zh.isEmpty { return wholeVariables.contains(variable) ? 1 : nil }
        return unit.countedThings
    }

    private func small(_ value: Double?, _ things: Double?) -> (count: Double, things: Double)? {
        guard let value, let things, value > 0, value * things < threshold else { return nil }
        return (value * things, things)
    }
}
