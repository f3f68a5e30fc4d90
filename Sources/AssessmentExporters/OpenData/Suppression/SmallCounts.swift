internal import AssessmentCore

/// A count above zero and below a threshold that a value rests on.
struct SmallCount: Hashable {
    /// Where a count stands: values that rest on the same one move together.
    enum Source: Hashable {
        /// The value of a variable in a row of the panel.
        case variable(String, row: Int)
        /// The value of a variable of a unit that belongs to an assessed one.
        case part(String, row: Int)
        /// The entries of a register behind the values of a row.
        case register(String, row: Int)
        /// What the value of a node itself counts, or its ratings.
        case value(node: String, row: Int)
    }

    let source: Source
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

    /// What is too small behind the value of a node in a row, with the name of the first; nothing where nothing is.
    func smallCounts(behind node: FrameworkNode, row: Int) -> (subject: String, counts: [SmallCount])? {
        guard let entry = assessment.ledger.entry(of: node.id, .measure), entry.column[row] != nil,
            case .measured(let indicator, let evidence) = entry.detail
        else { return nil }
        var counts: [SmallCount] = []
        var subjects: [String] = []
        var registers: [String: Int] = [:]
        var ratings = 0
        for reference in evidence.references(row: row, panel: assessment.ledger.panel) {
            switch reference {
            case .variable(let id, let source):
                guard let small = small(assessment.data.variables[id]?.column[source], things(ofVariable: id)) else {
                    continue
                }
                counts.append(
                    SmallCount(source: .variable(id, row: source), count: small.count, things: small.things))
                subjects.append(id)
            case .part(let id, let source):
                let column = assessment.data.parts?.variables[id]?.column
                guard let small = small(column?[source], things(ofVariable: id)) else { continue }
                counts.append(SmallCount(source: .part(id, row: source), count: small.count, things: small.things))
                subjects.append(id)
            case .registerEntry(let register, _): registers[register, default: 0] += 1
            case .cell: ratings += 1
            }
        }
        for register in registers.keys.sorted() {
            let entries = Double(registers[register] ?? 0)
            guard entries < threshold else { continue }
            counts.append(SmallCount(source: .register(register, row: row), count: entries))
            subjects.append(register)
        }
        if ratings > 0, Double(ratings) < threshold {
            counts.append(SmallCount(source: .value(node: node.id, row: row), count: Double(ratings)))
            subjects.append("ratings")
        }
        var seen: Set<SmallCount.Source> = []
        counts = counts.filter { seen.insert($0.source).inserted }
        let unit = assessment.catalogue.indicators[indicator]?.description.unitOfMeasure
        if let own = small(entry.column[row], things(of: unit, as: nil)) {
            // What a value counts follows from what it rests on, where that is small itself.
            let count = SmallCount(
                source: .value(node: node.id, row: row), count: own.count, things: own.things)
            return (indicator, counts.isEmpty ? [count] : counts)
        }
        return subjects.first.map { ($0, counts) }
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
